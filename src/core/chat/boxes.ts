import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { FormField } from "#core/answer/form.ts";
import { shorten } from "#core/text/text.ts";

/** How a platform takes a long text: in boxes of so many characters, and at most so many of them. */
export interface Boxes {
  readonly size: number;
  readonly most: number;
}

const NTH = /~\d+$/u;

/**
 * A form's fields as a platform shows them: a text that may be longer than one box is asked in several, `text`,
 * `text~2` and so on, each with its part of what stands there.
 */
export function boxed(fields: readonly FormField[], { size, most }: Boxes, at: Told): readonly FormField[] {
  return fields.flatMap((field) => {
    const count = field.type === "long" ? Math.min(most, Math.ceil(field.max / size)) : 1;
    if (count === 1) return [field];
    const parts = partsOf(field.value, size, count);
    return parts.map((value, i): FormField => {
      const own = { ...field, max: size, value };
      if (i === 0) return own;
      const about = tell(at, "form.moreOf", { n: i + 1, all: count });
      return {
        ...own,
        name: `${field.name}~${i + 1}`,
        label: shorten(tell(at, "form.continued", { label: field.label }), 40),
        about,
        required: false,
      };
    });
  });
}

/** Cut at a line's end where one is near; what fits no box goes into the last one, which the platform cuts. */
function partsOf(value: string, size: number, count: number): readonly string[] {
  const parts: string[] = [];
  let rest = value;
  for (let i = 1; i < count; i += 1) {
    const line = rest.lastIndexOf("\n", size);
    const cut = rest.length <= size ? rest.length : line > size / 2 ? line + 1 : size;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

/** What was entered, each text in one piece again. */
export function unboxed(entered: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const whole = new Map<string, string>();
  const last = new Map<string, number>();
  for (const [name, value] of Object.entries(entered)) {
    const own = name.replace(NTH, "");
    const before = whole.get(own) ?? "";
    if (value !== "" && before !== "")
      whole.set(own, `${before}${between(before, value, isFull(last.get(own) ?? 0))}${value}`);
    else whole.set(own, before === "" ? value : before);
    if (value !== "") last.set(own, value.length);
  }
  return Object.fromEntries(whole);
}

/** What one box of Slack's takes, and one of Discord's. */
const SIZES = [3000, 4000];
const NEARLY = 10;

/** A box that is as good as full was cut where it was full, in the middle of a word too. */
function isFull(length: number): boolean {
  return SIZES.some((size) => length >= size - NEARLY && length <= size);
}

/**
 * What stands between two boxes: somebody who pastes an article in parts cuts it at a paragraph, or where the box was
 * full. Where an empty line ends a paragraph, one line's end would not.
 */
function between(before: string, after: string, full: boolean): string {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return "";
  if (/[.!?…:;]["”’»)\]]*$/u.test(before)) return /\n[^\S\n]*\n/u.test(`${before}|${after}`) ? "\n\n" : "\n";
  return full ? "" : " ";
}
