import type { Article } from "#core/facts/article.ts";
import { SLOT_NAMES, type SlotName } from "#core/facts/slot-names.ts";
import { lineIn } from "#core/messages/line-in.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { RawCall } from "#core/request/call.ts";
import { FIELD_NAMES, SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";
import { no, ok, type Read, type Refusal } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { ARTICLE_DETAILS, NEEDED, wordsColumn } from "./columns.ts";
import { HOLDING_COLUMNS, type Holding } from "./grouping.ts";
import type { Line } from "./line.ts";
import { openDays, publishedDay } from "./published.ts";
import { slotOf } from "./slot-of.ts";

/** What an import says of an article that `/facts add` does not ask: each only where the file has it. */
type ArticleDetails = Partial<Pick<Article, (typeof ARTICLE_DETAILS)[number]>>;

/** One claim of an import that can be put to the desk. */
export interface Entry {
  readonly where: string;
  /** The values of `/facts add` that it means. A slot's fields are the words as the file has them. */
  readonly values: RawCall["values"];
  /** The source's own words of the fields for which `values` has one of the desk's names. */
  readonly as: Readonly<Record<string, string>>;
  readonly article: ArticleDetails;
  /** The id by which the file names its article. */
  readonly articleId?: string;
  /** The id that other entries of the file name it by. */
  readonly id?: string;
  readonly holding: Holding;
  /** The days that its article's day can be, where that can be read in two ways, and what is wrong with it then. */
  readonly open?: { readonly days: readonly string[]; readonly problem: string };
  /** What the file wrote for its slot, where that is none that every desk has: it may be one of the desk's own. */
  readonly ownSlot?: string;
}

/** An entry, or what is wrong with it. */
export type ReadEntry = Entry | { readonly where: string; readonly problem: string };

// Longer than anything that a claim may hold; a longer cell is told by its length, not read.
const CELL_MAX = 3000;

/** A line as an entry. Names are not looked up here: that takes a desk. `at`: in which language a problem is told. */
export function readEntry({ where, cells: written, article, problem }: Line, at: Told): ReadEntry {
  const wrong = problem ?? tooLong(written, at) ?? failedFormula(written, at);
  if (wrong !== undefined) return { where, problem: wrong };
  for (const name of NEEDED) if (!written.has(name)) return { where, problem: tell(at, "wrong.missing", { name }) };
  const typed = written.get("slot") ?? "";
  const shipped = slotOf(typed);
  const cells = shipped === undefined ? ownSlotCells(written, at) : written;
  if (cells === undefined) return { where, problem: noSlot(typed, [], at) };
  const slot = shipped ?? "own";
  const fields = fieldsProblem(slot, cells, at);
  if (fields !== undefined) return { where, problem: fields };
  const paragraph = numberOf(cells.get("paragraph") ?? "");
  if (paragraph === undefined) return { where, problem: notWhole("paragraph", cells.get("paragraph") ?? "", at) };
  const details = detailsOf(cells, at);
  if (typeof details === "string") return { where, problem: details };
  if (details.paragraphs !== undefined && paragraph > details.paragraphs) {
    const units = details.held === "notes" ? "wrong.notes" : "wrong.paragraphs";
    return { where, problem: tell(at, units, { n: details.paragraphs, number: paragraph }) };
  }
  const holding = holdingOf(cells, at);
  if (!holding.ok) return { where, problem: holding.refusal.message };
  const published = cells.get("published");
  const day = published === undefined ? undefined : publishedDay(published, at);
  const open = day?.ok === false ? openOf(published ?? "", day.refusal, at) : undefined;
  if (open?.days.length === 0) return { where, problem: open.problem };
  const given = [
    "talks",
    "side",
    "source",
    "title",
    "address",
    "excerpt",
    "according",
    ...Object.keys(SLOTS[slot].fields),
  ];
  const values = Object.fromEntries(given.flatMap((name) => (cells.has(name) ? [[name, cells.get(name) ?? ""]] : [])));
  const as = Object.keys(SLOTS[slot].fields).flatMap((name) => {
    const words = cells.get(wordsColumn(name));
    return words === undefined ? [] : [[name, words] as const];
  });
  return {
    where,
    values: { ...values, slot, paragraph: String(paragraph), ...(day?.ok === true ? { published: day.value } : {}) },
    as: Object.fromEntries(as),
    article: details,
    ...defined({ open, id: cells.get("id"), articleId: article, ownSlot: shipped === undefined ? typed : undefined }),
    holding: holding.value,
  };
}

function openOf(published: string, { message, hint }: Refusal, at: Told): NonNullable<Entry["open"]> {
  return { days: openDays(published), problem: tell(at, "wrong.published", { why: `${message} ${hint}` }) };
}

/** How the file says that the claim is held; `bare` as people write it. */
function holdingOf(cells: Line["cells"], at: Told): Read<Holding> {
  const { bare, ...words } = Object.fromEntries(
    HOLDING_COLUMNS.flatMap((name) => (cells.has(name) ? [[name, cells.get(name)?.trim()] as const] : [])),
  );
  if (bare === undefined || /^(?:no|false|0)$/iu.test(bare)) return ok(words);
  if (/^(?:yes|true|1)$/iu.test(bare)) return ok({ ...words, bare: "yes" });
  return no(tell(at, "wrong.bare", { typed: shorten(bare, 40) }), "");
}

function tooLong(cells: Line["cells"], at: Told): string | undefined {
  const [name, words] = [...cells].find(([, cell]) => cell.length > CELL_MAX) ?? [];
  if (name === undefined || words === undefined) return undefined;
  return tell(at, "wrong.long", { name, n: words.length, max: CELL_MAX });
}

// What Excel writes where a formula failed, in English, Turkish, Russian, Spanish and German.
const FAILED = new Set(
  [
    "#NAME? #REF! #VALUE! #DIV/0! #NULL! #NUM! #N/A #SPILL! #CALC!",
    "#AD? #BAŞV! #DEĞER! #SAYI/0! #BOŞ! #SAYI! #YOK",
    "#ИМЯ? #ССЫЛКА! #ЗНАЧ! #ДЕЛ/0! #ПУСТО! #ЧИСЛО! #Н/Д",
    "#¿NOMBRE? #¡REF! #¡VALOR! #¡DIV/0! #¡NULO! #¡NUM! #BEZUG! #WERT! #ZAHL! #NV",
  ].flatMap((some) => some.split(" ")),
);

function failedFormula(cells: Line["cells"], at: Told): string | undefined {
  const [name, words] = [...cells].find(([, cell]) => FAILED.has(cell.trim())) ?? [];
  if (name === undefined || words === undefined) return undefined;
  return tell(at, "wrong.formula", { name, typed: words.trim() });
}

/** Cells whose slot may be one of the desk's own by its name, as `own` and which one; undefined where they are not. */
function ownSlotCells(cells: Line["cells"], at: Told): Line["cells"] | undefined {
  const own = new Map([...cells, ["kind", cells.get("slot") ?? ""]]);
  return cells.has("kind") || fieldsProblem("own", own, at) !== undefined ? undefined : own;
}

/** Why an entry is refused whose slot nobody knows; `own`: the names of the desk's own. */
export function noSlot(typed: string, own: readonly string[], at: Told): string {
  const known = [...own.map((name) => `"${name}"`), ...SLOT_NAMES.filter((name) => name !== "own")];
  return tell(at, "wrong.slot", { typed: shorten(typed, 40), names: known.join(", ") });
}

function fieldsProblem(slot: SlotName, cells: Line["cells"], at: Told): string | undefined {
  const { fields } = SLOTS[slot];
  const other = [...cells.keys()].find((name) => isField(name) && !Object.hasOwn(fields, name.replace(AS_WRITTEN, "")));
  if (other !== undefined)
    return tell(at, "wrong.field", { slot, name: other, names: listedIn(at, Object.keys(fields)) });
  const lacks = Object.entries(fields).find(([name, option]) => option.required && !cells.has(name));
  if (lacks === undefined) return undefined;
  return tell(at, "wrong.missingField", { name: lacks[0], about: lineIn(at, lacks[1].about) });
}

const AS_WRITTEN = / as written$/u;

function isField(column: string): boolean {
  return FIELD_NAMES.has(column.replace(AS_WRITTEN, ""));
}

/** `2`, `2.0`, `2,0` (a spreadsheet's), `¶2`, from 1 to 1000. */
function numberOf(written: string): number | undefined {
  const digits = /^(?:¶|note|paragraph)?\s*(\d{1,4})(?:[.,]0+)?$/iu.exec(written.trim())?.[1];
  const number = Number(digits ?? 0);
  return number >= 1 && number <= 1000 ? number : undefined;
}

function notWhole(name: string, typed: string, at: Told): string {
  return tell(at, "wrong.whole", { name, typed: shorten(typed, 40) });
}

/** What the file says of the article, or what is wrong with it. */
function detailsOf(cells: Line["cells"], at: Told): ArticleDetails | string {
  const [language, outletKind, held, paragraphs] = ARTICLE_DETAILS.map((name) => cells.get(name)?.trim());
  if (language !== undefined && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/iu.test(language))
    return tell(at, "wrong.language", { typed: shorten(language, 40) });
  if (outletKind !== undefined && outletKind.length > 300) return tell(at, "wrong.outletKind");
  if (held !== undefined && !/^(?:text|notes)$/iu.test(held))
    return tell(at, "wrong.held", { typed: shorten(held, 40) });
  const number = paragraphs === undefined ? undefined : numberOf(paragraphs);
  if (paragraphs !== undefined && number === undefined) return notWhole("paragraphs", paragraphs, at);
  return {
    ...(language === undefined
      ? {}
      : { language: language.toLowerCase().replace(/-(\w{2})$/u, (_, r: string) => `-${r.toUpperCase()}`) }),
    ...(outletKind === undefined ? {} : { outletKind }),
    ...(held === undefined ? {} : { held: held.toLowerCase() === "notes" ? ("notes" as const) : ("text" as const) }),
    ...(number === undefined ? {} : { paragraphs: number }),
  };
}
