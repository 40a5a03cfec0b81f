import { z } from "zod";
import type { View } from "#core/facts/view.ts";
import { ask, type RawCall } from "#core/request/call.ts";
import type { Command, Commands } from "./command.ts";
import type { Unheard } from "./second-ear.ts";

/** Longest question that a second ear is asked, in characters. */
const QUESTION_MAX = 500;
/** Most names of a kind that it is told. */
const NAMES_MAX = 100;
/** What only shows an answer otherwise, and what only moderators and buttons give. */
const NOT_ASKED = new Set(["public", "page", "meant"]);
/** Commands for readers that do not read a question. */
const NOT_CALLED = new Set(["ask", "help", "fact"]);

/** Undefined for a question that is too long for it. */
export function unheardOf(question: string, commands: Commands, view: View): Unheard | undefined {
  if (question.length > QUESTION_MAX) return undefined;
  const names = (all: readonly { readonly name: string }[]): readonly string[] =>
    all.slice(-NAMES_MAX).map(({ name }) => name);
  return {
    question,
    calls: callable(commands).map(({ path, about, options }) => ({
      name: path[1],
      about,
      options: Object.fromEntries(
        Object.entries(options)
          .filter(([name]) => !NOT_ASKED.has(name))
          .map(([name, { about: tells, choices }]) => [
            name,
            choices === undefined ? { about: tells } : { about: tells, choices: choices.map((c) => c.value) },
          ]),
      ),
    })),
    names: {
      rounds: names(view.talks.all),
      parties: names(view.parties.all),
      people: names(view.people.all),
      places: names(view.places.all),
    },
  };
}

const READING = z.strictObject({
  call: z.string().max(32),
  options: z.record(z.string().max(32), z.string().min(1).max(120)).default({}),
});

/** The call that a reading names, if it is one of those that were told; its values are still to be checked. */
export function callRead(
  reading: unknown,
  commands: Commands,
): { readonly command: Command; readonly call: RawCall } | undefined {
  const read = READING.safeParse(reading);
  if (!read.success) return undefined;
  const command = callable(commands).find(({ path }) => path[1] === read.data.call);
  const given = Object.keys(read.data.options);
  if (command === undefined || given.some((name) => NOT_ASKED.has(name) || !Object.hasOwn(command.options, name)))
    return undefined;
  return { command, call: ask(command.path[1], read.data.options) };
}

function callable(commands: Commands): readonly Command[] {
  return commands.group("talks").filter(({ path, tier }) => tier === "reader" && !NOT_CALLED.has(path[1]));
}
