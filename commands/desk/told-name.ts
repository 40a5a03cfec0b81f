import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, type Answer, type Context } from "#core/answer/command.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { withKind } from "#core/request/kind-of-name.ts";
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

/** One name as the desk holds it now: what it is, what belongs to it, how else it is spelt. */
function nameLine({ of, item }: Known, view: View): readonly Inline[] {
  const { name, aliases, retired } = view[of].get(item.id) ?? item;
  return [
    strong(name),
    text(tell(view, retired === true ? "name.isRetired" : "name.is", { what: aboutName({ of, item }, view) })),
    ...(aliases.length === 0 ? [] : [text(tell(view, "name.also", { names: listedIn(view, aliases) }))]),
  ];
}

function aboutName({ of, item }: Known, view: View): string {
  switch (of) {
    case "negotiations": {
      const parties = partiesTyped(view.negotiations.get(item.id)?.parties ?? [], view.parties);
      return tell(view, "name.negotiation", { parties });
    }
    case "talks": {
      const parties = partiesTyped(partiesOf(item.id, view), view.parties);
      const negotiation = negotiationOf(item.id, view)?.name ?? tell(view, "name.noNegotiation");
      return tell(view, "name.round", { negotiation, parties });
    }
    case "parties":
      return tell(view, "name.party", { adjective: view.parties.get(item.id)?.adjective ?? "" });
    case "people": {
      const party = view.people.get(item.id)?.party;
      return party === undefined
        ? tell(view, "name.person")
        : tell(view, "name.personOf", { party: view.parties.name(party) });
    }
    case "slots":
      return tell(view, view.slots.get(item.id)?.holds === "one" ? "name.slotOne" : "name.slotMany");
    case "places": {
      const kind = view.places.get(item.id)?.kind;
      return kind === undefined ? tell(view, "name.place") : tell(view, "name.placeOf", { kind });
    }
  }
}

type Did = "Added" | "Changed" | "Merged into" | "Retired" | "Brought back";

/** How a change of names is answered: each as it now stands, and how to take it all back. */
export function namesTold(
  did: Did,
  all: readonly Known[],
  now: Snapshot,
  { raw }: Pick<Context, "raw">,
  more: { readonly blocks?: readonly Block[]; readonly buttons?: readonly Button[] } = {},
): Answer {
  const [first] = all;
  const name = first === undefined ? "" : (now.view[first.of].get(first.item.id) ?? first.item).name;
  const { view } = now;
  const title = tell(view, "name.titled", { did: tell(view, `names.${did}`), name });
  return answered(
    reply(`${title}.`, [
      heading(title),
      list(...all.map((known) => nameLine(known, view))),
      ...(more.blocks ?? []),
      paragraph(text(tell(view, "name.undo")), code("/facts undo"), text(".")),
      buttons(
        ...goOn(raw, view),
        undoIn(view),
        ...(first === undefined
          ? []
          : [
              {
                label: tell(view, "frame.history"),
                call: call(["facts", "history"], { id: withKind(first) }),
              },
            ]),
        ...(more.buttons ?? []),
      ),
    ]),
  );
}
