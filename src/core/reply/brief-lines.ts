import { tell } from "#core/messages/tell.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { factsIn, type View } from "#core/facts/view.ts";
import { differing } from "#core/slots/disagreement.ts";
import { exactFirst } from "./first-line.ts";

/** The lines of a brief: what each one tells, by the first of its slots that holds something. */
const LINES: readonly {
  readonly title: `slot.${SlotName}` | "brief.came";
  readonly slots: readonly SlotName[];
  readonly most: number;
}[] = [
  { title: "slot.date", slots: ["date"], most: 1 },
  { title: "slot.venue", slots: ["venue"], most: 1 },
  { title: "slot.led", slots: ["led", "attended"], most: 4 },
  { title: "slot.duration", slots: ["duration"], most: 1 },
  { title: "brief.came", slots: ["outcome", "next"], most: 2 },
];

/** One line of a brief: its title, and the facts that it tells. */
interface BriefLine {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** One round in at most five lines; where sources differ, all of them. Empty where nothing is held. */
export function briefLines(talks: string, view: View): readonly BriefLine[] {
  return LINES.flatMap(({ title, slots, most }) => {
    const facts = slots.map((slot) => factsIn(view, slot, talks)).find((some) => some.length > 0) ?? [];
    return facts.length === 0
      ? []
      : [{ title: tell(view, title), facts: differing(facts, view) ?? exactFirst(facts).slice(0, most) }];
  });
}
