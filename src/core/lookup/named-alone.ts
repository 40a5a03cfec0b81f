import type { Person } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { layersOf } from "./desk-index.ts";
import { readQuestion } from "./question.ts";

/** The one person whom a question names where it asks for nothing else: "who is Ida Ray", "Ida Ray". */
export function personNamedAlone(asked: string, view: View): Person | undefined {
  const { names, words, form } = readQuestion(asked, view, layersOf(view));
  const people = [...new Set(names.flatMap((n) => (n.of === "people" ? [n.id] : [])))];
  const [only, ...others] = people;
  if (only === undefined || others.length > 0 || words.length > 0 || names.some((n) => n.of !== "people"))
    return undefined;
  return form === "who" || form === "what" ? view.people.get(only) : undefined;
}
