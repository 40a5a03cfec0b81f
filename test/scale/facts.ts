import type { Change } from "#core/desk/store.ts";
import { factChange } from "#core/changes/fact-state.ts";
import { library } from "#test/desk.ts";

const TALKS = library.talks.at(-1)?.id ?? "";
const ARTICLE = library.articles[0]?.id ?? "";

/** A desk's own facts, each a remark of its own, under numbers from `from` on. */
export function remarks(from: number, count: number): readonly Change[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `f${from + i}`;
    const fields = { remark: `matter ${from + i} was spoken of by delegation ${(from + i) % 97}` };
    const citation = { article: ARTICLE, paragraph: 1 };
    return factChange(id, "add", { claims: [{ id, talks: TALKS, slot: "note", fields, as: {}, citation }] });
  });
}
