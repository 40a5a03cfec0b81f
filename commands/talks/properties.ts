import { answered, defineCommand } from "#core/answer/command.ts";
import { listedIn } from "#core/messages/lists.ts";
import { outlets, sharedAccording } from "#core/reply/citation.ts";
import { tableSources } from "#core/reply/cited-cell.ts";
import { tableBlocks, type Row } from "#core/reply/table.ts";
import type { Fact } from "#core/facts/fact.ts";
import { place } from "#core/request/options/index.ts";
import { differLine, factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { headed, neighbours, nothing, READS, saidAmong } from "./read.ts";
import { roundRead } from "./round-read.ts";
import { whichNegotiation } from "./which-negotiation.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { buttons, idCode, paragraph, reply, strong, type Block } from "#core/reply/reply.ts";
import { KIND } from "#core/slots/property.ts";
import { capital, fold, listed } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";

export const properties = defineCommand({
  path: ["talks", "properties"],
  about: "Properties: what they are, where, what was done to them",
  tier: "reader",
  options: {
    place: place("Only those in one place", { words: true }),
    kind: { ...KIND, about: "Only one kind", words: true },
    ...READS,
  },
  example: "place:{property}",
  reads: ["property"],
  async answer(values, context) {
    const { view } = context;
    const {
      round,
      facts,
      among,
      each: ofEach,
    } = roundRead(
      {
        slots: ["property"],
        talks: values.talks,
        keep: ({ claims: [{ fields }] }) =>
          (values.place === undefined || fields["place"] === values.place) &&
          (values.kind === undefined || fold(String(fields["kind"])) === fold(values.kind)),
      },
      context,
    );
    if (ofEach.length > 1) return whichNegotiation(ofEach, view);
    const each = facts.filter((f) => f.claims[0].fields["place"] !== undefined);
    if (round === undefined || facts.length === 0) {
      const where = values.place === undefined ? "" : ` in ${view.places.name(values.place)}`;
      return nothing(context, `${values.kind ?? "properties"}${where}${round === undefined ? "" : ` (${round.name})`}`);
    }
    const title = `Properties: ${saidAmong(round, among, view)}`;
    const whole = facts.filter((f) => !each.includes(f));
    const difference = differLine(facts, view);
    const line = firstLine(whole.length > 0 ? whole : facts, view);
    return answered(
      reply(
        `${line.text} ${listed(each.map((f) => nameOf(f, view)))}.`,
        [
          ...headed({ text: line.text }, title, facts),
          ...(difference === undefined ? [] : [paragraph(strong(difference))]),
          ...whole.flatMap((f) => factBlocks(f, view)),
          ...(each.length === 0 ? [] : table(each, whole, view)),
          buttons(...neighbours(context, ["agenda", "outcomes"], round.id, ["property"])),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});

function nameOf({ claims: [{ fields }] }: Fact, view: View): string {
  return `${fields["kind"] ?? ""} in ${view.places.name(String(fields["place"]))}`;
}

/** What sources count, never how many rows there are: two sources may each name what the other does not. */
function captionOf(whole: readonly Fact[], view: View): string {
  const counted = whole.filter((f) => f.claims[0].fields["count"] !== undefined);
  const counts = [...Map.groupBy(counted, (f) => f.claims[0].fields["count"])].map(([n, some]) => {
    const all = [...new Set(some.flatMap((f) => outlets(f, view)))];
    return `${listed(all)} ${all.length === 1 ? "counts" : "count"} ${n}`;
  });
  return ["Named one by one", ...counts].join("; ");
}

function table(facts: readonly Fact[], whole: readonly Fact[], view: View): readonly Block[] {
  const called = facts.some((f) => f.claims[0].fields["called"] !== undefined);
  const head = [...(called ? ["Name"] : []), "Place", "Kind", "Whose", "What was done", "Said by", "Fact"];
  const rows = facts.map((fact): Row => {
    const { fields } = fact.claims[0];
    const said = [listedIn(view, outlets(fact, view)), sharedAccording(fact, view)].filter((s) => s !== undefined);
    const cells = [
      ...(called ? [String(fields["called"] ?? "")] : []),
      view.places.name(String(fields["place"])),
      capital(String(fields["kind"])),
      fields["owner"] === undefined ? "not stated" : view.parties.name(String(fields["owner"])),
      String(fields["measure"] ?? "not stated"),
      said.join(", "),
      [idCode(fact.id)],
    ];
    return { cells, of: [fact.id] };
  });
  return [
    paragraph(strong(captionOf(whole, view))),
    ...tableBlocks("", head, rows),
    tableSources("For the table", facts, view),
  ];
}
