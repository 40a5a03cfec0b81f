import { expect, it } from "vitest";
import type { Paint } from "#core/chat/paint.ts";
import { scopesOf } from "#platforms/slack/manifest.ts";
import { Painter } from "#src/pictures/painter.ts";
import { ask } from "#core/request/call.ts";
import { buttons, heading, reply, type Block } from "#core/reply/reply.ts";
import { Gate } from "#test/slow-store.ts";
import { isFields, words } from "#test/standins/slack/json.ts";
import { talksInSlack } from "./talks.ts";

const NEWS = { label: "Disputes", call: ask("disputes") };
const painter = new Painter({ soon: 60_000, late: 60_000 });
const paint: Paint = (picture) => painter.paint(picture);

async function comparedInSlack(options: NonNullable<Parameters<typeof talksInSlack>[1]>) {
  const { slack } = await talksInSlack("socket", { paint, ...options });
  const ann = slack.user("ann");
  slack.channel("general");
  await ann.slash("/talks", "compare public:true").reply();
  return slack;
}

const images = (blocks: readonly unknown[]) => blocks.filter((b) => isFields(b) && b["type"] === "image");

it("posts the words in Slack at once, and puts the picture above the table when the file is there", async () => {
  const slack = await comparedInSlack({});
  await expect.poll(() => images(slack.messages("general")[0]?.blocks ?? [])).toHaveLength(1);
  const [message] = slack.messages("general");
  const types = message?.blocks.map((block) => words(block["type"])) ?? [];
  expect(types.indexOf("image")).toBe(types.indexOf("table") - 1);
  expect(images(message?.blocks ?? [])[0]).toMatchObject({ alt_text: expect.stringContaining("Who led") });
});

it("leaves the words alone in Slack where the app may not send files", async () => {
  const slack = await comparedInSlack({
    scopes: scopesOf(undefined).filter((scope) => scope !== "files:write"),
    disturbed: true,
  });
  const refused = () => slack.requests.filter(({ method }) => method === "files.getUploadURLExternal").length;
  await expect.poll(refused).toBe(1);
  expect(slack.messages("general")).toHaveLength(1);
  expect(images(slack.messages("general")[0]?.blocks ?? [])).toEqual([]);
});

it("puts no picture into a message in Slack that reads otherwise by then", async () => {
  const gate = new Gate().shut();
  const drawn: Paint = async (picture) => {
    await gate.pass();
    return painter.paint(picture);
  };
  const { slack, talks } = await talksInSlack("socket", { paint: drawn });
  const ann = slack.user("ann");
  slack.channel("general");
  await ann.slash("/talks", "compare public:true").reply();
  await gate.met;
  const [posted] = slack.messages("general");
  if (posted === undefined) throw new Error("nothing was posted");
  const { channel, ts } = posted;
  await talks.edit({ workspace: slack.home.id, channel, message: ts }, reply("Corrected.", [heading("Corrected")]));
  gate.open();
  await ann.slash("/talks", "compare public:true").reply();
  await expect.poll(() => images(slack.messages("general")[1]?.blocks ?? [])).toHaveLength(1);
  expect(images(slack.messages("general")[0]?.blocks ?? [])).toEqual([]);
  expect(JSON.stringify(slack.messages("general")[0])).toContain("Corrected");
});

it("puts every picture of a post into it in Slack, in their order", async () => {
  const { slack, talks } = await talksInSlack("socket", { paint });
  const { id } = slack.channel("general");
  const drawn = (alt: string): Block => ({
    kind: "picture",
    name: alt,
    alt,
    picture: { form: "columns", title: alt, head: ["What", "Before", "After"], rows: [[[{ text: "a" }], [], []]] },
  });
  const post = reply("News.", [heading("News"), drawn("Two rounds"), drawn("Earlier ones"), buttons(NEWS)]);
  await talks.post({ workspace: slack.home.id, channel: id }, post, "abcdefghijklmnopqrstuv");
  const blocks = () => slack.messages("general")[0]?.blocks ?? [];
  await expect.poll(() => images(blocks())).toMatchObject([{ alt_text: "Two rounds" }, { alt_text: "Earlier ones" }]);
  expect(words(blocks().at(-1)?.["type"])).toBe("actions");
});

it("sends no file for what one person alone sees in Slack", async () => {
  const { slack } = await talksInSlack("socket", { paint });
  const ann = slack.user("ann");
  slack.channel("general");
  await ann.slash("/talks", "compare").reply();
  await ann.slash("/talks", "when").reply();
  expect(slack.requests.filter(({ method }) => method.startsWith("files."))).toEqual([]);
});
