import type { Told } from "#core/messages/tongue.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { knownName } from "#core/changes/known-name.ts";
import { kindOf } from "#core/request/kind-of-name.ts";
import { planMergeNames, type Merged } from "#core/changes/merge-names.ts";
import { authorOf, refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { factWith } from "#core/slots/fact-index.ts";
import { statement } from "#core/reply/statement.ts";
import { list, paragraph, text, type Block } from "#core/reply/reply.ts";
import type { Tier } from "#core/request/asker.ts";
import { shorten } from "#core/text/text.ts";
import { changed } from "#commands/facts/changed.ts";
import { nameOption } from "./name-option.ts";
import { namesTold } from "./told-name.ts";
import { twinsTold } from "./twin-buttons.ts";

const SHOWN = 10;

export const merge = defineCommand({
  path: ["desk", "merge"],
  about: "Make one of two names; what names the first then names the second",
  tier: "moderator",
  options: {
    name: nameOption("The name that goes into the other"),
    into: nameOption("The name that stays"),
  },
  example: '"I. Ray" into:"Ida Ray"',
  form: {
    title: "Merge two names",
    asks: ["name", "into"],
    // What moves is seen before it is done.
    async note({ name, into }, at) {
      if (name === undefined || into === undefined) return undefined;
      const plan = planned(name, into, "admin", at);
      return plan.kind === "refuse" ? undefined : tell(at.view, "merged.undo", { moves: moves(plan.result, at.view) });
    },
  },
  async answer({ name, into }, context) {
    const { asker, desk } = context;
    const outcome = await desk.change(authorOf(asker), (at) => planned(name, into, asker.tier, at));
    return changed(outcome, (merged, now) =>
      namesTold("Merged into", [merged.into], now, context, withTwins(told(merged, now), now)),
    );
  },
});

function withTwins(blocks: readonly Block[], now: Snapshot) {
  const twins = twinsTold(now);
  return { blocks: [...blocks, ...twins.blocks], buttons: twins.buttons };
}

function planned(name: string, into: string, tier: Tier, at: Snapshot): Plan<Merged> {
  const second = knownName(into, at.view, { field: "into" });
  if (!second.ok) return refusing(second.refusal);
  // Of several things that are called so, the one of the other's kind is meant.
  const any = knownName(name, at.view, { field: "name" });
  const alike = knownName(name, at.view, { field: "name", kind: kindOf(second.value.of) });
  const first = any.ok ? any : alike;
  return first.ok ? planMergeNames(first.value, second.value, tier, at) : refusing(first.refusal);
}

/** `3 facts of A. Ray go to Ida Ray. These spellings go too: A. Ray and Ray.` */
function moves({ from, into, rounds, facts, joined, spellings }: Merged, at: Told): string {
  const what = { n: facts.length, from: from.item.name, into: into.item.name };
  return [
    rounds === undefined ? tell(at, "merged.facts", what) : tell(at, "merged.rounds", { ...what, rounds }),
    spellings.length === 0 ? "" : tell(at, "merged.words", { n: spellings.length, names: listedIn(at, spellings) }),
    joined.length === 0 ? "" : tell(at, "merged.joined", { n: joined.length }),
  ].join("");
}

function told(merged: Merged, { view }: Snapshot): readonly Block[] {
  const some = merged.facts.slice(0, SHOWN).flatMap((id) => factWith(id, view.facts) ?? []);
  const lines = some.map((fact) => [text(shorten(statement(fact, view), 160))]);
  return [paragraph(text(moves(merged, view))), ...(lines.length === 0 ? [] : [list(...lines)])];
}
