import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { planCite, sourceFields } from "#core/changes/cite.ts";
import { CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { findFact } from "#core/changes/find-fact.ts";
import { FACT_ID } from "./fact-options.ts";
import { articleNote } from "./article-note.ts";
import { changed, shown } from "./changed.ts";
import { flag } from "#core/request/options/index.ts";
import { sourceOf } from "#core/reply/citation.ts";
import { paragraph, strong, text } from "#core/reply/reply.ts";
import { sentence } from "#core/reply/statement.ts";
import { ok } from "#core/request/refusal.ts";

export const source = defineCommand({
  path: ["facts", "source"],
  about: "Add one more citation to a fact, in the source's own words",
  tier: "moderator",
  options: {
    id: FACT_ID,
    ...CITING,
    "keep-both": flag("Also if its outlet says otherwise"),
  },
  example: "{fact} source:{outlet} paragraph:1",
  form: {
    title: "Add a source",
    asks: CITING_NAMES,
    fields(values, at) {
      const fact = findFact(values["id"] ?? "", at);
      return fact.ok ? sourceFields(fact.value) : undefined;
    },
    // The held words are offered to be confirmed. Who typed the whole citation in one line has said all that they want
    // to say.
    present(values, at) {
      if (values["id"] === undefined || (values["source"] !== undefined && values["paragraph"] !== undefined))
        return ok({});
      const fact = findFact(values["id"], at);
      if (!fact.ok) return fact;
      const [{ fields, as }] = fact.value.claims;
      return ok(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, as[name] ?? String(value)])));
    },
  },
  async answer({ id, "keep-both": _, ...citing }, { asker, desk, fields, raw }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) =>
      planCite({ id, fields, typed: raw.values, citing }, asker.tier, snapshot),
    );
    return changed(outcome, ({ id, claim, cited }, now) => {
      const { outlet, place } = sourceOf(claim, now.view);
      const says = claim.bare === true ? tell(now.view, "changed.bare") : sentence(claim, now.view, true);
      const title = tell(now.view, "changed.source", { round: now.view.talks.name(claim.talks) });
      const told = [paragraph(strong(`${outlet}, ${place}: `), text(says))];
      return shown(title, id, now, told, articleNote(cited, now.view));
    });
  },
});
