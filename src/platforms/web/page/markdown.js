import { el, link } from "./elements.js";
import { mention } from "./names.js";
import { moment } from "./times.js";

// The part of Discord's markdown that Talks sends; everything else is text, as everything that is escaped is.
const INLINE =
  /\\([^\p{L}\p{N}\s])|\*\*((?:\\.|[^\\])+?)\*\*|`([^`]+)`|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)|<t:(\d+)(?::\w)?>|<(@&?|#)(\w+)>/gu;

export function inlines(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > from) parts.push(text.slice(from, found.index));
    const [whole, escaped, strong, code, words, address, seconds, kind, who] = found;
    if (escaped !== undefined) parts.push(escaped);
    else if (strong !== undefined) parts.push(el("strong", {}, ...inlines(strong)));
    else if (code !== undefined) parts.push(el("code", {}, code));
    else if (address !== undefined) parts.push(link(address, plain(words)));
    else if (seconds !== undefined) parts.push(el("time", {}, moment(Number(seconds) * 1000)));
    else parts.push(mention(kind, who));
    from = found.index + whole.length;
  }
  parts.push(text.slice(from));
  return parts;
}

function plain(text) {
  return text.replace(/\\(.)/gu, "$1");
}

/** Words of a source are shown between these marks: what is bold there is marked in them. */
export function passage(text) {
  return /^“.*”$/u.test(text.trim()) ? { class: "passage" } : {};
}

/** A text display: headings, small print, quotations, items, code, lines. */
export function blocks(markdown) {
  const made = [];
  let items;
  let code;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) {
      if (code === undefined) made.push((code = el("pre", { tabindex: "0" })));
      else code = undefined;
      continue;
    }
    if (code !== undefined) {
      code.append(`${line}\n`);
      continue;
    }
    const item = /^- (.*)$/u.exec(line)?.[1];
    if (item !== undefined) {
      if (items === undefined) made.push((items = el("ul")));
      items.append(el("li", {}, ...inlines(item)));
      continue;
    }
    items = undefined;
    const [, heading] = /^### (.*)$/u.exec(line) ?? [];
    const [, small] = /^-# (.*)$/u.exec(line) ?? [];
    const [, quote] = /^> (.*)$/u.exec(line) ?? [];
    if (heading !== undefined) made.push(el("h3", {}, ...inlines(heading)));
    else if (small !== undefined) made.push(el("p", { class: "small" }, ...inlines(small)));
    else if (quote !== undefined) made.push(el("blockquote", {}, ...inlines(quote)));
    else if (line.trim() !== "") made.push(el("p", passage(line), ...inlines(line)));
  }
  return made;
}
