import type { Option } from "#core/request/option.ts";
import type { Choice } from "#core/request/choice.ts";
import { ok, refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import type { Named, Names } from "#core/facts/names.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";
import { likelyNames, type LikelyName, type NewNameKind } from "#core/facts/likely-names.ts";
import { named } from "./named.ts";
import { readText, type Shape } from "./plain.ts";

/**
 * A name as typed for a claim: `new: Zed` is another one than all that are known; `Ida Ray = I. Ray` a spelling of
 * one.
 */
export function readName(raw: string): { readonly fresh: boolean; readonly known?: string; readonly words: string } {
  const fresh = /^\s*new:\s*(.+)$/isu.exec(raw)?.[1];
  if (fresh !== undefined) return { fresh: true, words: fresh };
  const [, known, words] = /^(.+?)\s=\s(.+)$/su.exec(raw) ?? [];
  return known === undefined || words === undefined ? { fresh: false, words: raw } : { fresh: false, known, words };
}

/**
 * As `named`, for the fields of a claim. A name that is like no known one is kept as typed: it is new. One that is like
 * a known name, or that cannot be compared with them, is asked about: it may be a spelling of one, or somebody new.
 */
export function namedOrNew<const R extends boolean = false>(
  about: string,
  of: NewNameKind,
  shape: Shape<R> = {},
): Option<string, R> {
  const option = named(about, of, shape);
  return {
    ...option,
    read(raw, names) {
      const { fresh, known, words } = readName(raw);
      const typed = readText(words, option.max, false, names);
      if (!typed.ok) return typed;
      if (known !== undefined) return spellingOf(option.read(known, names), typed.value);
      const likely = likelyNames(typed.value, of, names);
      if (likely.kind === "known") return ok(likely.item.id);
      if (fresh) return typed;
      if (likely.kind === "several") return whichOf(typed.value, likely.items, names);
      if (likely.kind === "unread") return asked(unread(typed.value, of, names), of, names);
      return likely.names.length === 0 ? typed : asked(alike(typed.value, of, likely.names, names), of, names);
    },
  };
}

/** The one that a spelling was said to be of; where there is none such, those offered instead keep the spelling. */
function spellingOf(read: Read<string>, typed: string): Read<string> {
  if (read.ok) return read;
  const offers = (read.refusal.offers ?? []).map(({ label, value }) => ({ label, value: `${value} = ${typed}` }));
  return { ok: false, refusal: { ...read.refusal, offers } };
}

function whichOf(typed: string, items: readonly Named[], at: Told): Read<never> {
  const short = shorten(typed, 60);
  const all = listedIn(
    at,
    items.map((i) => i.name),
  );
  const message = tell(at, "name.which", { typed: short, names: all });
  const hint = tell(at, "name.typeWhich", { typed: short });
  return question(
    refuse("usage", message, hint),
    items.map((item) => ({ label: item.name, value: `${item.id} = ${typed}` })),
  );
}

interface Question {
  readonly typed: string;
  readonly message: string;
  readonly items: readonly Named[];
}

function alike(typed: string, of: NewNameKind, likely: readonly LikelyName[], at: Told): Question {
  const known = likely.map(({ item, why }) => (why === undefined ? item.name : `${item.name} (${why})`));
  const message = tell(at, `name.like.${of}`, { typed: shorten(typed, 60), names: listedIn(at, known) });
  return { typed, message, items: likely.map(({ item }) => item) };
}

// As many as fit beside the button for a new one.
const OFFERED = 4;

function unread(typed: string, of: NewNameKind, names: Names & Told): Question {
  // Those that are written alike come first.
  const letter = letterOf(typed);
  const alike = (item: Named): boolean => [item.name, ...item.aliases].some((s) => letter?.test(s) === true);
  const items = names[of].all.toSorted((a, b) => Number(alike(b)) - Number(alike(a))).slice(0, OFFERED);
  const message = tell(names, `name.script.${of}`, { typed: shorten(typed, 60) });
  return { typed, message, items };
}

/** A letter of the script in which a name is written that is not read; undefined where that is none of these. */
function letterOf(typed: string): RegExp | undefined {
  return UNREAD.find((letter) => letter.test(typed));
}

const UNREAD = ["Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian", "Greek", "Hangul"]
  .map((script) => new RegExp(String.raw`\p{Script=${script}}`, "u"))
  .concat(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);

function asked({ typed, message, items }: Question, of: NewNameKind, names: Names & Told): Read<never> {
  const name = shorten(typed, 60);
  const spelt = items.map((item) => ({ item, known: names[of].exact(item.name) === item ? item.name : item.id }));
  const hint = tell(names, `name.ask.${of}`, { known: spelt[0]?.known ?? "", typed: name });
  const offers = spelt.map(({ item, known }) => ({
    label: tell(names, "name.spelling", { name: item.name }),
    value: `${known} = ${typed}`,
  }));
  const other = { label: tell(names, `name.new.${of}`), value: `new: ${typed}` };
  return question(refuse("usage", message, hint), [...offers, other]);
}

// Its buttons carry all that was typed, so that a press answers it. A form could not show them.
function question(refusal: Refusal, offers: readonly Choice[]): Read<never> {
  return { ok: false, refusal: { ...refusal, carries: true, offers } };
}
