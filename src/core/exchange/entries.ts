import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { LABEL_MAX } from "#core/request/call.ts";
import { count, listed, shorten } from "#core/text/text.ts";
import { columnOf, NEEDED, squashed } from "./columns.ts";
import { readEntry } from "./entry.ts";
import { filledDown, gapsOf, withArticleDetails } from "./gaps.ts";
import { FORM, unreadable, type Line, type Lines } from "./line.ts";
import { linesOf } from "./formats.ts";
import { withoutPlaceholders } from "./placeholders.ts";
import type { FileRead, Reading } from "./reader.ts";

/** Most claims that one import may bring: a page of facts, not a database. */
const ENTRIES_MAX = 2000;
/** Most names that one import may bring: each is compared with all that are held. */
const NAMES_MAX = 1000;

/**
 * The claims of an import file, in YAML, JSON, JSON lines or CSV. A file that is none of them is refused whole; a wrong
 * entry is told by its place.
 */
export function readEntries(content: string, reading: Reading): Read<FileRead> {
  const parsed = linesOf(content, new Set([...reading.leaveOut, ...names(reading.leaveOut)].map(squashed)));
  if (!parsed.ok) return parsed;
  const refused = unknownRefusal(parsed.value) ?? askedInVain(parsed.value, reading);
  if (refused !== undefined) return refused;
  const [filled, empty] = partition(parsed.value.lines, (line) => !isEmpty(line));
  const { packs = [] } = parsed.value;
  if (filled.length === 0 && packs.length === 0) return noClaim(empty);
  if (filled.length > ENTRIES_MAX)
    return unreadable(
      `That file has ${filled.length} claims; an import takes at most ${ENTRIES_MAX}.`,
      "Split the file.",
    );
  const named = packs.reduce(
    (sum, p) => sum + p.parties.length + p.talks.length + p.people.length + p.places.length + p.slots.length,
    0,
  );
  if (named > NAMES_MAX)
    return unreadable(`That file has ${named} names; an import takes at most ${NAMES_MAX}.`, "Split the file.");
  const fill = new Set(names(reading.fillDown).flatMap((name) => columnOf(name) ?? []));
  const { lines: worded, placeholders } = withoutPlaceholders(filled);
  const down = withArticleDetails(filledDown(worded, fill)).map((line) => withTalks(line, reading.talks));
  const noTalks = down.length > 0 && down.every((line) => !line.cells.has("talks"));
  const { lines, gaps } = gapsOf(down);
  return ok({
    entries: lines.map(readEntry),
    packs,
    empty: empty.map(({ where }) => where),
    leftOut: parsed.value.leftOut,
    placeholders,
    gaps,
    noTalks,
  });
}

// A file with more unknown names than these is of another form altogether: to leave them all out would leave nothing.
const UNKNOWN_OFFERED = 20;
const UNKNOWN_TOLD = 10;

function unknownRefusal({ unknown, lines, packs = [] }: Lines): Read<never> | undefined {
  const [first] = unknown;
  if (first === undefined) return undefined;
  const noun = lines[0]?.where.startsWith("row") === true ? "column" : "key";
  const told = unknown
    .slice(0, UNKNOWN_TOLD)
    .map(({ name, sample }) => `"${shorten(name, 40)}"${sample === "" ? "" : ` (such as "${shorten(sample, 40)}")`}`);
  const more = unknown.length > UNKNOWN_TOLD ? [`${unknown.length - UNKNOWN_TOLD} more`] : [];
  const nameless = unknown.length === 1 && /^column \d+$/u.test(first.name);
  const message = nameless
    ? `The file has a column without a name: ${told.join("")}.`
    : `The file has ${unknown.length === 1 ? `a ${noun}` : `${unknown.length} ${noun}s`} that Talks does not know: ${listed([...told, ...more])}.`;
  const them = unknown.length === 1 ? "it" : "them";
  if (unknown.length > UNKNOWN_OFFERED) return unreadable(message, `Take ${them} out. ${FORM}`);
  // Without a slot there is no claim, so that nothing would be left.
  if (packs.length === 0 && lines.every(({ cells }) => !cells.has("slot")))
    return unreadable(message, "Nothing else in it is a claim. /facts template shows the form that Talks reads.");
  const value = unknown.map(({ name }) => name).join(", ");
  const refusal = refuse("usage", message, `Take ${them} out, or import with leave-out:"${value}".`);
  const offers = [{ label: shorten(`Leave out ${value}`, LABEL_MAX), value }];
  return { ok: false, refusal: { ...refusal, field: "leave-out", offers } };
}

// A name that is asked for and not there is most likely a slip: the file would be read otherwise than was meant.
function askedInVain({ leftOut }: Lines, { leaveOut, fillDown }: Reading): Read<never> | undefined {
  const found = new Set(leftOut.map(squashed));
  const missing = leaveOut
    .filter((typed) => !found.has(squashed(typed)))
    .flatMap((typed) => names([typed]).find((name) => !found.has(squashed(name))) ?? [])[0];
  if (missing !== undefined)
    return unreadable(`The file has no "${shorten(missing, 40)}" to leave out.`, "Type it as the file writes it.");
  const other = names(fillDown).find((name) => !(NEEDED as readonly string[]).includes(columnOf(name) ?? ""));
  if (other === undefined) return undefined;
  return unreadable(`"${shorten(other, 40)}" cannot be filled down.`, `Type one or more of ${listed(NEEDED)}.`);
}

function withTalks(line: Line, talks: string | undefined): Line {
  return talks === undefined || line.cells.has("talks")
    ? line
    : { ...line, cells: new Map([...line.cells, ["talks", talks]]) };
}

function isEmpty({ cells, inherited, problem }: Line): boolean {
  return (
    problem === undefined &&
    [...cells.keys()].every((name) => name === "slot" || name === "talks" || inherited?.has(name))
  );
}

function noClaim(empty: readonly Line[]): Read<never> {
  if (empty.length > 0)
    return unreadable(
      `There is no claim in that file yet: ${count(empty.length, "entry is", "entries are")} empty.`,
      "Fill in what you have.",
    );
  return unreadable(
    "There is no claim in that file.",
    "Put claims under articles, or rows under a CSV header; /facts template shows the form.",
  );
}

function names(typed: readonly string[]): readonly string[] {
  return typed.flatMap((some) => some.split(/[,;]/u)).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

function partition<T>(all: readonly T[], is: (item: T) => boolean): readonly [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of all) (is(item) ? yes : no).push(item);
  return [yes, no];
}
