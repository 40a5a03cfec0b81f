import type { Tier } from "./asker.ts";
import { call, LABEL_MAX, type RawCall } from "./call.ts";
import type { Dialect } from "./dialect.ts";
import { eitherIn, listedIn } from "#core/messages/lists.ts";
import { lineIn } from "#core/messages/line-in.ts";
import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { nearest } from "#core/text/near.ts";
import { no, ok, type Read, type Refusal } from "./refusal.ts";
import { example, type Held } from "./example.ts";
import { clean, line, shorten } from "#core/text/text.ts";
import { type Option, type Options, NAME_MAX } from "./option.ts";
import { meantBy } from "#core/facts/likely-names.ts";
import type { Names } from "#core/facts/names.ts";

/** The parts of a command that its refusals show. */
interface Described {
  readonly path: readonly [group: string, name: string];
  readonly example: string;
  readonly tier: Tier;
}

/** Parses every option of a call, once. A refusal has its option as `field`, and says what to type instead. */
export function check(
  raw: RawCall,
  command: Described,
  options: Options,
  names: Held,
  dialect?: Dialect,
): Read<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(raw.values)) {
    if (Object.hasOwn(options, name)) continue;
    // A form's fields depend on its first value: what is wrong with that explains the rest.
    const chosen = Object.entries(options).find(([o, { type }]) => type === "choice" && (raw.values[o] ?? "") !== "");
    const refused = chosen === undefined ? undefined : readOf(chosen, raw, command, names, dialect);
    return refused?.ok === false ? refused : unknownOption(name, command, options, names);
  }
  for (const [name, option] of Object.entries(options)) {
    const typed = Object.hasOwn(raw.values, name) ? raw.values[name] : undefined;
    if (typed === undefined || typed.trim() === "") {
      if (option.required)
        return no(
          tell(names, "missing.option", { name, about: lineIn(names, option.about) }),
          tell(names, "missing.type", { line: example(command, names) }),
          [],
          name,
        );
      continue;
    }
    const lost = command.tier === "reader" || option.type === "file" ? [] : clean(typed).dropped;
    if (lost.length > 0) {
      return no(
        tell(names, "missing.hidden", { name, which: lost.slice(0, 5).join(", ") }),
        tell(names, "missing.plain"),
        [],
        name,
      );
    }
    const read = readOf([name, option], raw, command, names, dialect);
    if (!read.ok) return read;
    values[name] = read.value;
  }
  return ok(values);
}

/** Reads one value that a call gives; a refusal names the option, and offers what may be meant. */
function readOf(
  [name, option]: readonly [string, Option],
  raw: RawCall,
  command: Described,
  names: Held,
  dialect: Dialect | undefined,
): Read<unknown> {
  const read = option.read(raw.values[name] ?? "", names, dialect);
  if (read.ok) return read;
  return { ok: false, refusal: inCall(read.refusal, name, raw, names, insteadOf(name, raw, command, option, names)) };
}

/** So many characters tell what was typed; a refusal may have shortened the rest. */
const SHOWN = 20;

/**
 * Turns a value's refusal into the call's, which offers what may be meant. Where it does not show what was typed, a
 * sentence before it says for which option that was.
 */
function inCall(refusal: Refusal, name: string, raw: RawCall, at: Told, instead: Pick<RawCall, "instead">): Refusal {
  const typed = line(raw.values[name] ?? "").slice(0, SHOWN);
  const isShown = typed !== "" && ['"', "“"].some((mark) => refusal.message.includes(mark + typed));
  const message = isShown ? refusal.message : tell(at, "option.wrong", { name, what: refusal.message });
  return withOffers({ ...refusal, field: name, message }, raw, instead);
}

/** The refusal with a button for each value that it offers for its field: the same call with that value. */
export function withOffers(refusal: Refusal, raw: RawCall, instead: Pick<RawCall, "instead"> = {}): Refusal {
  const { offers = [], ...rest } = refusal;
  const { field } = rest;
  if (field === undefined || offers.length === 0) return rest;
  const again = offers.slice(0, 5).map(({ label, value }) => ({
    label: shorten(label, LABEL_MAX),
    call: { ...call(raw.path, { ...raw.values, [field]: value }), ...instead },
  }));
  return { ...rest, buttons: [...rest.buttons, ...again] };
}

/**
 * The typed words, where the names that are offered for them are near and not mere examples. Only readers' commands ask
 * questions, so only their words count.
 */
function insteadOf(
  name: string,
  raw: RawCall,
  { tier }: Pick<Described, "tier">,
  { of }: Option,
  names: Names,
): Pick<RawCall, "instead"> {
  const typed = raw.values[name] ?? "";
  if (of === undefined || tier !== "reader" || meantBy(typed.slice(0, NAME_MAX), of, names).length === 0) return {};
  return { instead: { option: name, typed } };
}

export function unknownOption(
  name: string,
  command: Pick<Described, "path" | "example">,
  options: Options,
  held: Held | Told = {},
): Read<never> {
  const known = Object.keys(options);
  const typed = (option: string): string => `${option}:`;
  const near = nearest(name, known, (o) => [o], 3).map((n) => n.item);
  const line = example(command, "people" in held ? held : undefined);
  return no(
    tell(held, "option.none", { command: command.path[1], name: shorten(name, 40) }),
    near.length > 0
      ? tell(held, "unknown.meant", { names: eitherIn(held, near.map(typed)) })
      : known.length === 0
        ? tell(held, "option.takesNone", { line })
        : tell(held, "option.takes", { names: listedIn(held, known.map(typed)), line }),
  );
}
