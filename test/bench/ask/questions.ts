import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { z } from "zod";
import { defined } from "#core/text/defined.ts";
import { ROOT } from "#test/desk.ts";

/** A question, and what a right answer to it is. */
export interface Asked {
  readonly id: string;
  /** Which questions it is of: the shipped ones, or a pack's folder. */
  readonly set: string;
  readonly words: string;
  /** Ids of claims, any of which is right; empty where nothing that is held answers it. */
  readonly gold: readonly string[];
  readonly kind: "answerable" | "not-held" | "off-topic";
  readonly form: string;
  readonly lang: string;
  readonly typed: "clean" | "typo";
  /** The question before it in the same conversation. */
  readonly before?: string;
}

const line = z.object({
  id: z.string(),
  q: z.string(),
  gold: z.array(z.string()).nullable(),
  kind: z.enum(["answerable", "not-held", "off-topic"]),
  form: z.string(),
  lang: z.string(),
  style: z.enum(["clean", "typo"]),
  after: z.string().exactOptional(),
});

/** The folders of packs that `TALKS_PACKS` names; none where it is not set. */
export function packFolders(): readonly string[] {
  const folder = env["TALKS_PACKS"];
  if (folder === undefined) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "pack.yaml")));
}

export function packQuestions(folder: string): readonly Asked[] {
  const all = readFileSync(join(folder, "questions.jsonl"), "utf8")
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => line.parse(JSON.parse(text)));
  return all.map(({ q, gold, style, after, ...rest }) => ({
    ...rest,
    set: folder.split("/").at(-1) ?? folder,
    words: q,
    gold: gold ?? [],
    typed: style,
    ...defined({ before: all.find(({ id }) => id === after)?.q }),
  }));
}

/** The questions on the shipped talks, each as it is and typed badly. */
export function shippedQuestions(): readonly Asked[] {
  return readFileSync(join(ROOT, "test", "bench", "lookup", "talks.txt"), "utf8")
    .split("\n")
    .filter((text) => text !== "" && !text.startsWith("#"))
    .flatMap((text, i): Asked[] => {
      const [clean = "", badly = "", facts = ""] = text.split("|").map((part) => part.trim());
      const kind = facts === "off" ? "off-topic" : facts === "near" ? "not-held" : "answerable";
      const gold = kind === "answerable" ? facts.split(" ") : [];
      const of = { set: "shipped", gold, kind, form: formOf(clean), lang: langOf(clean) } as const;
      return [
        { ...of, id: `own-${i + 1}`, words: clean, typed: "clean" },
        { ...of, id: `own-${i + 1}-typo`, words: badly, typed: "typo" },
      ];
    });
}

/**
 * Questions of our own in Turkish and Russian, on the shipped talks and on those of a pack. The half at even places was
 * looked at, the other one not.
 */
export function tonguesQuestions(set: string): readonly Asked[] {
  return readFileSync(join(ROOT, "test", "bench", "ask", "tongues.txt"), "utf8")
    .split("\n")
    .map((text) => text.split("|").map((part) => part.trim()))
    .filter(([of]) => of === set)
    .map(([, words = "", facts = ""], i): Asked => {
      const gold = facts === "near" ? [] : facts.split(" ");
      const kind = facts === "near" ? "not-held" : "answerable";
      const lang = /\p{Script=Cyrillic}/u.test(words) ? "ru" : "tr";
      return { id: `${lang}-${set}-${i}`, set, words, gold, kind, form: "tongues", lang, typed: "clean" };
    });
}

export function formOf(words: string): string {
  const [first = ""] = words.split(" ");
  if (/^(?:is|are|was|were|did|do|does|can|has|have|will)$/u.test(first)) return "yes-no";
  if (/^how (?:many|much)/u.test(words)) return "how-many";
  if (words.startsWith("how long")) return "how-long";
  return /^(?:who|where|when|why|what|which)$/u.test(first) ? first : "short";
}

export function langOf(words: string): string {
  if (/\p{Script=Cyrillic}/u.test(words)) return "ru";
  return /\b(?:kim|nerede|heyetini)\b/u.test(words) ? "tr" : "en";
}
