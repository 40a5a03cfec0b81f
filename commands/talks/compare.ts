import { labelOf, slotKey } from "#core/slots/label.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { answered, defineCommand, refused, type Context } from "#core/answer/command.ts";
import { sourceOf } from "#core/reply/citation.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Talks } from "#core/facts/names.ts";
import { talks } from "#core/request/options/index.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { nothing, ANY_READ } from "./read.ts";
import { ask } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { buttons, heading, reply, type Block, type Quoted } from "#core/reply/reply.ts";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import { brief, sideName } from "#core/reply/statement.ts";
import { count, shorten } from "#core/text/text.ts";
import { factsIn, rounds, type View } from "#core/facts/view.ts";

const COMPARED = ALL_SLOTS.filter((slot) => slot.compared).map((slot) => slot.name);

export const compare = defineCommand({
  path: ["talks", "compare"],
  about: "Two rounds side by side",
  tier: "reader",
  options: {
    a: talks("One round (the one before the latest, if empty)", { words: true }),
    b: talks("The other round (the latest, if empty)", { words: true }),
    ...ANY_READ,
  },
  example: "{before} {talks}",
  async answer(values, context) {
    const { view } = context;
    const all = comparable(values.a ?? values.b, context);
    const b = values.b === undefined ? all.findLast((t) => t.id !== values.a) : view.talks.get(values.b);
    const a = values.a === undefined ? all.findLast((t) => t.id !== b?.id) : view.talks.get(values.a);
    if (a === undefined || b === undefined) return nothing(context, "two rounds to compare");
    if (a.id === b.id) {
      const [c, d] = all.slice(-2);
      const message = `Those two are one round: ${a.name}.`;
      const hint =
        c === undefined || d === undefined
          ? "The desk knows no other round of it."
          : `Type two, as in: /talks compare "${c.name}" "${d.name}"`;
      return refused(refuse("usage", message, hint));
    }
    if (a.negotiation !== b.negotiation) return refused(ofTwo(a, b, context));
    const rows = COMPARED.flatMap((slot) => rowsOf(slot, a, b, view));
    const told = [a, b].map((t) => ({
      round: t,
      facts: COMPARED.flatMap((slot) => factsIn(view, slot, t.id)).map((f) => quoted(f, view)),
    }));
    const line = `${shorten(a.name, 50)} and ${shorten(b.name, 50)} side by side, in ${count(rows.length, "line")}.`;
    return answered(
      reply(
        line,
        [
          heading(line),
          { kind: "table", caption: `${a.name} · ${b.name}`, head: ["", a.name, b.name], rows },
          ...told.map(({ round, facts }) => sources(round, facts)),
          buttons(
            { label: "Timeline", call: ask("timeline", { talks: b.negotiation }) },
            { label: "Disputes", call: ask("disputes") },
          ),
        ],
        told.flatMap(({ facts }) => facts),
      ),
    );
  },
});

/** Rounds of two negotiations are not set side by side: the same words mean other things there. */
function ofTwo(a: Talks, b: Talks, { view }: Pick<Context, "view">): Refusal {
  const whole = ({ name, negotiation }: Talks): string => `${name} is of ${view.negotiations.name(negotiation)}`;
  const within = [a, b].flatMap(({ id, name, negotiation }) =>
    rounds(view, negotiation).length > 1
      ? [{ label: shorten(`Compare ${view.negotiations.name(negotiation)}`, 60), call: ask("compare", { a: id }) }]
      : [{ label: shorten(name, 60), call: ask("timeline", { talks: id }) }],
  );
  return refuse("usage", `${whole(a)}; ${whole(b)}.`, "Compare two rounds of one negotiation.", within);
}

/** The rounds of one negotiation: that of a named round, the one that the channel means, or the newest with two. */
function comparable(named: string | undefined, here: Pick<Context, "view" | "focus">): readonly Talks[] {
  const { view, focus } = here;
  if (named !== undefined) return rounds(view, view.talks.get(named)?.negotiation);
  if (focus !== undefined) return rounds(view, focus);
  const newest = rounds(view).findLast((t) => rounds(view, t.negotiation).length > 1);
  return newest === undefined ? [] : rounds(view, newest.negotiation);
}

function rowsOf(slot: SlotName, a: Talks, b: Talks, view: View): readonly (readonly string[])[] {
  const [inA, inB] = [factsIn(view, slot, a.id), factsIn(view, slot, b.id)];
  const bySide = SLOTS[slot].sided === "required";
  const rowOf = (f: Fact): string => JSON.stringify([slotKey(f), bySide ? f.side : undefined]);
  return [...Map.groupBy([...inA, ...inB], rowOf)].flatMap(([row, [first]]) => {
    const [left, right] = [inA, inB].map((facts) => facts.filter((f) => rowOf(f) === row));
    if (left === undefined || right === undefined || first === undefined) return [];
    const side = bySide ? first.side : undefined;
    const label = `${labelOf(first.claims[0], view)}${side === undefined ? "" : ` (${sideName(side, view)})`}`;
    return [[label, cell(left, view), cell(right, view)]];
  });
}

function cell(facts: readonly Fact[], view: View): string {
  if (facts.length === 0) return "nothing held";
  // Each source's own wording: agreeing sources may give a post in different words, and may have it from somebody.
  const claims = facts.flatMap((f) => f.claims.filter((c) => c.bare === undefined));
  return [...Map.groupBy(claims, (c) => brief(c, view))]
    .map(([words, some]) => `${words} [${some.map((c) => citedIn(c, view)).join("; ")}]`)
    .join("; ");
}

/** `The Gazette, note 6, as told by Ida Ray`: a cell keeps who said it, and where. */
function citedIn(claim: Claim, view: View): string {
  const { outlet, place, said } = sourceOf(claim, view);
  const as = said === undefined ? "" : said.startsWith("confirmed") ? `, as ${said}` : `, ${said}`;
  return `${outlet}, ${place}${as}`;
}

function sources(round: Talks, facts: readonly Quoted[]): Block {
  const all = facts.flatMap((f) => f.sources).map(({ said: _said, excerpt: _excerpt, ...source }) => source);
  return {
    kind: "sources",
    note: round.name,
    sources: [...new Map(all.map((s) => [`${s.article} ${s.place}`, s])).values()],
  };
}
