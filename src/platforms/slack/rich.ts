import { splitInlines } from "#core/chat/split.ts";
import type { Inline } from "#core/reply/reply.ts";
import { clean } from "#core/text/text.ts";
import { linkable } from "./escape.ts";
import { STRUCTURE, type Part, type Rich } from "./part.ts";

/** Most characters of one part: a message has room for several. */
export const PART_MAX = 1500;
/** The same as it is written: a part stays below half a message. */
const WRITTEN_MAX = 3500;

/** Words as parts that each fit a message several times. */
export function rich(kind: "line" | "item" | "quote", all: readonly Inline[]): readonly Part[] {
  return splitInlines(all.flatMap(opened), PART_MAX)
    .flatMap((run) => bounded(run.flatMap(element)))
    .map((elements, i) => ({ kind, elements, size: JSON.stringify(elements).length + STRUCTURE, joined: i > 0 }));
}

// Many short elements and long addresses take room too, which the number of letters does not tell.
function bounded(elements: readonly Rich[]): readonly (readonly Rich[])[] {
  const runs: Rich[][] = [];
  let used = WRITTEN_MAX;
  for (const one of elements) {
    const size = JSON.stringify(one).length;
    used += size;
    if (used > WRITTEN_MAX) {
      runs.push([]);
      used = size;
    }
    runs.at(-1)?.push(one);
  }
  return runs;
}

/**
 * A link's own words stand as text before it, since its label is always its host; they may then be parted as any text.
 */
export function opened(one: Inline): readonly Inline[] {
  if (one.kind !== "link") return [one];
  const link = linkable(one.href);
  if (link === undefined) {
    const also = one.text === one.href || one.href === "" ? "" : ` (${one.href})`;
    return [{ kind: "text", text: `${one.text}${also}` }];
  }
  const linked: Inline = { kind: "link", text: link.host, href: link.url };
  if (one.text === one.href || clean(one.text).text === "") return [linked];
  return [{ kind: "text", text: `${one.text} (` }, linked, { kind: "text", text: ")" }];
}

export function plain(text: string, style?: { bold: true } | { code: true }): Rich {
  return { type: "text", text, ...(style === undefined ? {} : { style }) };
}

// An element of a message that one person sees, or that was edited, notifies nobody.
function named(kind: "channel" | "person" | "role", id: string): Rich {
  if (kind === "channel") return { type: "channel", channel_id: id };
  return kind === "person" ? { type: "user", user_id: id } : { type: "usergroup", usergroup_id: id };
}

// Rich text is read letter by letter: no mention, mark or address in a text element is live (docs: Rich text block).
export function element(one: Inline): readonly Rich[] {
  const text = clean(one.text).text;
  switch (one.kind) {
    case "text":
      return text === "" ? [] : [plain(text)];
    case "strong":
      return text === "" ? [] : [plain(text, { bold: true })];
    case "code":
      return text === "" ? [] : [plain(text, { code: true })];
    case "link":
      return [{ type: "link", url: one.href, text: one.text }];
    case "channel":
    case "person":
    case "role":
      return [/^[A-Z0-9]{1,25}$/u.test(one.of) ? named(one.kind, one.of) : plain(text)];
    case "instant":
      return [{ type: "date", timestamp: one.seconds, format: "{date_short_pretty} {time}", fallback: one.text }];
  }
}
