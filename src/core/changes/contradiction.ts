import { tell } from "#core/messages/tell.ts";
import { holdsOne } from "#core/slots/label.ts";
import { call, type RawCall } from "#core/request/call.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Article } from "#core/facts/article.ts";
import { ofOneOutlet } from "#core/facts/same-article.ts";
import type { View } from "#core/facts/view.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { sourceOf } from "#core/reply/citation.ts";
import { brief, wording } from "#core/reply/statement.ts";
import { contradicted } from "#core/slots/disagreement.ts";
import { SLOTS } from "#core/slots/index.ts";

/**
 * The question to the person who adds a claim that cannot stand beside another one of the same outlet: more often a
 * slip than a source that contradicts itself. Undefined where the outlet says nothing else there, where `joins`, the
 * fact that the claim joins, has the outlet already, and where nothing can be asked or it was answered.
 */
export function contradiction(
  claim: Claim,
  article: Article,
  view: View,
  asked: RawCall | undefined,
  joins?: Fact,
): Refusal | undefined {
  if (asked === undefined || asked.values["keep-both"] !== undefined) return undefined;
  const known = joins?.claims.some((c) => ofOneOutlet(view.articles.get(c.citation.article) ?? NOWHERE, article));
  const found = known === true ? undefined : heldOtherwise(claim, article, view);
  if (found === undefined) return undefined;
  const { fact, held, told } = found;
  const fields = Object.keys(SLOTS[claim.slot].fields).flatMap((name) => {
    const words = asked.values[name] ?? wording(claim, name);
    return words === undefined ? [] : [[name, words] as const];
  });
  const problem = refuse("state", `${told}.`, tell(view, "against.ask"), [
    {
      label: tell(view, "against.correct"),
      call: call(["facts", "correct"], { id: fact.id, of: held.id, ...Object.fromEntries(fields) }),
    },
    { label: tell(view, "against.both"), call: call(asked.path, { ...asked.values, "keep-both": "yes" }) },
  ]);
  return { ...problem, carries: true };
}

const NOWHERE: Pick<Article, "outlet"> = { outlet: "" };

interface HeldOtherwise {
  readonly fact: Fact;
  readonly held: Claim;
  /** `Quay Times, note 1 is held as 5½ hours (f12)`. */
  readonly told: string;
}

/** What the claim's outlet says elsewhere that cannot stand beside it; undefined where it says nothing such. */
export function heldOtherwise(claim: Claim, article: Article, view: View): HeldOtherwise | undefined {
  if (SLOTS[claim.slot].holds === "many" && !holdsOne(claim, view)) return undefined;
  const own = [...view.articles.values()].filter((a) => ofOneOutlet(a, article)).map((a) => a.id);
  const found = contradicted(claim, own, view);
  if (found === undefined) return undefined;
  const { fact, held } = found;
  const told = tell(view, "against.held", {
    outlet: article.outlet,
    place: sourceOf(held, view).place,
    value: brief(held, view),
    id: fact.id,
  });
  return { fact, held, told };
}
