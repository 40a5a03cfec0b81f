import type { Claim } from "#core/facts/fact.ts";
import { decimalMarkOf, surelyWritten } from "#core/values/decimals.ts";
import { SLOTS } from "./index.ts";

/**
 * A claim with the numbers in its figures read as the language of its article writes them: `1.234` in Turkish is
 * `1 234`, and keeps its own words. As it is where the language is not known.
 */
export function inLanguage<C extends Pick<Claim, "slot" | "fields" | "as">>(claim: C, language: string | undefined): C {
  const name = SLOTS[claim.slot].figure;
  const written = name === undefined ? undefined : claim.fields[name];
  if (name === undefined || typeof written !== "string" || language === undefined) return claim;
  // A language's mark takes a while to find, and few texts have a number that needs it.
  const mark = MARKED.test(written) ? decimalMarkOf(language) : undefined;
  if (mark === undefined) return claim;
  const read = surelyWritten(written, mark);
  if (read === written) return claim;
  return { ...claim, fields: { ...claim.fields, [name]: read }, as: { [name]: written, ...claim.as } };
}

const MARKED = /\d[.,]\d/u;
