import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { isSameJson } from "#core/text/same-json.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { Tier } from "#core/request/asker.ts";
import { call, type RawCall } from "#core/request/call.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { live, type Claim, type Fact, type Fields } from "#core/facts/fact.ts";
import type { Article } from "#core/facts/article.ts";
import { inLanguage } from "#core/slots/in-language.ts";
import { claimKey, saying } from "#core/slots/join.ts";
import type { Values } from "#core/request/option.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Lack } from "#core/slots/slot.ts";
import { statement } from "#core/reply/statement.ts";
import type { Change } from "#core/desk/store.ts";
import { aliasChange } from "./alias-change.ts";
import { citedChange, type CitedArticle } from "./article-change.ts";
import { talksProblem } from "./which-talks.ts";
import { contradiction } from "./contradiction.ts";
import { nearHeld, unsureBeside } from "./near-held.ts";
import type { Names } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { citedArticle, readAccording, type CITING } from "./citing.ts";
import { factChange, joined, lockedTo, stateOf } from "./fact-state.ts";
import { defined } from "#core/text/defined.ts";

/** A claim as somebody states it, before it has an id and an article. */
export interface Stated {
  readonly talks: string;
  readonly slot: SlotName;
  readonly side?: string | undefined;
  readonly fields: Fields;
  /** The source's own words of the fields that are stored as something else: see `Claim.as`. */
  readonly as?: Claim["as"];
  /** It gives a citation and no words of the source's own. */
  readonly bare?: true;
  readonly citing: Values<typeof CITING>;
  /** The fact that it joins although it says it in other words, as somebody decided by hand. */
  readonly joins?: string | undefined;
  /** The ids that a file has for the claim and its article, where the desk has nothing of that id. */
  readonly ids?: { readonly claim?: string; readonly article?: string };
  /** The language of its article, where the article is new and a file says it. */
  readonly language?: string | undefined;
  /** Spellings that were said to be known names': each becomes an alias, in the same change. */
  readonly spellings?: readonly Spelling[];
  /** The call that states it: an answer to a question is the same call with more. Without it nothing is asked. */
  readonly asked?: RawCall;
}

export interface Spelling {
  readonly of: keyof Names;
  readonly id: string;
  readonly spelling: string;
}

/** What adding came to: a new fact, or one more citation of a fact that was there. */
export interface Added {
  readonly how: "new" | "joined";
  readonly id: string;
  /** Facts whose free words are near those of a new one: it may be joined to one of them. */
  readonly near: readonly string[];
  readonly cited: CitedArticle;
}

/**
 * Adds what is stated: it joins the fact that it agrees with, or becomes one. `tier` is whose change it is, `number`
 * the number that its first revision will have.
 */
export function planAdd(stated: Stated, tier: Tier, snapshot: Snapshot, number = snapshot.next): Plan<Added> {
  const nowhere = talksProblem(stated.talks, snapshot.view, stated.asked);
  if (nowhere !== undefined) return refusing(nowhere);
  const slot = SLOTS[stated.slot];
  const lacks = slot.check(stated.fields);
  if (lacks !== undefined) return refusing(lacking(lacks, snapshot.view));
  const sideless = sideProblem(stated, snapshot.view);
  if (sideless !== undefined) return refusing(sideless);
  const cited = citedArticle(stated.citing, snapshot.view, stated.ids?.article ?? `a${number}`);
  if (!cited.ok) return refusing(cited.refusal);
  const { article, fresh } = cited.value;
  const claim = claimOf(stated, article, fresh ? number + 1 : number);
  const before = citedChange(cited.value);
  const names = (stated.spellings ?? []).flatMap((s) => spellingChange(s, snapshot.view));
  const key = claimKey(claim);
  const agree = saying(key, snapshot.view.facts);
  const same = stated.joins === undefined ? (agree.find(live) ?? agree[0]) : meant(stated.joins, claim, snapshot.view);
  const byHand = stated.joins !== undefined;
  const problem =
    same === undefined ? undefined : (cannotJoin(same, claim, byHand, snapshot) ?? lockedTo(tier, same, snapshot));
  if (problem !== undefined) return refusing(problem);
  const itself = byHand ? undefined : contradiction(claim, article, snapshot.view, stated.asked, same);
  if (itself !== undefined) return refusing(itself);
  if (same === undefined) {
    const unsure = unsureBeside(claim, snapshot.view);
    return {
      kind: "append",
      changes: [...before, factChange(claim.id, "add", { claims: [claim] }), ...names],
      result: {
        how: "new",
        id: claim.id,
        near: (unsure === undefined ? nearHeld(claim, snapshot.view) : [unsure]).map((f) => f.id),
        cited: cited.value,
      },
    };
  }
  return {
    kind: "append",
    changes: [...before, joinChange(same, claim, snapshot, "join"), ...names],
    result: { how: "joined", id: same.id, near: [], cited: cited.value },
  };
}

