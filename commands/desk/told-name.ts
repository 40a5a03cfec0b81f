import { answered, type Answer, type Context } from "#core/answer/command.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { kindOf } from "#core/changes/known-name.ts";
import type { Known } from "#core/changes/name-state.ts";
import { partiesTyped } from "#core/changes/typed-parties.ts";
import { partiesOf } from "#core/facts/sides.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { call, goOn, undoIn, type Button } from "#core/request/call.ts";
import {
  buttons,
  code,
  heading,
  list,
  paragraph,
  reply,
  strong,
  text,
  type Block,
  type Inline,
} from "#core/reply/reply.ts";
import { listed } from "#core/text/text.ts";

/** One name as the desk holds it now: what it is, what belongs to it, how else it is spelt. */
function nameLine({ of, item }: Known, view: View): readonly Inline[] {
  const { name, aliases, retired } = view[of].get(item.id) ?? item;
  return [
    strong(name),
    text(`: ${[aboutName({ of, item }, view), ...(retired === true ? ["retired"] : [])].join("; ")}.`),
    ...(aliases.length === 0 ? [] : [text(` Also ${listed(aliases)}.`)]),
  ];
}

function aboutName({ of, item }: Known, view: View): string {
  switch (of) {
    case "negotiations":
      return `a negotiation of ${partiesTyped(view.negotiations.get(item.id)?.parties ?? [], view.parties)}`;
    case "talks": {
      const there = partiesTyped(partiesOf(item.id, view), view.parties);
      return `a round of ${negotiationOf(item.id, view)?.name ?? "no negotiation"}, with ${there}`;
    }
    case "parties":
      return `a party; sentences say the ${view.parties.get(item.id)?.adjective ?? ""} side`;
    case "people": {
      const party = view.people.get(item.id)?.party;
      return party === undefined ? "a person" : `a person of ${view.parties.name(party)}`;
    }
    case "slots":
      return `a slot of the desk's own, with ${view.slots.get(item.id)?.holds === "one" ? "one value" : "many values"}`;
    case "places":
      return `a place${view.places.get(item.id)?.kind === undefined ? "" : `, ${view.places.get(item.id)?.kind ?? ""}`}`;
  }
}

/** How a change of names is answered: each as it now stands, and how to take it all back. */
export function namesTold(
  did: string,
  all: readonly Known[],
  now: Snapshot,
  { raw }: Pick<Context, "raw">,
  more: { readonly blocks?: readonly Block[]; readonly buttons?: readonly Button[] } = {},
): Answer {
  const [first] = all;
  const name = first === undefined ? "" : (now.view[first.of].get(first.item.id) ?? first.item).name;
  const title = `${did}: ${name}`;
  return answered(
    reply(`${title}.`, [
      heading(title),
      list(...all.map((known) => nameLine(known, now.view))),
      ...(more.blocks ?? []),
      paragraph(text("To take it back: "), code("/facts undo"), text(".")),
      buttons(
        ...goOn(raw),
        undoIn({}),
        ...(first === undefined
          ? []
          : [{ label: "History", call: call(["facts", "history"], { id: `${kindOf(first.of)}: ${first.item.id}` }) }]),
        ...(more.buttons ?? []),
      ),
    ]),
  );
}
