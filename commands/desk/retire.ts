import { tell } from "#core/messages/tell.ts";
import { defineCommand, type Answer, type Command, type Context } from "#core/answer/command.ts";
import { knownName } from "#core/changes/known-name.ts";
import { KIND_WORDS, withKind, type Kind } from "#core/request/kind-of-name.ts";
import { naming } from "#core/changes/naming.ts";
import { planRetireName } from "#core/changes/retire-name.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { call } from "#core/request/call.ts";
import { text as option } from "#core/request/options/index.ts";
import { paragraph, text } from "#core/reply/reply.ts";

import { changed } from "#commands/facts/changed.ts";
import { nameOption } from "./name-option.ts";
import { namesTold } from "./told-name.ts";

export const WHY = option("Why, for the history", { max: 300 });

async function retired(
  values: { readonly name: string; readonly reason?: string },
  kind: Kind | undefined,
  context: Context,
): Promise<Answer> {
  const { asker, desk } = context;
  const outcome = await desk.change(authorOf(asker), (at) => {
    const known = knownName(values.name, at.view, { field: "name", kind });
    return known.ok ? planRetireName(known.value, values.reason, at) : refusing(known.refusal);
  });
  return changed(outcome, (known, now) => {
    const n = naming(known, now.view).length;
    const left = known.of === "talks" || known.of === "negotiations" || known.of === "slots";
    return namesTold("Retired", [known], now, context, {
      blocks: [paragraph(text(tell(now.view, left ? "retired.left" : "retired.stays", { n })))],
      buttons: [
        { label: tell(now.view, "name.bringBack"), call: call(["desk", "restore"], { name: withKind(known) }) },
      ],
    });
  });
}

/** `talks-retire` and so on: a name of one kind. */
export const retireByKind: readonly Command[] = KIND_WORDS.map((kind) =>
  defineCommand({
    path: ["desk", `${kind}-retire`],
    about: `Take a ${kind === "talks" ? "round of talks" : kind} out of lists; its history stays`,
    tier: "moderator",
    options: { name: nameOption(`Which ${kind}`, kind), reason: WHY },
    listedAs: "retire",
    example: '"Ida Ray" reason:"entered by mistake"',
    answer: (values, context) => retired(values, kind, context),
  }),
);

export const retireName = defineCommand({
  path: ["desk", "retire"],
  about: "Take a name out of lists, and a round out of answers; its history stays",
  tier: "moderator",
  options: { name: nameOption("What to retire, by its name"), reason: WHY },
  example: '"First round, Geneva" reason:"it was called off"',
  answer: (values, context) => retired(values, undefined, context),
});
