import type { RawCall } from "#core/request/call.ts";

/** What a person asked before in the same place, and what answered it. */
export interface Before {
  /** A whole question; empty where something was shown without one. */
  readonly question: string;
  /** Ids of the facts that answered it, the best first. */
  readonly facts: readonly string[];
}

/** A question that goes on from the one before, made whole. */
export type FollowUp =
  | {
      readonly kind: "ask";
      /** The ways in which it may be meant, the likeliest first. Each has what it took from before. */
      readonly ways: readonly { readonly question: string; readonly taken: readonly string[] }[];
      /** The id of the round that is meant, where the answer before was of one and this question names none. */
      readonly talks?: string;
      /** It may be held of another round: somebody's post. */
      readonly anywhere?: true;
      /** Somebody alone is named, of whom all is told where no way has an answer. */
      readonly person?: string;
    }
  /** It asks after facts themselves: their sources, whether they are sure, what others say. `taken`: from before. */
  | { readonly kind: "facts"; readonly ids: readonly string[]; readonly taken?: string }
  /** It asks what the facts that were told do not say: where a meeting will be that is only planned. */
  | { readonly kind: "unsaid"; readonly ids: readonly string[]; readonly by?: string }
  /** It asks for the round before the first. */
  | { readonly kind: "edge"; readonly talks: string }
  /** A command answers it: "why" alone, "show me all on him". */
  | { readonly kind: "call"; readonly call: RawCall; readonly taken: string }
  /** It says "his" where several people were named. */
  | { readonly kind: "whose"; readonly people: readonly string[]; readonly asked: (person: string) => string };
