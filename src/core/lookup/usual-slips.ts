import usual from "#core/lookup/words/usual.json" with { type: "json" };

/** Slips that make another word, or one too short to tell, each with what was meant. */
export const USUAL = pairsOf(usual.slips);
/** Words as chats shorten them. */
export const SHORTENED = pairsOf(usual.short);

function pairsOf(all: string): ReadonlyMap<string, string> {
  return new Map(all.split(" ").map((pair) => pair.split(":") as [string, string]));
}
