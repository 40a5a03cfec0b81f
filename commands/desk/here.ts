import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import { hereOf, hereTold, setHere, type Here } from "#core/answer/here.ts";
import { articleNote } from "#commands/facts/article-note.ts";
import { citedChange } from "#core/changes/article-change.ts";
import { CITING, citedArticle } from "#core/changes/citing.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import type { Article } from "#core/facts/article.ts";
import type { View } from "#core/facts/view.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import { call, undoIn } from "#core/request/call.ts";
import { flag, talks } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { buttons, code, heading, paragraph, reply, strong, text, type Block } from "#core/reply/reply.ts";

const { source, title, address, published } = CITING;

export const here = defineCommand({
  path: ["desk", "here"],
  about: "Set the round and the article that you add facts from, here and for an hour",
  tier: "moderator",
  options: {
    talks: talks("Which round the facts are about"),
    source: { ...source, required: false },
    title,
    address,
    published,
    clear: flag("Set nothing from now on"),
  },
  example: "talks:{talks} source:{outlet}",
  async answer(values, context) {
    const { asker, desk, now, view } = context;
    const { talks: round, clear, source: outlet, ...details } = values;
    const [lone] = Object.keys(details);
    if (outlet === undefined && lone !== undefined)
      return refused({
        ...refuse("usage", tell(view, "hereSet.lone", { name: lone }), tell(view, "hereSet.addSource")),
        field: "source",
      });
    const cleared: Here = clear === true ? { talks: "", source: "" } : {};
    const set = async (next: Here, at: View): Promise<string> => {
      await setHere(desk, asker, { ...cleared, ...defined({ talks: round }), ...next }, now);
      return hereTold(await hereOf(desk, asker, at), at);
    };
    if (outlet === undefined) return told(await set({}, view), view);
    const outcome = await desk.change(authorOf(asker), (at) => {
      const found = citedArticle({ ...details, source: outlet, paragraph: 1 }, at.view, `a${at.next}`);
      return found.ok
        ? { kind: "append", changes: citedChange(found.value), result: found.value }
        : refusing(found.refusal);
    });
    if (outcome.kind === "refused") return refused(outcome.refusal);
    const { article, fresh } = outcome.result;
    const note = fresh ? [] : articleNote(outcome.result, view);
    return told(await set({ source: article.id }, outcome.now.view), view, fresh ? article : undefined, note);
  },
});

/** What is set, and where an article was made for it, how to take that back. */
function told(words: string, at: Told, made?: Article, note: readonly Block[] = []): Answer {
  if (words === "")
    return answered(
      reply(`${tell(at, "hereSet.nothing")}.`, [
        heading(tell(at, "hereSet.nothing")),
        paragraph(text(tell(at, "hereSet.orSet")), code("/desk here talks:… source:…")),
      ]),
    );
  return answered(
    reply(tell(at, "here.set", { what: words }), [
      heading(tell(at, "hereSet.title")),
      ...(made === undefined
        ? []
        : [paragraph(strong(tell(at, "hereSet.made")), text(`${[made.outlet, ...labels(made, at)].join(", ")}.`))]),
      ...note,
      paragraph(text(tell(at, "hereSet.lasts", { what: words }))),
      paragraph(text(tell(at, "hereSet.now")), code('/facts add led "…" paragraph:2')),
      buttons(
        { label: tell(at, "begin.addFact"), call: call(["facts", "add"]) },
        { label: tell(at, "hereSet.clear"), call: call(["desk", "here"], { clear: "yes" }) },
        ...(made === undefined ? [] : [undoIn(at)]),
      ),
    ]),
  );
}

function labels(article: Article, at: Told): readonly string[] {
  return articleLabels([article], at).filter((label) => label !== article.id);
}
