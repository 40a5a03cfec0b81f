import { z } from "zod";
import type { Immutable } from "#core/text/immutable.ts";
import { optionalKey } from "./optional-key.ts";

/** A published source. `held` says what the desk has of it, and so what a citation counts. */
export const ARTICLE = z.object({
  id: z.string(),
  outlet: z.string(),
  title: z.string().exactOptional(),
  /** http or https, without credentials, at most 2,048 characters. */
  address: z.string().exactOptional(),
  /** Publication day, `YYYY-MM-DD`; absent where the source carries none. */
  published: z.string().exactOptional(),
  /** BCP 47 tag of the language it was read in. */
  language: z.string().exactOptional(),
  /** What sort of outlet, where the source or our notes say so: `state news agency`. */
  outletKind: z.string().exactOptional(),
  /**
   * `text`: the whole article was read, and citations count its paragraphs. `notes`: notes on it were read, and
   * citations count the notes' items.
   */
  held: z.enum(["text", "notes"]),
  /** How many paragraphs (or notes) there are to cite, where that is known. */
  paragraphs: z.number().exactOptional(),
  /** The file in the coverage folder that it was read from. The checks of the data use it; it is never shown. */
  coverage: z.string().exactOptional(),
});
export type Article = Immutable<z.infer<typeof ARTICLE>>;

/**
 * The source of a claim: an article, a paragraph of it, and the exact words where a person is quoted or a moderator
 * gave an excerpt.
 */
export const CITATION = z.object({
  article: z.string(),
  paragraph: z.number(),
  /** Verbatim, at most `EXCERPT_MAX` characters. */
  excerpt: optionalKey(z.string()),
});

/** Longest excerpt that a citation may carry, in characters (fair quotation, not the article). */
export const EXCERPT_MAX = 300;
