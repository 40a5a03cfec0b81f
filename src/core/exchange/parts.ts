import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { squashed } from "./columns.ts";
import { unreadable, type Unknown } from "./line.ts";
import { holdsNames, NameReader } from "./name-reader.ts";
import type { PackNames } from "./pack-names.ts";
import type { Tree } from "./tree.ts";

type Branch = ReadonlyMap<string, Tree>;

/** What stands at the top of a file. */
interface Parts {
  /** Articles, or single claims. */
  readonly parts: readonly Tree[];
  readonly packs: readonly PackNames[];
  readonly unknown: readonly Unknown[];
  readonly leftOut: readonly string[];
}

/**
 * The articles (or claims) of a whole file: a list of them, what stands under `articles`, or the file itself. Beside
 * `articles` may stand the names of a negotiation; under `packs` several negotiations, each with its own articles.
 */
export function partsOf(tree: Tree, leaveOut: ReadonlySet<string>, at: Told): Read<Parts> {
  if (isList(tree)) return { ok: true, value: { parts: tree, packs: [], unknown: [], leftOut: [] } };
  if (!(tree instanceof Map)) return unreadable(at, tell(at, "file.noClaim"), tell(at, "file.putClaims"));
  const top = tree as Branch;
  const names = new NameReader(leaveOut, at);
  const whole = [...top].some(([key, value]) => squashed(key) === "articles" || isPack(key, value));
  if (!whole) return { ok: true, value: { parts: [tree], packs: [], unknown: [], leftOut: [] } };
  const [parts, packs, unknown, leftOut]: [Tree[], PackNames[], Unknown[], string[]] = [[], [], [], []];
  /** `within`: which of several packs it is. */
  const gather = (branch: Branch, within?: number): void => {
    const own = [...branch].filter(([key]) => !leaveOut.has(squashed(key)));
    leftOut.push(...[...branch.keys()].filter((key) => leaveOut.has(squashed(key))));
    if (own.some(([key, value]) => value !== null && holdsNames(key, value)))
      packs.push(names.pack(new Map(own), within));
    for (const [key, value] of own) {
      if (squashed(key) === "articles") parts.push(...(isList(value) ? value : value === null ? [] : [value]));
      else if (squashed(key) === "packs" && within === undefined && isList(value))
        for (const [i, pack] of value.entries())
          if (pack instanceof Map) gather(pack as Branch, i + 1);
          else unknown.push({ name: tell(at, "where.pack", { n: i + 1 }), sample: sampleOf(pack) });
      else if (!holdsNames(key, value)) unknown.push({ name: key, sample: sampleOf(value) });
    }
  };
  gather(top);
  return {
    ok: true,
    value: {
      parts,
      packs,
      unknown: [...unknown, ...names.unknown.values()],
      leftOut: [...leftOut, ...names.leftOut],
    },
  };
}

function isPack(key: string, value: Tree): boolean {
  return (value !== null && holdsNames(key, value)) || (squashed(key) === "packs" && isList(value));
}

function sampleOf(value: Tree): string {
  return typeof value === "string" ? shorten(value, 40) : "";
}

function isList(value: Tree): value is readonly Tree[] {
  return Array.isArray(value);
}
