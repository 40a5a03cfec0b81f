import { ENGLISH, type MessageId } from "./english.ts";
import type { Arguments } from "./arguments.ts";
import { spokenIn, type MessageValues } from "./spoken.ts";
import type { Told, Tongue } from "./tongue.ts";

/** The values that a message has places for; none where it has no places. */
export type ValuesOf<Id extends MessageId> = [Arguments<(typeof ENGLISH)[Id]>] extends [never]
  ? []
  : [values: Readonly<Record<Arguments<(typeof ENGLISH)[Id]>, string | number>>];

/** A message as `at` is read: in its language where that has it, else in English. */
export function tell<Id extends MessageId>({ tongue }: Told, id: Id, ...values: ValuesOf<Id>): string {
  return told(tongue, id, values[0] ?? {});
}

function told(tongue: Tongue | undefined, id: MessageId, values: MessageValues): string {
  const spoken = tongue === undefined ? undefined : spokenIn(tongue)?.(id, values);
  return spoken ?? inEnglish(ENGLISH[id], values);
}

/**
 * An English message with its values. English has the two plainest forms of ICU messages alone, so that an answer in
 * English waits for no parser: `{name}`, and `{n, plural, one {# outlet} other {# outlets}}`.
 */
function inEnglish(message: string, values: MessageValues): string {
  if (!message.includes("{")) return message;
  return message
    .replace(PLURAL, (_, name: string, one: string, other: string) =>
      (values[name] === 1 ? one : other).replaceAll("#", String(values[name])),
    )
    .replace(PLACE, (_, name: string) => String(values[name]));
}

const BRANCH = String.raw`((?:[^{}]|\{\w+\})*)`;
const PLURAL = new RegExp(String.raw`\{(\w+), plural, one \{${BRANCH}\} other \{${BRANCH}\}\}`, "gu");
const PLACE = /\{(\w+)\}/gu;
