import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { planFocus } from "#core/changes/focus.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { undoIn } from "#core/request/call.ts";
import { flag, text as option } from "#core/request/options/index.ts";
import { refuse, type Read } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { knownName } from "#core/changes/known-name.ts";
import { changed } from "#commands/facts/changed.ts";
import { nameChoices } from "./name-option.ts";

export const focus = defineCommand({
  path: ["desk", "focus"],
  about: "Set which negotiation is meant in this channel where a question names none",
  tier: "moderator",
  options: {
    talks: {
      ...option("The negotiation, by its name or by a round of it", { words: true, max: 120 }),
      complete: (view: View) => nameChoices("negotiation", view),
    },
    clear: flag("Let nothing be meant: the newest answers"),
  },
  example: '"Nile dam talks"',
  async answer({ talks, clear }, { asker, desk, focus: before, view }) {
    if (talks !== undefined && clear === true)
      return refused(refuse("usage", tell(view, "focus.both"), tell(view, "focus.leaveOut")));
    if (talks === undefined && clear !== true)
      return said(before === undefined ? tell(view, "focus.none") : told(before, view), view, before !== undefined);
    const outcome = await desk.change(authorOf(asker), (at) => {
      if (talks === undefined) return planFocus(undefined, asker, at);
      const meant = negotiationMeant(talks, at.view);
      return meant.ok ? planFocus(meant.value, asker, at) : refusing(meant.refusal);
    });
    return changed(outcome, (now, { view: after }) =>
      said(now === undefined ? tell(after, "focus.cleared") : told(now, after), after, true),
    );
  },
});

function negotiationMeant(typed: string, view: View): Read<string> {
  const named = knownName(typed, view, { field: "talks", kind: "negotiation" });
  if (named.ok) return { ok: true, value: named.value.item.id };
  const round = view.talks.exact(typed);
  const of = round === undefined ? undefined : negotiationOf(round.id, view);
  if (of !== undefined) return { ok: true, value: of.id };
  const { refusal } = named;
  if ((refusal.offers ?? []).length > 0) return named;
  const offers = nameChoices("negotiation", view).slice(0, 5);
  return { ok: false, refusal: { ...refusal, hint: tell(view, "focus.name"), offers } };
}

function told(negotiation: string, view: View): string {
  return tell(view, "focus.means", { name: view.negotiations.name(negotiation) });
}

function said(words: string, at: Told, undo: boolean) {
  return answered(
    reply(words, [heading(tell(at, "focus.title")), paragraph(text(words)), ...(undo ? [buttons(undoIn(at))] : [])]),
  );
}
