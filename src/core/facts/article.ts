/** A published source. `held` says what the desk has of it, and so how a citation finds its place. */
export interface Article {
  readonly id: string;
  readonly outlet: string;
  readonly title?: string;
  /** http or https, without credentials, at most 2,048 characters. */
  readonly address?: string;
  /** Publication day, `YYYY-MM-DD`; absent where the source carries none. */
  readonly published?: string;
  /** BCP 47 tag of the language it was read in. */
  readonly language?: string;
  /** What sort of outlet, where the source or our notes say so: `state news agency`. */
  readonly outletKind?: string;
  /** `text`: the whole article was read, places are paragraphs. `notes`: notes on it were read, places are the notes' items. */
  readonly held: "text" | "notes";
  /** How many paragraphs (or notes) there are to cite, where that is known. */
  readonly paragraphs?: number;
  /** What it was read from, as a name within the coverage folder: proof for the data's own checks, never shown. */
  readonly coverage?: string;
}

/** Where a claim rests: an article and a place in it, and the exact words where a person is quoted or a moderator gave an excerpt. */
export interface Citation {
  readonly article: string;
  readonly paragraph: number;
  /** Verbatim, at most 300 characters. */
  readonly excerpt?: string;
}

/** Longest excerpt that a citation may carry, in characters (fair quotation, not the article). */
export const EXCERPT_MAX = 300;
