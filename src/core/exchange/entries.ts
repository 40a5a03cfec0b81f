import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { LABEL_MAX } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";
import { columnOf, NEEDED, squashed } from "./columns.ts";
import { readEntry } from "./entry.ts";
import { filledDown, gapsOf, withArticleDetails } from "./gaps.ts";
import { unreadable, type Line, type Lines } from "./line.ts";
import { linesOf } from "./formats.ts";
import { withoutPlaceholders } from "./placeholders.ts";
import type { FileRead, Reading } from "./reader.ts";

/** Most claims that one import may bring: a page of facts, not a database. */
const ENTRIES_MAX = 2000;
/** Most names that one import may bring: each is compared with all that are held. */
const NAMES_MAX = 1000;

/**
 * The claims of an import file, in YAML, JSON, JSON lines or CSV. A file that is none of them is refused whole; a wrong
 * entry is told by its place. `at`: in which language.
 */
export function readEntries(content: string, reading: Reading, at: Told = {}): Read<FileRead> {
  const parsed = linesOf(content, new Set([...reading.leaveOut, ...names(reading.leaveOut)].map(squashed)), at);
  if (!parsed.ok) return parsed;
  const refused = unknownRefusal(parsed.value, at) ?? askedInVain(parsed.value, reading, at);
  if (refused !== undefined) return refused;
  const [filled, empty] = partition(parsed.value.lines, (line) => !isEmpty(line));
  const { packs = [] } = parsed.value;
  if (filled.length === 0 && packs.length === 0) return noClaim(empty, at);
  if (filled.length > ENTRIES_MAX) return tooMany("file.mostClaims", filled.length, ENTRIES_MAX, at);
  const named = packs.reduce(
    (sum, p) => sum + p.parties.length + p.talks.length + p.people.length + p.places.length + p.slots.length,
    0,
  );
  if (named > NAMES_MAX) return tooMany("file.mostNames", named, NAMES_MAX, at);
  const fill = new Set(names(reading.fillDown).flatMap((name) => columnOf(name) ?? []));
  const { lines: worded, placeholders } = withoutPlaceholders(filled, at);
  const down = withArticleDetails(filledDown(worded, fill)).map((line) => withTalks(line, reading.talks));
  const noTalks = down.length > 0 && down.every((line) => !line.cells.has("talks"));
  const { lines, gaps } = gapsOf(down, at);
  return ok({
    entries: lines.map((line) => readEntry(line, at)),
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

function unknownRefusal({ unknown, lines, packs = [], sheet }: Lines, at: Told): Read<never> | undefined {
  const [first] = unknown;
  if (first === undefined) return undefined;
  const n = unknown.length;
  const some = unknown.slice(0, UNKNOWN_TOLD).map(({ name, sample }) => {
    const told = shorten(name, 40);
    return sample === "" ? `"${told}"` : tell(at, "file.namedSuch", { name: told, sample: shorten(sample, 40) });
  });
  const more = n > UNKNOWN_TOLD ? [tell(at, "file.more", { n: n - UNKNOWN_TOLD })] : [];
  const told = listedIn(at, [...some, ...more]);
  const message =
    n === 1 && first.nameless === true
      ? tell(at, "file.nameless", { told })
      : tell(at, sheet === true ? "file.unknownColumns" : "file.unknownKeys", { n, told });
  if (n > UNKNOWN_OFFERED)
    return unreadable(at, message, `${tell(at, "file.takeOut", { n })} ${tell(at, "file.form")}`);
  // Without a slot there is no claim, so that nothing would be left.
  if (packs.length === 0 && lines.every(({ cells }) => !cells.has("slot")))
    return unreadable(at, message, tell(at, "file.nothingElse"));
  const value = unknown.map(({ name }) => name).join(", ");
  const refusal = refuse("usage", message, tell(at, "file.orLeaveOut", { n, names: value }));
  const offers = [{ label: shorten(tell(at, "file.leaveOut", { names: value }), LABEL_MAX), value }];
  return { ok: false, refusal: { ...refusal, field: "leave-out", offers } };
}

// A name that is asked for and not there is most likely a slip: the file would be read otherwise than was meant.
function askedInVain({ leftOut }: Lines, { leaveOut, fillDown }: Reading, at: Told): Read<never> | undefined {
  const found = new Set(leftOut.map(squashed));
  const missing = leaveOut
    .filter((typed) => !found.has(squashed(typed)))
    .flatMap((typed) => names([typed]).find((name) => !found.has(squashed(name))) ?? [])[0];
  if (missing !== undefined)
    return unreadable(at, tell(at, "file.notToLeaveOut", { name: shorten(missing, 40) }), tell(at, "file.asWritten"));
  const other = names(fillDown).find((name) => !(NEEDED as readonly string[]).includes(columnOf(name) ?? ""));
  if (other === undefined) return undefined;
  const hint = tell(at, "file.typeColumns", { names: listedIn(at, NEEDED) });
  return unreadable(at, tell(at, "file.notFilled", { name: shorten(other, 40) }), hint);
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

function noClaim({ length: n }: readonly Line[], at: Told): Read<never> {
  return n > 0
    ? unreadable(at, tell(at, "file.unfilled", { n }), tell(at, "file.fillIn"))
    : unreadable(at, tell(at, "file.noClaim"), tell(at, "file.putClaimsOrRows"));
}

function tooMany(what: "file.mostClaims" | "file.mostNames", n: number, max: number, at: Told): Read<never> {
  return unreadable(at, tell(at, what, { n, max }), tell(at, "file.split"));
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
