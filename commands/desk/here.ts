import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { hereOf, hereTold, setHere, type Here } from "#core/answer/here.ts";
import { articleChange } from "#core/changes/article-change.ts";
import { CITING, citedArticle } from "#core/changes/citing.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import type { Article } from "#core/facts/article.ts";
import { call } from "#core/request/call.ts";
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
    if (values.clear === true) {
      await setHere(desk, asker, {}, now);
      return told({}, context);
    }
    const before = await hereOf(desk, asker, view);
    if (values.talks === undefined && values.source === undefined) return told(before, context);
    const next: Here = { ...before, ...(values.talks === undefined ? {} : { talks: values.talks }) };
    const { talks: _, clear: __, source: named, ...details } = values;
    if (named === undefined) return set(next, context);
    const outcome = await desk.change(authorOf(asker), (at) => {
      const found = citedArticle({ ...details, source: named, paragraph: 1 }, at.view, `a${at.next}`);
      if (!found.ok) return refusing(found.refusal);
      const { article, fresh } = found.value;
      return { kind: "append", changes: fresh ? [articleChange(article)] : [], result: article };
    });
    if (outcome.kind === "refused") return refused(outcome.refusal);
    const article: Article = outcome.result;
    return set({ ...next, source: article.id }, { ...context, view: outcome.now.view });
  },
});

async function set(next: Here, context: Context): Promise<Answer> {
  await setHere(context.desk, context.asker, next, context.now);
  return told(next, context);
}

function told(next: Here, { view }: Pick<Context, "view">): Answer {
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
      paragraph(text("A fact is now its kind, its words and a paragraph: "), code('/facts add led "…" paragraph:2')),
      buttons(
        { label: "Add a fact", call: call(["facts", "add"]) },
        { label: "Clear", call: call(["desk", "here"], { clear: "yes" }) },
      ),
    ]),
  );
}
