import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { argv, env } from "node:process";
import { promisify } from "node:util";
import type { Library } from "#core/desk/library-view.ts";
import type { Judged } from "./judge.ts";
import type { Asked } from "./questions.ts";

/** A part of `ask` taken out: in which file, what of it, and what stands there instead. */
interface Cut {
  readonly file: string;
  readonly of: RegExp;
  readonly by: string;
}

const CUTS: Readonly<Record<string, Cut | undefined>> = {
  "(whole)": undefined,
  "WordNet's likes": { file: "english.ts", of: /return listed\(likeMeanings\(\), word\);/u, by: "return [];" },
  "the news' likes": { file: "english.ts", of: /return listed\(inNews\(\), word\);/u, by: "return [];" },
  derivation: { file: "stem.ts", of: /const term = porter\(.*\);/u, by: "const term = word;" },
  "irregular forms": { file: "stem.ts", of: /BASE_FORMS\.get\(word\) \?\? word/u, by: "word" },
  "correcting slips": { file: "corrected.ts", of: /const usual = USUAL\.get\(word\);/u, by: "return word;" },
  spaces: { file: "spelt.ts", of: /\? spaced\(read, view, layers\)/u, by: "? { tokens: read, moved: [] }" },
  "telling words (all veto)": { file: "question.ts", of: /bent \|\| !isCommon\(token\.text\)/u, by: "true" },
  "telling words (none vetoes)": {
    file: "question.ts",
    of: /\[\{ (text: token\.text.*), telling \}\]/u,
    by: "[{ $1, telling: false }]",
  },
  "nearness of offers": {
    file: "nearest-facts.ts",
    of: /const pool = all\.filter\(.*\);/u,
    by: "return all.slice(0, most);\n  const pool = all;",
  },
  "cues of slots": { file: "asked-slots.ts", of: /const cues = CUES\[slot\.name\];/u, by: "const cues = undefined;" },
};

const self = import.meta.filename;
const cut = argv[1] === self ? argv[2] : undefined;
if (cut === undefined) {
  console.log("without                       first  press  wrong  answered though not held");
  for (const name of Object.keys(CUTS)) {
    const { stdout } = await promisify(execFile)(process.execPath, [self, name], { env });
    console.log(stdout.trimEnd());
  }
} else await measure(cut);

async function measure(name: string): Promise<void> {
  const without = CUTS[name];
  let isOut = without === undefined;
  if (without !== undefined) {
    registerHooks({
      load(url, context, next) {
        if (!url.endsWith(`/core/lookup/${without.file}`)) return next(url, context);
        const text = readFileSync(new URL(url), "utf8");
        if (!without.of.test(text)) throw new Error(`${without.file} has nothing left to take out for "${name}"`);
        isOut = true;
        return {
          format: "module",
          source: stripTypeScriptTypes(text.replace(without.of, without.by)),
          shortCircuit: true,
        };
      },
    });
  }
  // Only what is loaded from here on is without it.
  const { judge } = await import("./judge.ts");
  const { EMPTY_LIBRARY, libraryView } = await import("#core/desk/library-view.ts");
  const { library, siteOver } = await import("#test/desk.ts");
  const { freshQuestions } = await import("./own.ts");
  const { withPack } = await import("./pack.ts");
  const { packFolders, packQuestions, shippedQuestions } = await import("./questions.ts");
  if (!isOut) throw new Error(`nothing was taken out for "${name}"`);
  const sets: readonly (readonly [Library, readonly Asked[]])[] = [
    [library, [...shippedQuestions(), ...freshQuestions("shipped")]],
    ...packFolders().map((folder) => {
      const own = freshQuestions(folder.split("/").at(-1) ?? "");
      return [withPack(EMPTY_LIBRARY, folder), [...packQuestions(folder), ...own]] as const;
    }),
  ];
  const all: Judged[] = [];
  for (const [from, questions] of sets) {
    const view = libraryView(from);
    const desk = { view, session: siteOver(view), talks: new Set(from.talks.map((t) => t.id)) };
    for (const asked of questions) if (asked.before === undefined) all.push(await judge(asked, desk));
  }
  const held = all.filter((j) => j.asked.gold.length > 0);
  const not = all.filter((j) => j.asked.gold.length === 0);
  const of = (some: typeof all, ...outcomes: readonly string[]): string =>
    ((some.filter((j) => outcomes.includes(j.outcome)).length / some.length) * 100).toFixed(1).padStart(6);
  console.log(
    `${name.padEnd(28)} ${of(held, "first")} ${of(held, "first", "anywhere", "pressed")} ${of(held, "wrong")} ${of(not, "answered")}`,
  );
}
