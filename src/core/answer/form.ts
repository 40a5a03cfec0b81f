import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { lineIn } from "#core/messages/line-in.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { z } from "zod";
import { RAW_CALL, type RawCall } from "#core/request/call.ts";
import { CHOICE, type Choice } from "#core/request/choice.ts";
import { TONGUES } from "#core/messages/tongue.ts";
import { OPTION_TYPES, type Option, type Options } from "#core/request/option.ts";
import { REFUSAL, type Read, type Refusal } from "#core/request/refusal.ts";
import type { Immutable } from "#core/text/immutable.ts";
import type { Asker } from "#core/request/asker.ts";
import { capital } from "#core/text/text.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Digests } from "#core/digest/digests.ts";
import type { View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";
import { toldBy } from "./here.ts";

/** What a command asks in a form, besides what the call gave. */
export interface FormDefinition {
  /** At most 45 characters (Discord's limit on a modal's title). */
  readonly title: string;
  /** Its other title, and when the values so far make that other form of it. */
  readonly other?: { readonly title: string; is(values: RawCall["values"]): boolean };
  /** Those of the command's own options that the form shows, in order. */
  readonly asks: readonly string[];
  /**
   * The option without which the rest cannot be told: asked alone where it is missing, and no longer once it is there.
   */
  readonly first?: string;
  /** Options that are picked from a menu of what the desk holds, where a platform's menu takes so many. */
  readonly menus?: readonly string[];
  /** Options that every such call takes: asked beside the first one, and not again where they were given. */
  readonly beside?: readonly string[];
  /** Which of `asks` come before the fields with the values so far, and whether each is needed. */
  ahead?(values: RawCall["values"], at: Pick<Snapshot, "view">): Readonly<Record<string, boolean>>;
  /** Which of `asks` need not be asked with the values so far. `wrong`: the option that was refused, if one was. */
  skips?(values: RawCall["values"], at: Pick<Snapshot, "view">, wrong?: string): readonly string[];
  /** Options that depend on the values so far, such as a slot's fields; undefined where the call cannot be told yet. */
  fields?(values: RawCall["values"], at: Pick<Snapshot, "view">): Options | undefined;
  /** What stands in the form before anybody types; a refusal where there is nothing to fill a form for. */
  present?(
    values: RawCall["values"],
    at: Snapshot,
    around: Around,
  ): Read<RawCall["values"]> | Promise<Read<RawCall["values"]>>;
  /** What is likely to be meant where nothing was typed: it stands in the form, to be sent or changed. */
  likely?(values: RawCall["values"], around: Around): Promise<RawCall["values"]>;
  /** One line that tells what the form is about, above its fields. */
  about?(values: RawCall["values"], at: Snapshot): string | undefined;
  /**
   * What is to be known before it is sent, such as what else will change; where there is such, the form is shown also
   * to who gave all.
   */
  note?(values: RawCall["values"], at: Snapshot, digests: Digests | undefined): Promise<string | undefined>;
}

/** Who asks, and the digests of the workspace where they do. */
export interface Around {
  readonly asker: Asker;
  readonly digests: Digests | undefined;
  readonly dialect: Dialect | undefined;
}

const FORM_FIELD = z.object({
  name: z.string(),
  label: z.string(),
  about: z.string(),
  type: z.enum(OPTION_TYPES),
  required: z.boolean(),
  max: z.number(),
  choices: z.array(CHOICE).exactOptional(),
  value: z.string(),
});
export type FormField = Immutable<z.infer<typeof FORM_FIELD>>;

/**
 * A form to fill in. Submitting it is `call` with the fields' values added and `submitted` set; what was refused comes
 * back filled in.
 */
export const FORM = z.object({
  title: z.string(),
  fields: z.array(FORM_FIELD),
  call: RAW_CALL,
  /** It asks only what the rest depends on; the whole form comes next. */
  partial: z.boolean(),
  /** One line above the fields: what to know before sending it. */
  note: z.string().exactOptional(),
  problem: REFUSAL.exactOptional(),
  /** The language that it is in; English where there is none. */
  tongue: z.enum(TONGUES).exactOptional(),
});
export type Form = Immutable<z.infer<typeof FORM>>;

/**
 * What a form is made of: the call so far, the options that depend on it (undefined while unknown), what stands at
 * present.
 */
export interface FormState {
  readonly raw: RawCall;
  readonly view: View;
  readonly own: Options;
  readonly fields: Options | undefined;
  readonly present: RawCall["values"];
  readonly likely?: RawCall["values"];
  readonly note?: string | undefined;
  /** What stands here already: it goes with the form and is not asked, except where it is what is wrong. */
  readonly standing?: RawCall["values"];
  readonly problem?: Refusal | undefined;
}

/** The form for a call: every field it asks, with what was typed, else what stands there at present. */
export function makeForm(
  definition: FormDefinition,
  { raw, view, own, fields, present, likely = {}, note, problem, standing = {} }: FormState,
): Form {
  const { first, beside = [] } = definition;
  const ahead = definition.ahead?.({ ...present, ...raw.values }, { view }) ?? {};
  const partial = first !== undefined && fields === undefined;
  const later = definition.asks.filter((name) => !(name in ahead)).flatMap((name) => entry(name, own));
  const all = partial
    ? [first, ...beside].flatMap((name) => entry(name, own))
    : [...Object.keys(ahead).flatMap((name) => entry(name, own)), ...Object.entries(fields ?? {}), ...later];
  const skipped = definition.skips?.({ ...present, ...raw.values }, { view }, problem?.field) ?? [];
  const isNext = raw.partly === true && !partial && problem === undefined;
  const given = beside.filter((name) => isNext && (raw.values[name] ?? "") !== "");
  const known = new Set([...toldBy(standing), ...skipped, ...given]);
  // The text of a file cannot stand in a field: it goes with the form.
  const came = ([name, { type }]: (typeof all)[number]): boolean => type === "file" && (raw.values[name] ?? "") !== "";
  const asked = all.filter((one) => (!known.has(one[0]) && !came(one)) || one[0] === problem?.field);
  const names = new Set(asked.map(([name]) => name));
  const held = Object.keys(present).some((name) => names.has(name));
  const shown = held ? Object.fromEntries([...names].map((name) => [name, present[name] ?? ""])) : undefined;
  return {
    title: lineIn(view, definition.other?.is(raw.values) === true ? definition.other.title : definition.title),
    partial,
    fields: asked.map(([name, option]) => {
      const menu = definition.menus?.includes(name) === true ? menuOf(option, view) : undefined;
      const value = raw.values[name] ?? present[name] ?? likely[name] ?? "";
      return {
        name,
        label: lineIn(view, fieldLabel(name, option)),
        about: lineIn(view, option.about),
        type: menu === undefined ? option.type : "choice",
        required: option.required || ahead[name] === true,
        max: option.max,
        ...defined({ choices: menu ?? choicesOf(option, view) }),
        value: menu === undefined ? value : picked(value, option, view),
      };
    }),
    call: {
      path: raw.path,
      // What stood there and is not asked goes with the form: the revision that was seen is the one that was shown.
      values: Object.fromEntries(Object.entries({ ...present, ...raw.values }).filter(([name]) => !names.has(name))),
      ...defined({ next: raw.next, shown }),
    },
    ...defined({ note, problem }),
  };
}

/** Options whose names are short to type and say too little above a field. */
const LABELS: Readonly<Record<string, string>> = {
  talks: "Round of talks",
  excerpt: "Exact words",
  according: "According to",
  stated: "As stated",
  span: "From what to what",
  act: "What they did",
  measure: "What was done",
  tells: "What it tells",
  every: "How often",
  timezone: "Time zone",
};

/** What a field is called in a form. */
export function fieldLabel(name: string, { label }: Pick<Option, "label"> = {}): string {
  return label ?? LABELS[name] ?? capital(name.replaceAll("-", " "));
}

/** What the desk holds for an option; undefined where that is nothing. */
function menuOf(option: Option, view: View): readonly Choice[] | undefined {
  const all = option.complete?.(view) ?? [];
  return all.length === 0 ? undefined : all;
}

/** What was typed for an option, as the value that its menu has. */
function picked(typed: string, option: Option, view: View): string {
  const read = typed === "" ? undefined : option.read(typed, view);
  return read?.ok === true && typeof read.value === "string" ? read.value : typed;
}

/** What may be chosen: of every desk, and what this one adds to it. */
function choicesOf(option: Option, view: View): FormField["choices"] {
  if (option.type === "flag")
    return [
      { label: tell(view, "form.yes"), value: "true" },
      { label: tell(view, "form.no"), value: "false" },
    ];
  return option.choices === undefined ? undefined : [...(option.complete?.(view) ?? []), ...shownChoices(option, view)];
}

/** An option's own choices, as they are called where one picks. */
export function shownChoices(option: Option, at: Told): readonly Choice[] {
  return (option.choices ?? []).map(({ label, value }) => ({
    label: option.shows?.(value, at) ?? lineIn(at, label),
    value,
  }));
}

function entry(name: string, options: Options): readonly (readonly [string, Option])[] {
  const option = options[name];
  return option === undefined ? [] : [[name, option]];
}

/** The call that a filled form makes. */
export function submit(form: Form, entered: Readonly<Record<string, string>>): RawCall {
  const { path, values, next, shown } = form.call;
  const partly = form.partial ? { partly: true as const } : {};
  // A field for a file that stays empty gives none, and not an empty one.
  const files = new Set(form.fields.filter((f) => f.type === "file").map((f) => f.name));
  const given = Object.fromEntries(Object.entries(entered).filter(([name, value]) => value !== "" || !files.has(name)));
  return { path, values: { ...values, ...given }, submitted: !form.partial, ...partly, ...defined({ next, shown }) };
}
