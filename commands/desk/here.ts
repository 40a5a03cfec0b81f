import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import { hereOf, hereTold, setHere, type Here } from "#core/answer/here.ts";
import { articleChange } from "#core/changes/article-change.ts";
import { CITING, citedArticle } from "#core/changes/citing.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import type { Article } from "#core/facts/article.ts";
import type { View } from "#core/facts/view.ts";
import { call, UNDO } from "#core/request/call.ts";
import { refuse } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { flag, talks } from "#core/request/options/index.ts";
import { buttons, code, heading, paragraph, reply, text } from "#core/reply/reply.ts";

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
    const { talks: round, clear, source: named, ...details } = values;
    const [described] = Object.keys(details);
    if (clear === true && Object.keys(values).length > 1)
      return refused(refuse("usage", "clear: goes alone.", "Clear first, then set what is new."));
    if (named === undefined && described !== undefined) {
      const refusal = refuse("usage", `${described}: is of an article, and none is named.`, "Name its outlet: source:");
      return refused({ ...refusal, field: "source" });
    }
    if (clear === true) {
      await setHere(desk, asker, { talks: "", source: "" }, now);
      return told({}, view);
    }
    const set = async (next: Here): Promise<Here> => {
      await setHere(desk, asker, next, now);
      return { ...(await hereOf(desk, asker, view)), ...next };
    };
    const talksToo = defined({ talks: round });
    if (named === undefined) return told(await set(talksToo), view);
    const outcome = await desk.change(authorOf(asker), (at) => {
      const found = citedArticle({ ...details, source: named, paragraph: 1 }, at.view, `a${at.next}`);
      if (!found.ok) return refusing(found.refusal);
      const { article, fresh } = found.value;
      return { kind: "append", changes: fresh ? [articleChange(article)] : [], result: { article, fresh } };
    });
    if (outcome.kind === "refused") return refused(outcome.refusal);
    const { article, fresh } = outcome.result;
    return told(await set({ ...talksToo, source: article.id }), outcome.now.view, fresh ? article : undefined);
  },
});

/** `made`: the article, where the desk did not hold it before. */
function told(next: Here, view: View, made?: Article): Answer {
  const words = hereTold(next, view);
  if (words === "")
    return answered(
      reply("Nothing is set here.", [
        heading("Nothing is set here"),
        paragraph(text("A fact names its round and its article, or set them: "), code("/desk here talks:… source:…")),
      ]),
    );
  return answered(
    reply(`Set here: ${words}`, [
      heading("Set here"),
      paragraph(text(`${words} It holds for an hour, for you, in this channel.`)),
      ...(made === undefined ? [] : [paragraph(text(`The article of ${made.outlet} is new to the desk.`))]),
      paragraph(text("A fact is now its kind, its words and a paragraph: "), code('/facts add led "…" paragraph:2')),
      buttons(
        { label: "Add a fact", call: call(["facts", "add"]) },
        { label: "Clear", call: call(["desk", "here"], { clear: "yes" }) },
        ...(made === undefined ? [] : [UNDO]),
      ),
    ]),
  );
}
