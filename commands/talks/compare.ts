import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { uncapitalIn } from "#core/messages/words.ts";
import { answered, defineCommand, refused, type Context } from "#core/answer/command.ts";
import { tableSources } from "#core/reply/cited-cell.ts";
import { comparedRows } from "#core/reply/compared-rows.ts";
import { FIRST_MAX } from "#core/reply/first-line.ts";
import { pictureOf } from "#core/reply/picture.ts";
import { shortNames } from "#core/reply/short-names.ts";
import { tableBlocks } from "#core/reply/table.ts";
import type { Talks } from "#core/facts/names.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { nothing, ANY_READ } from "./read.ts";
import { ofWhose, talksOrAll } from "./rounds-meant.ts";
import { ask, LABEL_MAX } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, strong } from "#core/reply/reply.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { shorten } from "#core/text/text.ts";
import { labelOf } from "#core/slots/label.ts";
import { factsIn, rounds, type View } from "#core/facts/view.ts";

const COMPARED = ALL_SLOTS.filter((slot) => slot.compared).map((slot) => slot.name);

export const compare = defineCommand({
  path: ["talks", "compare"],
  about: "Two rounds side by side",
  tier: "reader",
  options: {
    a: talksOrAll("One round (the one before the latest, if empty), or a negotiation"),
    b: talksOrAll("The other round (the latest, if empty)"),
    ...ANY_READ,
  },
  example: "{before} {talks}",
  repeats: true,
  async answer(values, context) {
    const { view } = context;
    // A negotiation says of whose rounds the two are the last ones.
    const [first, second] = [values.a, values.b].map((id) => view.talks.get(id ?? ""));
    const last = (id: string | undefined, but: Talks | undefined): Talks | undefined =>
      comparable(id, context).findLast((t) => t.id !== but?.id);
    const b = second ?? last(values.b ?? values.a, first);
    const a = first ?? last(values.a ?? values.b, b);
    if (a === undefined || b === undefined)
      return nothing(context, tell(view, "compare.two", { whose: ofWhose(a ?? b, view) }));
    if (a.id === b.id) {
      const [c, d] = comparable(a.id, context).slice(-2);
      const message = tell(view, "compare.one", { round: a.name });
      const hint =
        c === undefined || d === undefined
          ? tell(view, "compare.noOther")
          : tell(view, "compare.type", { a: c.name, b: d.name });
      return refused(refuse("usage", message, hint));
    }
    if (a.negotiation !== b.negotiation) return refused(ofTwo(a, b, context));
    const rows = COMPARED.flatMap((slot) => {
      const [inA, inB] = [factsIn(view, slot, a.id), factsIn(view, slot, b.id)];
      return comparedRows(inA, inB, view);
    });
    const told = [a, b].map((t) => ({ round: t, facts: COMPARED.flatMap((slot) => factsIn(view, slot, t.id)) }));
    const [before = a.name, after = b.name] = shortNames([a.name, b.name]);
    const table = tableBlocks("", [tell(view, "table.what"), before, after], rows);
    const labels = told.flatMap(({ facts }) => facts.map((f) => labelOf(f.claims[0], view)));
    const line = lineOf([before, after], [...new Set(labels)], view);
    return answered(
      reply(
        line,
        [
          heading(line),
          paragraph(strong(`${a.name} · ${b.name}${ofWhose(a, view)}`)),
          ...pictureOf("compare", { form: "columns", title: `${a.name} · ${b.name}`, tongue: view.tongue }, table),
          ...table,
          ...told.map(({ round, facts }) => tableSources(round.name, facts, view)),
          buttons(
            { label: tell(view, "button.timeline"), call: ask("timeline", { talks: b.negotiation }) },
            { label: tell(view, "button.disputes"), call: ask("disputes") },
          ),
        ],
        told.flatMap(({ facts }) => facts.map((f) => quoted(f, view))),
      ),
    );
  },
});

/** `First round and Second round side by side: when, where and 3 more.`: as many kinds of fact as fit. */
function lineOf([a = "", b = ""]: readonly string[], labels: readonly string[], view: View): string {
  const kinds = labels.map((label) => uncapitalIn(view, label));
  const lines = kinds.map((_, left) => {
    const some = kinds.slice(0, kinds.length - left);
    const listed = left === 0 ? listedIn(view, some) : tell(view, "compare.more", { kinds: some.join(", "), n: left });
    return tell(view, "compare.line", { a, b, kinds: listed });
  });
  const none = tell(view, "compare.line", { a, b, kinds: tell(view, "compare.none") });
  return shorten(lines.find((line) => line.length <= FIRST_MAX) ?? lines.at(-1) ?? none, FIRST_MAX);
}

/** Rounds of two negotiations are not set side by side: the same words mean other things there. */
function ofTwo(a: Talks, b: Talks, { view }: Pick<Context, "view">): Refusal {
  const within = [a, b].flatMap(({ id, name, negotiation }) =>
    rounds(view, negotiation).length > 1
      ? [
          {
            label: shorten(tell(view, "compare.with", { name: view.negotiations.name(negotiation) }), LABEL_MAX),
            call: ask("compare", { a: id }),
          },
        ]
      : [{ label: shorten(name, LABEL_MAX), call: ask("timeline", { talks: id }) }],
  );
  const [of, other] = [view.negotiations.name(a.negotiation), view.negotiations.name(b.negotiation)];
  const apart = tell(view, "compare.apart", { a: a.name, of, b: b.name, other });
  return refuse("usage", apart, tell(view, "compare.oneNegotiation"), within);
}

/** The rounds of one negotiation: named, of a named round, meant by the channel, or the newest with two. */
function comparable(named: string | undefined, here: Pick<Context, "view" | "focus">): readonly Talks[] {
  const { view, focus } = here;
  if (named !== undefined) return rounds(view, view.talks.get(named)?.negotiation ?? named);
  if (focus !== undefined) return rounds(view, focus);
  const newest = rounds(view).findLast((t) => rounds(view, t.negotiation).length > 1);
  return newest === undefined ? [] : rounds(view, newest.negotiation);
}
