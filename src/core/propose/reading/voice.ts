import { fold } from "#core/text/text.ts";
import { isPost, TITLE_PARTS } from "./lexicon.ts";
import { ADDRESS } from "./posts.ts";

const LABEL = /^(\p{Lu}[\p{L}\p{M}.’' -]{1,40}?)(?:\s\([^()]{2,40}\))?:\s/u;

/** Who speaks in a paragraph of a transcript, "MINISTER RAY: We met": one whom the article names in full. */
export function voiceOf(text: string, full: Iterable<string>): string | undefined {
  const words = (LABEL.exec(text)?.[1] ?? "").split(" ").filter((word) => {
    const low = word.toLowerCase().replace(/\.$/u, "");
    return low !== "" && !isPost(low) && !TITLE_PARTS.has(low) && !ADDRESS.has(low);
  });
  const name = fold(words.join(" "));
  return name === "" ? undefined : [...full].find((f) => fold(f) === name || fold(f).endsWith(` ${name}`));
}
