import { line } from "#core/text/text.ts";

/** Other spellings as one types them: `Araqchi, Arakçi`; with semicolons where a spelling has a comma. */
export function readSpellings(typed: string | undefined): readonly string[] {
  return (typed ?? "")
    .split(/[;\n]/u.test(typed ?? "") ? /[;\n]/u : /,/u)
    .map((spelling) => line(spelling))
    .filter((spelling) => spelling !== "");
}

/** The same words for spellings that are held. */
export function spellingsTyped(spellings: readonly string[]): string {
  return spellings.some((s) => s.includes(",")) ? `${spellings.join("; ")};` : spellings.join(", ");
}
