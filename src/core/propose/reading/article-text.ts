import { clean } from "#core/text/text.ts";

/** A part of what was pasted that is not a paragraph of the article. */
interface LeftOut {
  readonly what: "headline" | "credit" | "heading" | "time" | "prompt";
  readonly text: string;
}

/** An article as it is cited: its paragraphs, the first one being number 1, and what was left out around them. */
export interface ArticleText {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads a pasted article. An empty line ends a paragraph; where there is none, each line is one. Headline, image
 * credit, subheadings, clock times and comment prompts are left out.
 */
export function articleText(raw: string): ArticleText {
  const { text } = clean(raw);
  const split = /\n[^\S\n]*\n/u.test(text.trim()) ? /\n(?:[^\S\n]*\n)+/u : /\n/u;
  const blocks = text
    .split(split)
    .map((b) =>
      b
        .replace(/^\s*(?:#{1,6}|>)\s+/gmu, "")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((b) => b !== "");
  const leftOut: LeftOut[] = [];
  const paragraphs: string[] = [];
  for (const [at, block] of blocks.entries()) {
    const what = partOf(block, at, paragraphs.length, blocks.length);
    if (what === undefined) paragraphs.push(block);
    else leftOut.push({ what, text: block });
  }
  const title = leftOut.find((part) => part.what === "headline")?.text;
  return { ...(title === undefined ? {} : { title }), paragraphs, leftOut };
}

const ENDS = /[.!?…:;]["”’»)\]]*$/u;
const CREDIT =
  /^(?:image|images|photo|photograph|photos|picture|credit|credits|source|by|written by|reporting by|editing by|edited by|file photo|getty|updated|published|last updated|posted)\b/iu;
const PROMPT =
  /^(?:add (?:your |a )?comments?|comments?|leave a (?:comment|reply)|share|share this|tags?|related|read more|read also|see also|more on this|subscribe|sign up|newsletter|advertisement|follow us|print|email|topics|click here|all rights reserved|copyright|©)\b/iu;
const CLOCK =
  /^\[?(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]\.?m\.?)(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|BST|CET|EST|local time))?\]?$/iu;

function partOf(block: string, at: number, before: number, all: number): LeftOut["what"] | undefined {
  if (CLOCK.test(block)) return "time";
  const ends = ENDS.test(block);
  if (PROMPT.test(block) && block.length < 120 && !ends) return "prompt";
  if (CREDIT.test(block) && block.length < 160 && (!ends || /^\w+\s*:/u.test(block))) return "credit";
  if (ends || all === 1) return undefined;
  if (before === 0 && at === 0 && block.length <= 250) return "headline";
  return block.length <= 100 && block.split(" ").length <= 14 ? "heading" : undefined;
}
