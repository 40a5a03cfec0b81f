import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { judge } from "#test/bench/ask/judge.ts";
import { packFolders, packQuestions, shippedQuestions } from "#test/bench/ask/questions.ts";
import { library } from "#test/desk.ts";
import { newSeat, rea } from "#test/moderation.ts";

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
);
