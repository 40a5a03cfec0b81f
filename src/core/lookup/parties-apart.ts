import { type View } from "#core/facts/view.ts";
import { layersOf } from "./desk-index.ts";
import { readQuestion } from "./question.ts";

/** The ids of the parties that a question names, where there are several and no negotiation has all of them. */
export function partiesApart(asked: string, view: View): readonly string[] {
  const { names } = readQuestion(asked, view, layersOf(view));
  const parties = [...new Set(names.flatMap(({ of, id }) => (of === "parties" ? [id] : [])))];
  const together = view.negotiations.all.some((n) =>
    parties.every((id) => n.parties.some(({ party }) => view.parties.get(party)?.id === id)),
  );
  return parties.length < 2 || together ? [] : parties;
}
