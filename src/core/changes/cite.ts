import type { Told } from "#core/messages/tongue.ts";
import { lineIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import type { Tier } from "#core/request/asker.ts";
import { call, type RawCall } from "#core/request/call.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { fieldsOf, type Claim, type Fact, type Fields } from "#core/facts/fact.ts";
import type { Options, Values } from "#core/request/option.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { claimKey } from "#core/slots/join.ts";
import { SLOTS } from "#core/slots/index.ts";
import { sentence, statement } from "#core/reply/statement.ts";
import { citedChange, type CitedArticle } from "./article-change.ts";
import { claimOf, joinChange, spellingChange, type Stated } from "./add.ts";
import { citedArticle, type CITING } from "./citing.ts";
import { contradiction } from "./contradiction.ts";
import { findToChange } from "./fact-state.ts";
import { spellingsOf, wordsOf } from "./stated.ts";

/**
 * One more citation, as a moderator gives it. Without fields it is bare: it says where, and nothing of how the source
 * words it.
 */
export interface Cited {
  readonly id: string;
  readonly fields: Fields;
  readonly typed: RawCall["values"];
  readonly citing: Values<typeof CITING>;
}

/** What adding a source led to: the fact that it stands at, and what it says there. */
export interface SourceAdded {
  readonly id: string;
  readonly claim: Claim;
  readonly cited: CitedArticle;
}

/** The fields that a source may say something in, none of them needed: left out, the citation is bare. */
export function sourceFields(fact: Fact): Options {
  return Object.fromEntries(
    Object.entries(SLOTS[fact.slot].fields).map(([name, option]) => [name, { ...option, required: false }]),
  );
}

/**
 * Adds a citation to a fact. Refused where the source, by its own fields, says something else than the fact: its words
 * would stand under a statement that it does not make.
 */
export function planCite(cited: Cited, tier: Tier, snapshot: Snapshot): Plan<SourceAdded> {
  const found = findToChange(cited.id, tier, snapshot);
  if (!found.ok) return refusing(found.refusal);
  const fact = found.value;
  const { citing } = cited;
  const rests = citedArticle(citing, snapshot.view, `a${snapshot.next}`);
  if (!rests.ok) return refusing(rests.refusal);
  const { article, fresh } = rests.value;
  if (fact.claims.some((c) => c.citation.article === article.id && c.citation.paragraph === citing.paragraph))
    return refusing(
      refuse("state", tell(snapshot.view, "cite.already", { id: fact.id }), tell(snapshot.view, "cite.elsewhere")),
    );
  const stated = statedBy(cited, fact, snapshot);
  const missing = missingField(stated, snapshot.view);
  if (missing !== undefined) return refusing(missing);
  const claim = claimOf(stated, article, snapshot.next + (fresh ? 1 : 0));
  if (claimKey(claim) !== claimKey(fact.claims[0])) return refusing(saysOtherwise(claim, cited, fact, snapshot));
  const asked = call(["facts", "source"], { ...cited.typed, id: fact.id });
  const itself = contradiction(claim, article, snapshot.view, asked, fact);
  if (itself !== undefined) return refusing(itself);
  const names = spellingsOf(fact.slot, cited.fields, cited.typed).flatMap((s) => spellingChange(s, snapshot.view));
  return {
    kind: "append",
    changes: [...citedChange(rests.value), joinChange(fact, claim, snapshot, "source"), ...names],
    result: { id: fact.id, claim, cited: rests.value },
  };
}

function statedBy({ fields, typed, citing }: Cited, fact: Fact, { view }: Snapshot): Stated {
  const about = { talks: fact.talks, slot: fact.slot, side: fact.side, citing };
  if (Object.keys(fields).length === 0) return { ...about, fields: fieldsOf(fact), as: {}, bare: true };
  return { ...about, fields, as: wordsOf(fact.slot, fields, view, typed) };
}

function missingField({ slot, fields }: Stated, at: Told): Refusal | undefined {
  const lacks = Object.entries(SLOTS[slot].fields).find(([name, o]) => o.required && fields[name] === undefined);
  if (lacks === undefined) return undefined;
  const [name, { about }] = lacks;
  const missing = tell(at, "missing.option", { name, about: lineIn(at, about) });
  return { ...refuse("usage", missing, tell(at, "cite.worded")), field: name };
}

function saysOtherwise(claim: Claim, { typed }: Cited, fact: Fact, { view }: Snapshot): Refusal {
  const values = {
    ...typed,
    slot: fact.slot,
    talks: fact.talks,
    ...(fact.side === undefined ? {} : { side: fact.side }),
  };
  const { id: _, ...add }: RawCall["values"] = values;
  return refuse(
    "state",
    tell(view, "cite.otherwise", { id: fact.id, fact: statement(fact, view), source: sentence(claim, view) }),
    tell(view, "cite.ownFact"),
    [{ label: tell(view, "cite.addOwn"), call: call(["facts", "add"], add) }],
  );
}
