import { answered, defineCommand } from "#core/answer/command.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { capitalIn, countryIn, lowerIn } from "#core/messages/words.ts";
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
import { KIND, kindIn } from "#core/slots/property.ts";
import { fold } from "#core/text/text.ts";
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
  repeats: true,
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
      const kind = values.kind ?? lowerIn(view, tell(view, "slot.property"));
      const where = values.place === undefined ? undefined : view.places.name(values.place);
      const what = where === undefined ? kind : tell(view, "properties.one", { kind, place: where });
      return nothing(context, `${what}${round === undefined ? "" : ` (${round.name})`}`);
    }
    const title = tell(view, "properties.of", { round: saidAmong(round, among, view) });
    const whole = facts.filter((f) => !each.includes(f));
    const difference = differLine(facts, view);
    const line = firstLine(whole.length > 0 ? whole : facts, view);
    return answered(
      reply(
        `${line.text} ${listedIn(
          view,
          each.map((f) => nameOf(f, view)),
        )}.`,
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
  const place = view.places.name(String(fields["place"]));
  return tell(view, "properties.one", { kind: kindIn(String(fields["kind"] ?? ""), view), place });
}

/** What sources count, never how many rows there are: two sources may each name what the other does not. */
function captionOf(whole: readonly Fact[], view: View): string {
  const counted = whole.filter((f) => f.claims[0].fields["count"] !== undefined);
  const counts = [...Map.groupBy(counted, (f) => f.claims[0].fields["count"])].map(([n, some]) => {
    const all = [...new Set(some.flatMap((f) => outlets(f, view)))];
    return tell(view, "properties.count", { outlets: listedIn(view, all), n: all.length, number: String(n) });
  });
  return [tell(view, "properties.oneByOne"), ...counts].join("; ");
}

function table(facts: readonly Fact[], whole: readonly Fact[], view: View): readonly Block[] {
  const called = facts.some((f) => f.claims[0].fields["called"] !== undefined);
  const columns = [
    ...(called ? (["column.name"] as const) : []),
    ...(["column.place", "column.kind", "column.owner", "column.measure", "column.by", "table.fact"] as const),
  ];
  const head = columns.map((id) => tell(view, id));
  const unstated = tell(view, "properties.notStated");
  const rows = facts.map((fact): Row => {
    const { fields } = fact.claims[0];
    const said = [listedIn(view, outlets(fact, view)), sharedAccording(fact, view)].filter((s) => s !== undefined);
    const cells = [
      ...(called ? [String(fields["called"] ?? "")] : []),
      view.places.name(String(fields["place"])),
      capitalIn(view, kindIn(String(fields["kind"]), view)),
      fields["owner"] === undefined ? unstated : countryIn(view, view.parties.name(String(fields["owner"]))),
      String(fields["measure"] ?? unstated),
      said.join(", "),
      [idCode(fact.id)],
    ];
    return { cells, of: [fact.id] };
  });
  return [
    paragraph(strong(captionOf(whole, view))),
    ...tableBlocks("", head, rows),
    tableSources(tell(view, "properties.sources"), facts, view),
  ];
}
