import { STEPS_MAX } from "#core/facts/fact.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";
import { ARTICLE_COLUMNS, columnOf, squashed, wordsColumn } from "./columns.ts";
import type { Line, Lines, Unknown } from "./line.ts";

/** A parsed YAML or JSON value: words as they were written, null for nothing, a list, or a map by its keys. */
export type Tree = string | null | readonly Tree[] | ReadonlyMap<string, Tree>;

type Branch = ReadonlyMap<string, Tree>;

const WITHIN_ARTICLE = new Set<string>([...ARTICLE_COLUMNS, "id"]);

/** What the parts of a file are called: articles of a tree, or the lines of JSON lines. */
export type Naming = (index: number) => string;

/**
 * The claims of parsed articles, or of single claims that carry their article's columns as a row of a sheet does.
 * `leaveOut`: keys to pass over, squashed. `at`: in which language what is wrong with them is told.
 */
export function treeLines(parts: readonly Tree[], naming: Naming, leaveOut: ReadonlySet<string>, at: Told): Lines {
  const walk = new Walk(leaveOut, at);
  const lines = parts.flatMap((part, i) => walk.part(part, naming(i)));
  return { lines, unknown: walk.unknown, leftOut: walk.leftOut };
}

class Walk {
  readonly #leaveOut: ReadonlySet<string>;
  readonly #unknown = new Map<string, Unknown>();
  readonly #leftOut = new Set<string>();
  readonly #at: Told;

  constructor(leaveOut: ReadonlySet<string>, at: Told) {
    this.#leaveOut = leaveOut;
    this.#at = at;
  }

  get unknown(): readonly Unknown[] {
    return [...this.#unknown.values()];
  }

  get leftOut(): readonly string[] {
    return [...this.#leftOut];
  }

  part(part: Tree, where: string): readonly Line[] {
    if (!isBranch(part)) return [{ where, cells: new Map(), problem: tell(this.#at, "wrong.article") }];
    const keys = [...part.keys()];
    const claims = keys.find((key) => squashed(key) === "claims");
    if (claims === undefined && keys.some((key) => columnOf(key) === "slot")) return [this.#claim(part, where)];
    const cells = new Map<string, string>();
    const problems = this.#fill(
      cells,
      [...part].filter(([key]) => key !== claims),
      WITHIN_ARTICLE,
    );
    cells.delete("id");
    const id = [...part].find(([key]) => columnOf(key) === "id")?.[1];
    const source = cells.get("source");
    if (source !== undefined && typeof id === "string") cells.set("source", named(source, id));
    const own = typeof id === "string" && id.trim() !== "" ? { article: id.trim() } : {};
    const [problem] = problems;
    if (problem !== undefined) return [{ where, cells, problem }];
    const list = claims === undefined ? null : (part.get(claims) ?? null);
    const all = list === null ? [] : isList(list) ? list : [list];
    if (all.length === 0) return [{ where, cells, problem: tell(this.#at, "wrong.noClaims") }];
    return all.map((claim, i) => {
      const at = tell(this.#at, "where.claimOf", { article: where, n: i + 1 });
      if (blank(claim)) return { where: at, cells, inherited: new Set(cells.keys()) };
      return isBranch(claim)
        ? { ...this.#claim(claim, at, cells), ...own }
        : { where: at, cells, problem: tell(this.#at, "wrong.claim") };
    });
  }

  /** `article`: what its article says; none where it stands alone, as a row does. */
  #claim(claim: Branch, where: string, article?: ReadonlyMap<string, string>): Line {
    const cells = new Map(article ?? []);
    const bare = [...claim].find(
      ([key, value]) =>
        (squashed(key) === "says" && !isBranch(value) && !blank(value)) || (squashed(key) === "as" && isList(value)),
    );
    if (bare !== undefined) return { where, cells, problem: tell(this.#at, "wrong.says", { key: bare[0] }) };
    const entries = [...claim].flatMap(([key, value]): readonly (readonly [string, Tree])[] => {
      if (columnOf(key) === "according") return [[key, attribution(value)]];
      const inner = squashed(key);
      // A word under `as` is a field of that name, a map the source's own words.
      if (!isBranch(value)) return inner === "says" ? [] : [[key, value]];
      if (inner === "says") return [...value];
      return inner === "as" ? [...value].map(([field, words]) => [wordsColumn(field), words] as const) : [[key, value]];
    });
    const [problem] = this.#fill(cells, entries);
    const given = { where, cells, ...(problem === undefined ? {} : { problem }) };
    if (article === undefined) return given;
    const same = [...article.keys()].filter((name) => cells.get(name) === article.get(name));
    return { ...given, inherited: new Set(same) };
  }

  /** Puts values into cells by their column; returns what is wrong with them. */
  #fill(
    cells: Map<string, string>,
    entries: readonly (readonly [string, Tree])[],
    within?: ReadonlySet<string>,
  ): readonly string[] {
    const given = new Set<string>();
    return entries.flatMap(([key, value]) => {
      if (this.#leaveOut.has(squashed(key))) {
        this.#leftOut.add(key);
        return [];
      }
      const column = columnOf(key);
      if (column === undefined || within?.has(column) === false) {
        if (!this.#unknown.has(squashed(key))) this.#unknown.set(squashed(key), { name: key, sample: sampleOf(value) });
        return [];
      }
      if (blank(value)) return [];
      if (typeof value !== "string") return [tell(this.#at, isList(value) ? "wrong.list" : "wrong.map", { key })];
      if (given.has(column)) return [tell(this.#at, "wrong.twice", { key })];
      given.add(column);
      cells.set(column, value);
      return [];
    });
  }
}

/**
 * An outlet as `/facts add` takes it. A desk's own article is marked as meant exactly: it is the one that has the same
 * outlet, title, address and day, or a new one, never one that is only like it.
 */
export function named(outlet: string, id: string | undefined): string {
  return id !== undefined && /^a\d/u.test(id) ? `new: ${outlet}` : outlet;
}

// `{ how: as told by, who: an official }` is `as told by an official`, a list of such its steps; what is not of that
// form stays as it is, which is told as wrong.
function attribution(value: Tree): Tree {
  if (!isList(value)) return isBranch(value) ? stepOf(value) : value;
  const steps = value.map((step) => (isBranch(step) ? stepOf(step) : step));
  return steps.every((step) => typeof step === "string") && steps.length <= STEPS_MAX ? steps.join(", ") : value;
}

function stepOf(value: Branch): Tree {
  const { how, who, ...more } = Object.fromEntries(value);
  if (Object.keys(more).length > 0) return value;
  if (blank(who ?? null)) return blank(how ?? null) ? null : value;
  if (typeof who !== "string") return value;
  return typeof how === "string" && !blank(how) ? `${how} ${who}` : who;
}

function blank(value: Tree): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function isBranch(value: Tree): value is Branch {
  return value instanceof Map;
}

function isList(value: Tree): value is readonly Tree[] {
  return Array.isArray(value);
}

function sampleOf(value: Tree): string {
  return typeof value === "string" ? shorten(value, 40) : "";
}
