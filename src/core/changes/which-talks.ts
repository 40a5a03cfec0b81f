import { tell } from "#core/messages/tell.ts";
import { negotiationOf, latestWith, rounds, type View } from "#core/facts/view.ts";
import { call, LABEL_MAX, type RawCall } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import type { Named } from "#core/facts/names.ts";
import { shorten } from "#core/text/text.ts";

const OFFERED = 5;

/**
 * The round that a claim is about where none is named: the latest, on a desk that follows one negotiation; empty
 * elsewhere.
 */
export function talksMeant(view: View): string {
  return view.negotiations.all.length > 1 ? "" : (latestWith(view, [])?.id ?? "");
}

/**
 * Why a claim cannot be filed under these talks, with the rounds that it may be about: nothing is filed anywhere by
 * itself.
 */
export function talksProblem(talks: string, view: View, asked: RawCall | undefined): Refusal | undefined {
  const held = view.talks.get(talks);
  if (held !== undefined && held.retired !== true) return undefined;
  if (view.talks.all.length === 0)
    return {
      ...refuse("held", tell(view, "talks.noneYet"), tell(view, "talks.addFirst"), [
        {
          label: tell(view, "talks.new"),
          call: {
            ...call(["desk", "talks-add"]),
            ...(asked === undefined ? {} : { next: asked }),
          },
        },
      ]),
      field: "talks",
      carries: true,
    };
  const n = view.negotiations.all.length;
  const all = rounds(view).toReversed();
  // The latest round of each negotiation comes first.
  const latest = all.filter((t, at) => all.findIndex((u) => u.negotiation === t.negotiation) === at);
  const offered = [...latest, ...all.filter((t) => !latest.includes(t))].slice(0, OFFERED);
  const buttons =
    asked === undefined
      ? []
      : offered.map((t) => ({
          label: shorten(t.name, LABEL_MAX),
          call: call(asked.path, { ...asked.values, talks: t.id }),
        }));
  return {
    ...refuse(
      "usage",
      held === undefined ? tell(view, "talks.which", { n }) : tell(view, "talks.whichRetired", { n, name: held.name }),
      named(offered[0], view),
      buttons,
    ),
    field: "talks",
    ...(buttons.length === 0 ? {} : { carries: true as const }),
  };
}

function named(talks: Named | undefined, view: View): string {
  const name = talks?.name ?? "";
  const negotiation = talks === undefined ? undefined : negotiationOf(talks.id, view);
  return negotiation === undefined
    ? tell(view, "talks.name", { name })
    : tell(view, "talks.nameOf", { name, negotiation: negotiation.name });
}
