import { z } from "zod";
import type { Command, Commands } from "#core/answer/command.ts";
import { call, type RawCall } from "#core/request/call.ts";
import { memoised } from "#core/text/lazy.ts";
import type { Option } from "#core/request/option.ts";

/** A command for readers as another program asks for it. Its arguments are the command's options, by their names. */
export interface Read {
  readonly name: string;
  readonly about: string;
  readonly path: Command["path"];
  readonly input: z.ZodType<Readonly<Record<string, string | number>>>;
  /** The names of its arguments. */
  readonly takes: readonly string[];
  /** Those that must be given. */
  readonly required: readonly string[];
}

/** Options that say how a chat shows an answer, and mean nothing to a program. */
const SHOWN = new Set(["public"]);

/** By the read's name: the command of the group `talks`, and what of its options. */
const COMMANDS: Readonly<Record<string, { readonly command: string; readonly only?: readonly string[] }>> = {
  ask: { command: "ask" },
  read: { command: "about" },
  brief: { command: "list", only: ["talks", "as-of"] },
  compare: { command: "compare" },
  timeline: { command: "timeline" },
  disputes: { command: "disputes" },
  changes: { command: "changes" },
  check_quote: { command: "check-quote" },
  fact: { command: "fact" },
  sources: { command: "sources" },
  list: { command: "list", only: ["as-of"] },
};

/** Every read there is, made from the commands. None changes anything. */
export const readsOf = memoised((commands: Commands): readonly Read[] =>
  Object.entries(COMMANDS).map(([name, { command, only }]) => {
    const found = commands.find(["talks", command]);
    if (found === undefined || found.tier !== "reader") throw new Error(`readers have no command ${command}`);
    const options = Object.entries(found.options).filter(
      ([option]) => !SHOWN.has(option) && (only === undefined || only.includes(option)),
    );
    const must = name === "brief" ? ["talks"] : [];
    return {
      name,
      about: name === "brief" ? "One round of talks in five cited lines" : found.about,
      path: found.path,
      takes: options.map(([option]) => option),
      required: options.flatMap(([option, { required }]) => (required || must.includes(option) ? [option] : [])),
      input: z.strictObject(
        Object.fromEntries(
          options.map(([option, definition]) => {
            const value = valueOf(definition);
            return [option, definition.required || must.includes(option) ? value : value.optional()];
          }),
        ),
      ) as Read["input"],
    };
  }),
);

/** The call that a read with its arguments stands for. */
export function callOf(read: Read, input: Readonly<Record<string, string | number | undefined>>): RawCall {
  return call(read.path, valuesOf(input));
}

/** Arguments as a call has them: each as it would be typed, and none that is left out. */
export function valuesOf(input: Readonly<Record<string, string | number | undefined>>): RawCall["values"] {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function valueOf({ type, about, max, choices, required }: Option): z.ZodType<string | number> {
  if (type === "whole") return z.int().describe(about);
  if (type === "choice" && choices !== undefined) {
    const values = choices.map(({ value }) => value);
    return z.enum(values as [string, ...string[]]).describe(about);
  }
  return z
    .string()
    .min(required ? 1 : 0)
    .max(max)
    .describe(about);
}
