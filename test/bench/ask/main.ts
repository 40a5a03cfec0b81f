import { parseArgs } from "node:util";
import { EMPTY_LIBRARY, libraryView, type Library } from "#core/desk/library-view.ts";
import { library, siteOver } from "#test/desk.ts";
import { rea, newSeat, World } from "#test/moderation.ts";
import { followUps } from "./follow-ups.ts";
import { goesOn, talkIn } from "./going-on.ts";
import { amongOthers } from "./held-elsewhere.ts";
import { judge, type GoOn, type Judged } from "./judge.ts";
import { packFolders, packQuestions, shippedQuestions, tonguesQuestions, type Asked } from "./questions.ts";
import { commandsMeant, freshQuestions, premised, reached, verdictTo } from "./own.ts";
import { slips } from "./slips.ts";
import { mistyped } from "./typos.ts";
import { withPack } from "./pack.ts";
import { peersOn } from "./peers.ts";
import { each, shown } from "./table.ts";

// What a user gets from `ask`: each set of questions on its own talks, then on one desk that holds all of them.
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    // Prints each question with its outcome.
    each: { type: "boolean", default: false },
    // One set alone: `shipped`, a pack's folder, or `iran-us among the others`.
    only: { type: "string" },
    // Every second question alone: learn on the `even` ones, judge by the `odd` ones.
    half: { type: "string" },
    // MiniSearch and Fuse on the same questions.
    peers: { type: "boolean", default: false },
    // Clean questions with so many slips of each kind.
    slips: { type: "string" },
  },
});

const folders = packFolders();
if (folders.length === 0) console.log("TALKS_PACKS names no folder with packs: only the shipped questions are asked.");

interface Run {
  readonly name: string;
  readonly library: Library;
  readonly talks: ReadonlySet<string>;
  readonly questions: readonly Asked[];
}

const idsOf = ({ talks }: Library): ReadonlySet<string> => new Set(talks.map((t) => t.id));
const together = folders.reduce(withPack, library);
const runs: readonly Run[] = [
  { name: "shipped", library, talks: idsOf(library), questions: shippedQuestions() },
  { name: "shipped, fresh", library, talks: idsOf(library), questions: freshQuestions("shipped") },
  { name: "shipped in Turkish and Russian", library, talks: idsOf(library), questions: tonguesQuestions("shipped") },
  ...folders.flatMap((folder): readonly Run[] => {
    const name = folder.split("/").at(-1) ?? folder;
    const alone = withPack(EMPTY_LIBRARY, folder);
    const of = { talks: idsOf(alone), questions: packQuestions(folder) };
    return [
      { name, library: alone, ...of },
      { name: `${name}, fresh`, library: alone, talks: of.talks, questions: freshQuestions(name) },
      {
        name: `${name}, mistyped`,
        library: alone,
        talks: of.talks,
        questions: of.questions
          .filter((q) => q.typed === "clean" && q.lang === "en" && q.before === undefined)
          .map((q, i) => ({ ...q, words: mistyped(q.words, i), typed: "typo" })),
      },
      { name: `${name} in Turkish and Russian`, library: alone, talks: of.talks, questions: tonguesQuestions(name) },
      { name: `${name} among the others`, library: together, ...of, questions: of.questions.map(amongOthers) },
    ];
  }),
  ...(folders.length === 0
    ? []
    : [
        {
          name: "shipped among the others",
          library: together,
          talks: idsOf(library),
          questions: shippedQuestions().map(amongOthers),
        },
      ]),
];

function inHalf(i: number): boolean {
  return values.half === undefined || (i % 2 === 0) === (values.half === "even");
}

/** Types one line and then another, in a place that nobody asked in before. */
function goingOn(world: World): GoOn {
  let places = 0;
  return async (before, then) => {
    places += 1;
    const talk = talkIn(await world.seat(), { ...rea, channel: `place ${places}` });
    await talk(before);
    return (await talk(then)).answer;
  };
}

if (values.only === undefined || values.only === "shipped") {
  const seat = await newSeat();
  const asked = followUps();
  const came = await Promise.all(asked.map(async (one) => ({ one, ...(await goesOn(one, seat)) })));
  const right = came.filter(({ one, first, taken }) => first && taken === (one.alone !== true));
  console.log(`our own follow-ups: ${right.length} of ${asked.length} as they should be`);
}

if (values.only === undefined || values.only === "commands") {
  const session = siteOver(libraryView(library));
  const came = await Promise.all(
    commandsMeant().map(async (one) => ({ ...one, got: await reached(one.words, session) })),
  );
  const wrong = came.filter(({ command, got }) => command !== got);
  console.log(`questions that a command answers: ${came.length - wrong.length} of ${came.length} reach it`);
  if (values.each) for (const { command, words, got } of wrong) console.log(`  ${command}: ${words} → ${got}`);
}

for (const { name, library: from, set } of [
  { name: "shipped", set: "shipped", library },
  ...folders.map((folder) => {
    const name = folder.split("/").at(-1) ?? folder;
    return { name, set: name, library: withPack(EMPTY_LIBRARY, folder) };
  }),
]) {
  if (values.only !== undefined && values.only !== "premises") continue;
  const session = siteOver(libraryView(from));
  const came = await Promise.all(
    premised(set).map(async (one) => ({ ...one, ...(await verdictTo(one.words, session)) })),
  );
  const count = (some: typeof came, said: string): number => some.filter((c) => c.said === said).length;
  const [held, untrue] = [came.filter((c) => c.isTrue), came.filter((c) => !c.isTrue)];
  console.log(
    `${name}: something false in ${untrue.length}: ${count(untrue, "yes")} yes, ${count(untrue, "no")} no; ` +
      `nothing false in ${held.length}: ${count(held, "yes")} yes, ${count(held, "no")} no`,
  );
  if (values.each)
    for (const { words, isTrue, said, text } of came)
      console.log(`  ${isTrue ? "true" : "false"} ${said}: ${words} → ${text.slice(0, 140)}`);
}

for (const { name, library: from, talks, questions } of runs) {
  if (values.only !== undefined && name !== values.only) continue;
  const view = libraryView(from);
  const desk = { view, session: siteOver(view), talks };
  const all: Judged[] = [];
  if (values.slips !== undefined) {
    const clean = questions.filter((q) => q.typed === "clean" && q.lang === "en" && q.before === undefined);
    console.log(`${name}, with slips\n${await slips(clean, desk, Number(values.slips), values.each)}`);
    continue;
  }
  const alone = questions.filter((q, i) => q.before === undefined && inHalf(i));
  for (const asked of alone) all.push(await judge(asked, desk));
  if (values.each) for (const judged of all) console.log(each(judged));
  console.log(shown(`${name}, ${view.facts.length} facts`, all));
  const next: Judged[] = [];
  const goOn = goingOn(await World.open(from));
  for (const asked of questions.filter((q) => q.before !== undefined)) next.push(await judge(asked, desk, goOn));
  if (values.each) for (const judged of next) console.log(each(judged));
  if (next.length > 0) console.log(shown(`${name}, what goes on from a question`, next));
  if (values.peers) console.log(await peersOn(view, alone));
}
