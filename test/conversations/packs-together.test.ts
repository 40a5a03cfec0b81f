import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { judge } from "#test/bench/ask/judge.ts";
import { packFolders, packQuestions, shippedQuestions } from "#test/bench/ask/questions.ts";
import { library, ROOT } from "#test/desk.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { heldClaims } from "#test/held-claims.ts";
import { ann, fileOf, newSeat, rea, World, type Seat } from "#test/moderation.ts";

const folders = packFolders();

/** The parties that a question names, by a name of theirs or of one of their people, as the desk spells them. */
function partiesIn(question: string, { parties, people }: View): ReadonlySet<string> {
  const words = question.split(/[\s,?!.…"“”]+/u).map((word) => word.replace(/['’]s$/u, ""));
  const found = new Set<string>();
  for (const from of words.keys())
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to += 1) {
      const some = words.slice(from, to).join(" ");
      // "us" is more often a pronoun.
      const id = some === "us" ? undefined : (parties.exact(some)?.id ?? people.exact(some)?.party);
      if (id !== undefined) found.add(id);
    }
  return found;
}

// TALKS_PACKS names a folder of packs with their questions.
it.runIf(folders.length > 0)(
  "answers from no negotiation without the parties that are asked about, and says aloud whose talks it chose (skipped without)",
  async () => {
    const seat = await newSeat();
    for (const folder of folders) {
      const dry = await seat.call("facts import", { file: readFileSync(join(folder, "pack.yaml"), "utf8") });
      expect(dry.text).toContain(", 0 refused.");
      await seat.press(dry, "Import ");
    }
    const view = await seat.desk.view();
    expect(view.negotiations.all.length).toBe(folders.length + 1);
    const shipped = new Set(library.talks.map((t) => t.id));
    const sets = [
      { talks: shipped, questions: shippedQuestions() },
      ...folders.map((folder) => ({
        talks: new Set(view.talks.all.filter((t) => t.negotiation === basename(folder)).map((t) => t.id)),
        questions: packQuestions(folder),
      })),
    ];
    const [wrong, silent]: [string[], string[]] = [[], []];
    for (const { talks, questions } of sets) {
      for (const asked of questions.filter((q) => q.before === undefined)) {
        const { elsewhere, facts, said } = await judge(asked, { view, session: seat.session, talks });
        if (!elsewhere) continue;
        const named = partiesIn(asked.words, view);
        const of = facts.map((id) => negotiationOf(view.facts.find((f) => f.id === id)?.talks ?? "", view));
        if (of.some((n) => [...named].some((party) => n?.parties.every((p) => p.party !== party) === true)))
          wrong.push(`${asked.id} ${asked.words}: ${said}`);
        // What only one negotiation holds is no choice.
        const { text } = await seat.say(asked.words, rea);
        const first = text.split("\n").slice(0, 2).join("\n");
        if (
          !of.every(
            (n) => n !== undefined && view.talks.all.some((t) => t.negotiation === n.id && first.includes(t.name)),
          )
        )
          silent.push(`${asked.id} ${asked.words}: ${first}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(silent).toEqual([]);
  },
  300_000,
);

// Two negotiations that are made up, in the shipped one's city and month, and with one of its parties.
const MADE = ["dairy", "glacier"].map((name) => join(ROOT, "test/fixtures/packs", `${name}.yaml`));

/** Three negotiations of one desk. */
async function three(): Promise<Seat> {
  const seat = await newSeat();
  for (const path of MADE) {
    const dry = await seat.call("facts import", { file: readFileSync(path, "utf8") });
    expect(dry.text).toContain(", 0 refused.");
    await seat.press(dry, "Import ");
  }
  return seat;
}

/** Each question with the claim that answers it, and with nothing where the answer is that none is held. */
const MIXED: readonly (readonly [question: string, claim: string | undefined])[] = [
  ["who led the canadian side", "d-led-ca"],
  ["who led the mexican delegation", "d-led-mx"],
  ["who led the us delegation in geneva", "d-led-us"],
  ["who did dana pike lead for", "d-led-us-2"],
  ["who led in lima", "g-led-de"],
  ["who is rosa quispe", "g-led-pe"],
  ["who is darchiev", "apr-led-russia"],
  ["what did brandt lead", "g-led-de"],
  ["how long did canada and mexico talk", "d-time-1"],
  ["how long did russia and the us talk", "apr-duration-around-six"],
  ["how long was the first round with canada", "d-time-1"],
  ["how long did peru and germany talk", "g-time"],
  ["how long was the second round with mexico", undefined],
  ["when did peru and nepal meet", "g-day-2"],
  ["when were the talks in ottawa", "d-day-2"],
  ["when did russia and the us meet in april", "apr-day-tass"],
  ["where did germany and peru meet", "g-city-2"],
  ["where was the last round with peru", "g-city-2"],
  ["where did canada and the us meet first", "d-city-1"],
  ["where did canada and germany meet", undefined],
  ["did mexico and russia meet", undefined],
  ["who mediated between canada and mexico", "d-role"],
  ["who mediated the us russia talks", undefined],
  ["who hosted the glacier talks", "g-host"],
  ["who hosted the dairy talks", undefined],
  ["what is the milk quota", "d-figure"],
  ["how much money is in the fund", "g-figure"],
  ["what came out of the milk talks", "d-outcome"],
  ["what came out of the glacier fund talks", "g-outcome"],
  ["what comes next for canada", "d-next"],
  ["what does mexico refuse", "d-wants"],
  ["what does germany offer", "g-offer"],
  ["what did canada complain about", "d-gripe"],
  ["what did nepal complain about", undefined],
  ["what are the rules of origin", "d-own"],
  ["were the talks in closed session", "g-format"],
  ["embassy property in canada", undefined],
  ["are there consulates in peru", undefined],
  ["what did lavrov say about the milk quota", undefined],
  ["did both sides agree on milk in istanbul", undefined],
  ["who led the talks on 23 april 2025", "g-led-pe"],
  ["who led the talks on 3 march 2025", "d-led-us"],
  ["who led the talks on 10 april 2025", "apr-led-russia"],
  ["who led the talks on 10 april 2024", undefined],
  ["what was the purpose of the dairy talks", "d-aim"],
  ["what was the purpose of the talks between canada and the us", "d-aim"],
];

it("answers what mixes the words of three negotiations from the one that is meant, or not at all", async () => {
  const seat = await three();
  const { facts, talks } = await seat.desk.view();
  const ofFact = (id: string | undefined) => facts.find((f) => f.id === id || f.claims.some((c) => c.id === id));
  const wrong: string[] = [];
  for (const [question, claim] of MIXED) {
    const { reply, text } = await seat.say(question, rea);
    const told = reply?.facts.map(({ id }) => ofFact(id)) ?? [];
    const meant = ofFact(claim);
    const of = (id: string | undefined) => talks.get(id ?? "")?.negotiation;
    const right =
      claim === undefined
        ? told.length === 0
        : told.includes(meant) && told.every((fact) => of(fact?.talks) === of(meant?.talks));
    if (!right) wrong.push(`${question}\n${text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
});

it("goes whole to a desk that held nothing, which answers alike", async () => {
  const from = await three();
  const there = await (await World.open(EMPTY_LIBRARY)).seat();
  const file = fileOf(await from.say("facts export yaml")).text;
  const done = await there.call("facts import", { file, apply: "yes", "new-names": "yes" });
  expect(done.text).toContain(", 0 refused.");
  const [one, other] = [await from.desk.view(), await there.desk.view()];
  expect(await heldClaims(there)).toEqual(await heldClaims(from));
  for (const [question] of MIXED) {
    const [said, again] = [await from.say(question, rea), await there.say(question, rea)];
    const claims = ({ reply }: typeof said, view: View) =>
      (reply?.facts ?? []).map(({ id }) =>
        view.facts.find((f) => f.id === id)?.claims.map((c) => c.citation.paragraph),
      );
    expect([question, claims(again, other)]).toEqual([question, claims(said, one)]);
  }
});

it("asks which of them is meant where several hold an answer, and says where none has all that are named", async () => {
  const seat = await three();
  for (const question of [
    "who led the american side",
    "how long was the first round",
    "how long were the istanbul talks",
  ]) {
    const { refusal } = await seat.say(question, rea);
    expect(refusal?.message).toMatch(/^\d negotiations hold an answer: which one is meant\?$/u);
    expect(refusal?.buttons.length).toBeGreaterThan(1);
  }
  const apart = await seat.say("where did canada and germany meet", rea);
  expect(apart.text).toContain("No talks between Canada and Germany are held.");
  expect(apart.text).toContain("Dairy quota talks: Canada; Glacier fund talks: Germany.");
  expect((await seat.press(apart, "Dairy quota talks", rea)).text).toContain("First round, Geneva");
});

it("keeps what is compared, listed and counted within one negotiation", async () => {
  const seat = await three();
  const two = await seat.say('compare "First round, Geneva" "Closing session, Lima"', rea);
  expect(two.refusal?.message).toBe(
    "First round, Geneva is of Dairy quota talks; Closing session, Lima is of Glacier fund talks.",
  );
  const within = await seat.press(two, "Compare Dairy quota talks", rea);
  expect(within.text).toContain("First round, Geneva · Second round, Ottawa");
  // The other one is counted in the negotiation of the one that is named.
  const counted = await seat.say('compare "First round, Geneva" second', rea);
  expect(counted.text).toContain("First round, Geneva · Second round, Ottawa");
  const bare = await seat.say("who-led talks:second", rea);
  expect(bare.refusal?.message).toContain('No round of talks here is called "second".');
  const channel = { ...ann, channel: "C1" };
  await seat.say('facts focus "Glacier fund talks"', channel);
  expect((await seat.say("who-led talks:second", { ...rea, channel: "C1" })).text).toContain("Jonas Brandt");
  expect((await seat.say("compare first second", { ...rea, channel: "C1" })).text).toContain("Closing session, Lima");
  expect((await seat.say("timeline", { ...rea, channel: "C1" })).text).not.toContain("Geneva");
});
