import { defineCommand } from "#core/answer/command.ts";
import { knownName } from "#core/changes/known-name.ts";
import { planRestoreName } from "#core/changes/retire-name.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { changed } from "#commands/facts/changed.ts";
import { nameOption } from "./name-option.ts";
import { WHY } from "./retire.ts";
import { namesTold } from "./told-name.ts";

export const restoreName = defineCommand({
  path: ["desk", "restore"],
  about: "Bring a retired name back",
  tier: "moderator",
  options: { name: nameOption("What to bring back, by its name", undefined, true), reason: WHY },
  listedAs: "retire",
  example: '"First round, Geneva"',
  async answer({ name, reason }, context) {
    const { asker, desk } = context;
    const outcome = await desk.change(authorOf(asker), (at) => {
      const known = knownName(name, at.view, { field: "name", retired: true });
      return known.ok ? planRestoreName(known.value, reason, at) : refusing(known.refusal);
    });
    return changed(outcome, (known, now) => namesTold("Brought back", [known], now, context));
  },
});
