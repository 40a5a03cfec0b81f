import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { focusSubject } from "#core/desk/subject.ts";
import type { Asker } from "#core/request/asker.ts";
import { refuse } from "#core/request/refusal.ts";

type Place = Pick<Asker, "platform" | "channel">;

/** The id of the negotiation that is meant in a channel where a question names none; undefined where nothing is set. */
export function focusOf({ platform, channel }: Place, { own, view }: Snapshot): string | undefined {
  if (channel === undefined) return undefined;
  const held = view.negotiations.get(own.get("focus", focusSubject(platform, channel))?.negotiation ?? "");
  return held === undefined || held.retired === true ? undefined : held.id;
}

/** Sets what is meant in a channel, or, without a negotiation, that nothing is. */
export function planFocus(negotiation: string | undefined, place: Place, snapshot: Snapshot): Plan<string | undefined> {
  const { platform, channel } = place;
  const { view } = snapshot;
  if (channel === undefined) return refusing(refuse("state", tell(view, "focus.noChannel"), tell(view, "focus.use")));
  // What is kept may be retired and mean nothing now: it can still be cleared.
  const kept = snapshot.own.get("focus", focusSubject(platform, channel))?.negotiation;
  const stands = snapshot.view.negotiations.get(kept ?? "")?.id ?? kept;
  if (stands === negotiation)
    return refusing(refuse("state", tell(view, "focus.already"), tell(view, "focus.another")));
  const after = negotiation === undefined ? null : JSON.stringify({ platform, channel, negotiation });
  return {
    kind: "append",
    changes: [{ subject: focusSubject(platform, channel), kind: "focus", after }],
    result: negotiation,
  };
}
