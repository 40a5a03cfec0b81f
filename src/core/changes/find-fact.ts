import { tell } from "#core/messages/tell.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { factCalled, plainView, rounds, type View } from "#core/facts/view.ts";
import { decideHere } from "#core/lookup/decide-here.ts";
import { outlets } from "#core/reply/citation.ts";
import { shortNames } from "#core/reply/short-names.ts";
import { brief, statement } from "#core/reply/statement.ts";
import { LABEL_MAX } from "#core/request/call.ts";
import type { Choice } from "#core/request/choice.ts";
import { refuse, type Read } from "#core/request/refusal.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { ownKey, slotKey } from "#core/slots/label.ts";
import type { Slot } from "#core/slots/slot.ts";
import { nearest } from "#core/text/near.ts";
import { slippedWords } from "#core/text/slipped-words.ts";
import { fold, shorten } from "#core/text/text.ts";

/**
 * The fact with this id (or that a claim with this id joined), retracted ones too; else the one that has all these
 * words. A refusal offers those that may be meant, to press: with these words, of this kind, what the words ask for as
 * a question, or of a near id. No fact is taken that a question only leads to.
 */
export function findFact(typed: string, { view }: Pick<Snapshot, "view">): Read<Fact> {
  const found = factCalled(typed.trim().toLowerCase(), view);
  if (found !== undefined) return { ok: true, value: found };
  const worded = factsWorded(typed, view);
  const [only, ...more] = worded;
  if (only !== undefined && more.length === 0) return { ok: true, value: only };
  const { said, facts, kind } = meantBy(typed, worded, view);
  const shown = facts.slice(0, OFFERED);
  const hint = shown.length === 0 ? tell(view, "find.type") : tell(view, "find.press");
  return {
    ok: false,
    refusal: {
      ...refuse(kind, said, hint),
      ...(shown.length === 0 ? {} : { lines: shown.map((f) => `${statement(f, view)} ${view.talks.name(f.talks)}`) }),
      offers: labelled(shown, view),
      field: "id",
    },
  };
}

const OFFERED = 5;

/** Facts as buttons: by their sentences, or by round and value where two of those would read alike. */
function labelled(facts: readonly Fact[], view: View): readonly Choice[] {
  const labels = facts.map((f) => shorten(statement(f, view), LABEL_MAX));
  const talks = [...new Set(facts.map((f) => f.talks))];
  const names = shortNames(talks.map((id) => view.talks.name(id)));
  return facts.map((f, i) => ({
    label:
      labels.filter((label) => label === labels[i]).length === 1
        ? statement(f, view)
        : `${names[talks.indexOf(f.talks)] ?? ""}: ${brief(f.claims[0], view)}`,
    value: f.id,
  }));
}

interface Meant {
  readonly kind: "choice" | "held";
  readonly said: string;
  readonly facts: readonly Fact[];
}

function meantBy(typed: string, worded: readonly Fact[], view: View): Meant {
  const words = shorten(typed, 60);
  if (worded.length > 0)
    return { kind: "choice", said: tell(view, "find.words", { n: worded.length, typed: words }), facts: worded };
  const kind = ofKind(typed, view);
  // One word is an id, or a slip of one.
  const heard = kind.length > 0 || !typed.trim().includes(" ") ? undefined : decideHere(typed, view, {});
  const answering = heard?.kind === "answer" ? heard.facts : kind;
  if (answering.length > 0) {
    return {
      kind: "choice",
      said: tell(view, "find.answers", { n: answering.length, typed: words }),
      facts: answering,
    };
  }
  if (heard?.kind === "near")
    return { kind: "choice", said: tell(view, "find.near", { typed: words }), facts: heard.facts };
  const near = nearest(typed.trim().toLowerCase(), view.facts, (f) => [f.id], 3).map((n) => n.item);
  return near.length > 0
    ? { kind: "choice", said: tell(view, "find.near", { typed: words }), facts: near }
    : { kind: "held", said: tell(view, "find.none", { typed: words }), facts: [] };
}

/** Live facts of the kind that the words name or ask for, "how long" and "venue", those of the latest round first. */
function ofKind(typed: string, view: View): readonly Fact[] {
  const words = fold(typed);
  const own = view.slots.exact(typed)?.id;
  const asked = new Set([
    ...ALL_SLOTS.filter((slot) => isCalled(slot, words)).map(({ name }) => name),
    ...(own === undefined ? [] : [ownKey(own)]),
  ]);
  if (asked.size === 0) return [];
  const place = new Map(rounds(view).map(({ id }, i) => [id, i]));
  const facts = view.facts.filter((f) => live(f) && asked.has(slotKey(f)));
  return facts.toSorted((a, b) => (place.get(b.talks) ?? 0) - (place.get(a.talks) ?? 0));
}

function isCalled({ label, name, ask }: Slot, words: string): boolean {
  return slippedWords(words, fold(label)) || [name, ...ask].some((called) => fold(called) === words);
}

/** Live facts whose statement and outlets have every word that was typed; none for fewer than two words. */
function factsWorded(typed: string, view: View): readonly Fact[] {
  const words = fold(typed).split(" ");
  if (words.length < 2) return [];
  const plain = plainView(view);
  return view.facts.filter((f) => {
    if (!live(f)) return false;
    const said = ` ${fold([statement(f, plain), statement(f, view), view.talks.name(f.talks), ...outlets(f, view)].join(" "))} `;
    return words.every((word) => said.includes(` ${word} `));
  });
}
