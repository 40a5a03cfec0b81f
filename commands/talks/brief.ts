import type { SlotName } from "#core/facts/slot-names.ts";
import { answered, type Answer, type Context } from "#core/answer/command.ts";
import type { Talks } from "#core/facts/names.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { exactFirst, roundLine } from "#core/reply/first-line.ts";
import { buttons, paragraph, reply, strong } from "#core/reply/reply.ts";
import { differing } from "#core/slots/disagreement.ts";
import { factsIn } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { grouped, headed, nothing, plainOf } from "./read.ts";

/** The lines of a brief: what each one tells, by the first of its slots that holds something. */
const LINES: readonly { readonly title: string; readonly slots: readonly SlotName[]; readonly most: number }[] = [
  { title: "When", slots: ["date"], most: 1 },
  { title: "Where", slots: ["venue"], most: 1 },
  { title: "Who led", slots: ["led", "attended"], most: 4 },
  { title: "How long", slots: ["duration"], most: 1 },
  { title: "What came of it", slots: ["outcome", "next"], most: 2 },
];

/** One round in five cited lines; where sources differ, all of them. */
export async function brief(talks: Talks, context: Context): Promise<Answer> {
  const { view } = context;
  const told = LINES.flatMap(({ title, slots, most }) => {
    const facts = slots.map((slot) => factsIn(view, slot, talks.id)).find((some) => some.length > 0) ?? [];
    return facts.length === 0 ? [] : [{ title, facts: differing(facts, view) ?? exactFirst(facts).slice(0, most) }];
  });
  if (told.length === 0) return nothing(context, `a brief of ${talks.name}`);
  const facts = told.flatMap((line) => line.facts);
  const line = roundLine(talks.name, facts, view);
  return answered(
    reply(
      plainOf(line, facts, view),
      [
        ...headed(line, talks.name, facts),
        ...told.flatMap((line) => [paragraph(strong(line.title)), ...grouped(line.facts, view, false)]),
        buttons(
          { label: "Timeline", call: ask("timeline", { talks: talks.id }) },
          { label: "Where sources differ", call: ask("disputes", { talks: talks.id }) },
        ),
      ],
      facts.map((f) => quoted(f, view)),
    ),
  );
}
