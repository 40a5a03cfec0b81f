import { aliasShown } from "./alias-shown.ts";
import { NAME_KINDS } from "#core/facts/names.ts";
import { defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { live } from "#core/facts/fact.ts";
import { findAliased, planAlias } from "#core/changes/alias.ts";
import { changed } from "./changed.ts";
import { oneOf, text } from "#core/request/options/index.ts";
import { statement } from "#core/reply/statement.ts";

export const alias = defineCommand({
  path: ["facts", "alias"],
  about: "Add or remove a spelling of a person, place, party, round or fact",
  tier: "moderator",
  options: {
    action: oneOf("Whether to add or to remove it", ["add", "remove"], { words: true, required: true }),
    name: {
      ...text("Whose spelling: a name that the desk knows, or a fact's id", { words: true, required: true, max: 100 }),
      complete: (view) => [
        ...NAME_KINDS.flatMap((of) => view[of].all.map((n) => ({ label: n.name, value: n.name }))),
        ...view.facts.filter(live).map((f) => ({ label: statement(f, view), value: f.id })),
      ],
    },
    spelling: text("The spelling", { words: true, required: true, max: 100 }),
  },
  example: 'add {person} "another spelling"',
  form: { title: "Spelling", asks: ["action", "name", "spelling"] },
  async answer({ action, name, spelling }, { asker, desk, raw }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const found = findAliased(name, snapshot.view);
      return found.ok ? planAlias(action, found.value, spelling, snapshot) : refusing(found.refusal);
    });
    return changed(outcome, (found, now) => aliasShown(found, now, raw));
  },
});
