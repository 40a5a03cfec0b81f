import { tongueOfLocale } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { changed } from "#commands/facts/changed.ts";
import { sideAhead, slotFields, SLOT, unasked, WHERE, withOwnSlot } from "#core/changes/stated.ts";
import { planSuggest, suggestions } from "#core/changes/suggestion.ts";
import { suggestionWords } from "#core/changes/suggestion-words.ts";
import { heading, idCode, instant, list, paragraph, reply, strong, text } from "#core/reply/reply.ts";

export const suggest = defineCommand({
  path: ["talks", "suggest"],
  about: "Suggest a fact with its source; a moderator approves it or says why not",
  tier: "contributor",
  options: { slot: SLOT, ...WHERE, ...CITING },
  example: 'outcome result:"a hotline was agreed on" source:{outlet} paragraph:6',
  spread: withOwnSlot,
  form: {
    title: "Suggest a fact",
    first: "slot",
    asks: ["side", "talks", ...CITING_NAMES],
    beside: ["source"],
    ahead: sideAhead,
    fields: slotFields,
    skips: unasked,
  },
  async answer(_, { asker, desk, raw, now, digests, view }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) =>
      planSuggest(raw.values, authorOf(asker), now, snapshot, {
        workspace: digests?.reaches,
        tongue: tongueOfLocale(asker.locale),
      }),
    );
    return changed(outcome, (id) =>
      answered(
        reply(tell(view, "suggest.done"), [
          heading(tell(view, "suggest.title")),
          paragraph(
            text(tell(view, digests?.reaches === undefined ? "suggest.look" : "suggest.told")),
            text(" "),
            idCode(id),
          ),
        ]),
      ),
    );
  },
});

export const suggested = defineCommand({
  path: ["talks", "suggested"],
  about: "Your suggestions: which were approved or declined, and why",
  tier: "contributor",
  options: {},
  example: "",
  answer: (_, context) => mine(context),
});

async function mine({ asker, desk, view }: Context): Promise<Answer> {
  const snapshot = await desk.snapshot();
  const own = suggestions(snapshot).filter(
    (s) => s.revision.by.id === asker.id && s.revision.by.platform === asker.platform,
  );
  const lines = own
    .toReversed()
    .slice(0, 20)
    .map((s) => [
      idCode(s.id),
      text(" "),
      instant(s.revision.at),
      text(` · ${suggestionWords(s, snapshot)} · `),
      strong(tell(view, `suggested.${s.state}`)),
      text(s.reason === undefined ? "" : `: ${s.reason}`),
    ]);
  const blocks = lines.length === 0 ? [paragraph(text(tell(view, "suggested.none")))] : [list(...lines)];
  return answered(
    reply(tell(view, "suggested.count", { n: own.length }), [heading(tell(view, "suggested.title")), ...blocks]),
  );
}
