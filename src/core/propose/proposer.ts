import type { Told } from "#core/messages/tongue.ts";
import type { Read } from "#core/request/refusal.ts";
import type { ArticleText } from "./reading/article-text.ts";
import type { Proposal } from "./reading/proposal.ts";
import type { Known } from "./reading/read-article.ts";

/** Who proposes where no rule does. What a model proposed is never taken in bulk. */
export const MODEL = "model";

/** Longest article, in characters. */
export const ARTICLE_MAX = 1_000_000;

/** An article's text as it is cited, and what it proposes. */
export interface Proposed extends ArticleText {
  readonly proposals: readonly Proposal[];
  /** The last paragraph that was looked at for facts, where the text was too long to look at all. */
  readonly lookedTo?: number;
}

/** The port by which an article proposes facts. `off`: the rules that a desk has switched off. */
export interface Proposer {
  /** Somebody is about to give one: what takes long to load is loaded meanwhile. */
  ready?(): void;
  propose(raw: string, names: Known & Told, off: ReadonlySet<string>): Promise<Read<Proposed>>;
}
