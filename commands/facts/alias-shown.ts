import { tell } from "#core/messages/tell.ts";
import { answered, type Answer } from "#core/answer/command.ts";
import { goOn, undoIn, type RawCall } from "#core/request/call.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { buttons, heading, list, paragraph, reply, text } from "#core/reply/reply.ts";
import { aliasedBy, type Aliased } from "#core/changes/alias.ts";

/** How a changed spelling is answered: all that now lead there, and how to take it back. */
export function aliasShown({ of, item }: Aliased, { view }: Pick<Snapshot, "view">, raw?: RawCall): Answer {
  const undo = buttons(...goOn(raw, view), undoIn(view));
  const now = aliasedBy({ of, id: item.id }, view)?.item;
  if (of === "facts") {
    const all = now?.aliases ?? [];
    return answered(
      reply(tell(view, "aliasShown.asks", { n: all.length, id: item.id }), [
        heading(tell(view, "aliasShown.words", { id: item.id })),
        paragraph(text(item.name)),
        ...(all.length === 0 ? [] : [list(...all.map((s) => [text(s)]))]),
        undo,
      ]),
    );
  }
  const all = now === undefined ? [] : [now.name, ...now.aliases];
  return answered(
    reply(tell(view, "aliasShown.found", { n: all.length, name: item.name }), [
      heading(tell(view, "aliasShown.of", { name: item.name })),
      list(...all.map((s) => [text(s)])),
      undo,
    ]),
  );
}
