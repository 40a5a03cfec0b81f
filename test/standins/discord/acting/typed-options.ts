import type { Json } from "#test/standins/discord/json.ts";
import { length, objects, text } from "#test/standins/discord/json.ts";
import type { Resolved } from "./resolved.ts";

/** What a person enters for an option: users, roles and channels by name or id, a file as such. */
export type Typed =
  | string
  | number
  | boolean
  | { readonly name: string; readonly content: string; readonly type?: string };

export interface Path {
  readonly words: readonly string[];
  /** The options of the last word. */
  readonly options: readonly Json[];
  /** Types of the words after the first: 1 sub-command, 2 group. */
  readonly types: readonly number[];
}

/** Follows `talks who-led` through the registered command; throws with what there is when a word is wrong. */
export function followPath(body: Json, words: readonly string[]): Path {
  let options = objects(body.options);
  const types: number[] = [];
  for (const word of words.slice(1)) {
    const next = options.find((one) => one.name === word && (one.type === 1 || one.type === 2));
    if (next === undefined) throw new Error(`No ${word} in /${words.join(" ")}; there is ${namesOf(options)}.`);
    types.push(Number(next.type));
    options = objects(next.options);
  }
  if (options.some((one) => one.type === 1 || one.type === 2))
    throw new Error(`/${words.join(" ")} needs one of ${namesOf(options)}.`);
  return { words, options, types };
}

function namesOf(options: readonly Json[]): string {
  return options.map((one) => text(one.name)).join(", ");
}

/** The options as the interaction carries them, nested below sub-command and group. */
export function nested(path: Path, given: readonly Json[]): readonly Json[] {
  return path.types.reduceRight<readonly Json[]>(
    (below, type, index) => [{ type, name: path.words[index + 1] ?? "", options: below }],
    given,
  );
}

/** Checks what was typed against the definition, as the client does before it sends anything. */
export function filledIn(path: Path, values: Readonly<Record<string, Typed>>, resolved: Resolved): readonly Json[] {
  const where = `/${path.words.join(" ")}`;
  for (const name of Object.keys(values))
    if (!path.options.some((one) => one.name === name))
      throw new Error(`${where} has no option ${name}; it has ${namesOf(path.options) || "none"}.`);
  for (const option of path.options)
    if (option.required === true && values[text(option.name)] === undefined)
      throw new Error(`${where} needs the option ${text(option.name)}.`);
  return Object.entries(values).map(([name, value]) => {
    const option = path.options.find((one) => one.name === name) ?? {};
    return { type: option.type, name, value: valueOf(where, option, value, resolved) };
  });
}

function valueOf(where: string, option: Json, value: Typed, resolved: Resolved): string | number | boolean {
  const wrong = (what: string): Error => new Error(`${where} ${text(option.name)}: ${what}`);
  const choices = objects(option.choices);
  switch (option.type) {
    case 3:
      if (typeof value !== "string") throw wrong("wants a text");
      if (value === "" && option.required === true) throw wrong("cannot be empty");
      if (length(value) < Number(option.min_length ?? 0) || length(value) > Number(option.max_length ?? 6000))
        throw wrong(`cannot have ${length(value)} characters`);
      break;
    case 4:
    case 10:
      if (typeof value !== "number" || (option.type === 4 && !Number.isInteger(value))) throw wrong("wants a number");
      if (value < Number(option.min_value ?? -(2 ** 53)) || value > Number(option.max_value ?? 2 ** 53))
        throw wrong(`cannot be ${value}`);
      break;
    case 5:
      if (typeof value !== "boolean") throw wrong("wants true or false");
      break;
    default:
      return resolved.refer(Number(option.type), value);
  }
  if (choices.length > 0 && !choices.some((one) => one.value === value))
    throw wrong(`is one of ${choices.map((one) => text(one.name)).join(", ")}`);
  return value;
}
