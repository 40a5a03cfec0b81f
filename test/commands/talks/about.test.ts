import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { refused, say, told } from "#test/desk.ts";

const ABOUT = commands.find(["talks", "about"]);
const TOPICS = ABOUT?.options["topic"]?.choices?.map((c) => c.value) ?? [];

it.each(["why", "agenda", "grievances", "outcomes", "where", "how-long", "who-led"])(
  "tells about %s what the command of that name tells",
  async (name) => {
    const [about, alone] = await Promise.all([say(`about ${name} talks:first`), say(`${name} talks:first`)]);
    expect(about.reply.plain).toBe(alone.reply.plain);
    expect(about.reply.facts).toEqual(alone.reply.facts);
  },
);

it("tells every kind of fact, also what no other command tells", async () => {
  const covered = new Set(commands.group("talks").flatMap((c) => c.reads ?? []));
  for (const slot of ALL_SLOTS.filter((s) => s.name !== "own" && !covered.has(s.name)))
    expect(TOPICS).toContain(slot.name);
  expect((await refused("about attended")).message).toContain("The desk holds nothing on who attended");
  expect(await told("about movement")).toContain("The Russian side stayed at the Russian consulate");
});

it("stays with the topic when it goes on to another round", async () => {
  const { blocks } = (await say("about agenda talks:second")).reply;
  const buttons = blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : []));
  expect(buttons.map((b) => b.call)).toContainEqual({
    path: ["talks", "about"],
    values: { topic: "agenda", talks: "istanbul-february" },
  });
});

it("takes a side where sides are told apart, and says so where they are not", async () => {
  expect(await told("about grievances side:russia")).toBe(await told("grievances side:russia"));
  expect(await refused("about where side:russia")).toMatchObject({ message: "Where takes no side.", field: "side" });
});

it("asks what is about something else in one's own words", async () => {
  expect((await say("about the six properties")).text).toContain("properties");
  expect((await refused("about football")).message).toContain("The desk holds nothing");
});

it("leaves Discord room for new commands of readers", () => {
  expect(commands.listed("talks").length).toBeLessThanOrEqual(20);
});
