import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { z } from "zod";
import { ENGLISH } from "#core/messages/english.ts";
import { TONGUES } from "#core/messages/tongue.ts";
import { listed } from "#core/text/text.ts";
import type { Mistake } from "./mistake.ts";

const SOURCE: ReadonlyMap<string, string> = new Map(Object.entries(ENGLISH));

/** `read`: whether somebody who speaks the language read every message beside its English. */
const CATALOGUE = z.strictObject({ read: z.boolean(), messages: z.record(z.string(), z.string()) });

/** The mistakes in the replies' catalogues: messages that are missing, that nothing tells, or with other places. */
export function checkReplies(folder: string): readonly Mistake[] {
  return TONGUES.flatMap((tongue) => {
    const name = join("replies", `${tongue}.json`);
    return catalogueMistakes(readFileSync(join(folder, name), "utf8"), `data/${name}`, tongue);
  });
}

/** The mistakes in one catalogue, given as its text. */
function catalogueMistakes(text: string, file: string, tongue: string): readonly Mistake[] {
  const mistake = (id: string, message: string): Mistake => ({ file, line: lineOf(text, id), field: id, message });
  const read = CATALOGUE.safeParse(parsed(text));
  if (!read.success)
    return [mistake("", `is not {"read": …, "messages": {…}}: ${read.error.issues[0]?.message ?? ""}`)];
  const { messages } = read.data;
  return [
    ...[...SOURCE]
      .filter(([id]) => messages[id] === undefined)
      .map(([id, english]) => mistake(id, `is not translated; in English: ${english}`)),
    ...Object.entries(messages).flatMap(([id, message]) => {
      const english = SOURCE.get(id);
      if (english === undefined) return [mistake(id, "is told by no reply; take it out")];
      const [own, its] = [placesOf(message, tongue), placesOf(english, "en")];
      if (typeof own === "string") return [mistake(id, `cannot be read as an ICU message: ${own}`)];
      if (typeof its === "string" || own.join(" ") === its.join(" ")) return [];
      return [mistake(id, `has places for ${told(own)}; in English for ${told(its)}`)];
    }),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function told(places: readonly string[]): string {
  return places.length === 0 ? "nothing" : listed(places);
}

function lineOf(text: string, id: string): number {
  const at = id === "" ? -1 : text.split("\n").findIndex((line) => line.includes(`"${id}":`));
  return at < 0 ? 1 : at + 1;
}

/** The names that a message has places for, in order of the alphabet; or why it cannot be read. */
function placesOf(message: string, tongue: string): readonly string[] | string {
  try {
    const ast = new IntlMessageFormat(message, tongue, undefined, { ignoreTag: true }).getAst();
    return [...new Set(named(ast))].toSorted();
  } catch (defect) {
    return defect instanceof Error ? defect.message : String(defect);
  }
}

function named(ast: ReturnType<IntlMessageFormat["getAst"]>): readonly string[] {
  return ast.flatMap((part) => [
    ...("value" in part && !Object.is(part.type, LITERAL) ? [part.value] : []),
    ...("options" in part ? Object.values(part.options).flatMap((option) => named(option.value)) : []),
  ]);
}

// `TYPE.literal` of the parser, whose enum is not exported here.
const LITERAL = 0;