/** What a claim lacks, as a refusal. */
export function lacking(lacks: Lack, at: Told): Refusal {
  return refuse("usage", tell(at, "lacks.missing", { what: tell(at, lacks) }), tell(at, "lacks.fill"));
}

/** The fact that a claim joins by hand: one on the same question. */
function meant(id: string, { talks, slot, side }: Claim, { facts }: View): Fact | undefined {
  return facts.find((f) => f.id === id && f.talks === talks && f.slot === slot && f.side === side);
}

/** One more citation for a fact. */
export function joinChange(fact: Fact, claim: Claim, snapshot: Snapshot, kind: "join" | "source"): Change {
  return factChange(fact.id, kind, joined(stateOf(fact.id, snapshot), [claim]));
}

/** `number`: that of the revision that adds it. */
export function claimOf(stated: Stated, article: Pick<Article, "id" | "language">, number: number): Claim {
  const according = readAccording(stated.citing.according);
  const { excerpt, paragraph } = stated.citing;
  const claim = {
    id: stated.ids?.claim ?? `f${number}`,
    talks: stated.talks,
    slot: stated.slot,
    ...defined({ side: stated.side }),
    fields: stated.fields,
    as: stated.as ?? {},
    ...defined({ bare: stated.bare }),
    ...defined({ according }),
    citation: { article: article.id, paragraph, ...defined({ excerpt }) },
  };
  return inLanguage(claim, article.language ?? stated.language);
}

function sideProblem(stated: Stated, at: Told): Refusal | undefined {
  const { sided, needsSide } = SLOTS[stated.slot];
  const slot = tell(at, `slot.${stated.slot}`);
  if (stated.side === undefined && needsSide(stated.fields)) {
    return {
      ...refuse("usage", tell(at, "side.needed", { slot }), tell(at, "side.type")),
      field: "side",
    };
  }
  if (sided === "never" && stated.side !== undefined) {
    return { ...refuse("usage", tell(at, "side.none", { slot }), tell(at, "side.leave")), field: "side" };
  }
  return undefined;
}

function cannotJoin(fact: Fact, claim: Claim, byHand: boolean, { view }: Snapshot): Refusal | undefined {
  if (fact.standing === "retracted") {
    return refuse(
      "conflict",
      tell(view, "add.retracted", { statement: statement(fact, view), id: fact.id }),
      tell(view, "add.restore"),
      [
        { label: tell(view, "frame.history"), call: call(["facts", "history"], { id: fact.id }) },
        { label: tell(view, "add.restoreIt"), call: call(["facts", "restore"], { id: fact.id }) },
      ],
    );
  }
  // One paragraph may say a thing twice, in words that were joined by hand.
  const there = fact.claims.find((c) => (byHand ? isSame(c, claim) : isOfOnePlace(c, claim)));
  if (there === undefined) return undefined;
  return refuse(
    "state",
    tell(view, "add.held", { statement: statement(fact, view), id: fact.id }),
    tell(view, "add.another"),
  );
}

function isOfOnePlace({ citation: a }: Claim, { citation: b }: Claim): boolean {
  return a.article === b.article && a.paragraph === b.paragraph;
}

/** Whether two claims have one citation and the same words. */
function isSame(a: Claim, b: Claim): boolean {
  return isOfOnePlace(a, b) && isSameJson([a.fields, a.as, a.bare], [b.fields, b.as, b.bare]);
}

/** The alias that a spelling becomes; nothing where it leads there already, or to something else. */
export function spellingChange({ of, id, spelling }: Spelling, view: View): readonly Change[] {
  return view[of].exact(spelling) === undefined ? [aliasChange({ of, id, spelling })] : [];
}
