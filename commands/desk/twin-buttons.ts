import { tell } from "#core/messages/tell.ts";
import { withKind } from "#core/request/kind-of-name.ts";
import { twinNames } from "#core/changes/twin-names.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { paragraph, text, type Block } from "#core/reply/reply.ts";
import { call, LABEL_MAX, type Button } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";

const OFFERED = 3;

/** Says which names are held twice, with a button each that makes one of two. */
export function twinsTold(now: Snapshot): { readonly blocks: readonly Block[]; readonly buttons: readonly Button[] } {
  const twins = twinNames(now);
  if (twins.length === 0) return { blocks: [], buttons: [] };
  return {
    blocks: [
      paragraph(
        text(
          tell(now.view, "twins.held", {
            n: twins.length,
            names: shorten(twins.map(({ into }) => into.item.name).join("; "), 200),
          }),
        ),
      ),
    ],
    buttons: twins.slice(0, OFFERED).map(({ from, into }) => ({
      label: shorten(tell(now.view, "twins.merge", { name: into.item.name }), LABEL_MAX),
      call: call(["desk", "merge"], { name: withKind(from), into: withKind(into) }),
    })),
  };
}
