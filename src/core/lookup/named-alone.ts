import type { Person } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { layersOf } from "./desk-index.ts";
import { placesOf } from "./places-of.ts";
import { readQuestion, type Question } from "./question.ts";

/** Words beside a name where all of a person is asked for; "with", "did" and "for" ask for something else. */
const BESIDE = new Set(
  (
    "who whos what is was are were s be the a an about on of me us tell show give list find get see all everything anything more " +
    "something info information know have has you do can pls again exactly really then this that person mr mrs ms dr and so ok"
  ).split(" "),
);

/** The one person whom a question names where it asks for nothing else: "who is Ida Ray", "Ida Ray". */
export function personNamedAlone(asked: string | Question, view: View): Person | undefined {
  const read = typeof asked === "string" ? readQuestion(asked, view, layersOf(view)) : asked;
  const { names, form, tokens, talks } = read;
  const [only, ...others] = [...new Set(names.flatMap((n) => (n.of === "people" ? [n.id] : [])))];
  if (only === undefined || others.length > 0 || names.some((n) => n.of !== "people") || talks.ids !== undefined)
    return undefined;
  const named = placesOf(names);
  if (tokens.some(({ text }, i) => !named.has(i) && !BESIDE.has(text))) return undefined;
  return form === "who" || form === "what" ? view.people.get(only) : undefined;
}
