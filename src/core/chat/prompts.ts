import { latestWith, factsIn, type View } from "#core/facts/view.ts";
import { tell } from "#core/messages/tell.ts";
import { disagreements } from "#core/slots/disagreement.ts";

/** Most questions that a platform suggests: Slack takes four. */
const PROMPTS_MAX = 4;

/** What one can ask of a kind of fact, in the order in which people ask. */
const ASKED = ["led", "venue", "outcome", "duration", "next", "date", "agenda", "quote"] as const;

/** A question as a platform shows it, and what is asked when somebody presses it. */
interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** Questions that a desk can answer as it stands, to be suggested; on a desk that holds nothing, what Talks can do. */
export function prompts(view: View): readonly Prompt[] {
  const latest = latestWith(view, ASKED);
  if (latest === undefined) return [{ title: tell(view, "prompt.help"), message: "help" }];
  const held = ASKED.filter((slot) => factsIn(view, slot, latest.id).length > 0);
  const differ = disagreements(view).length > 0 ? (["differ"] as const) : [];
  const more = [...differ, "changed" as const];
  return [...held.slice(0, PROMPTS_MAX - more.length), ...more].slice(0, PROMPTS_MAX).map((what) => {
    // It is posted as the words of the person who presses it.
    const asked = tell(view, `prompt.${what}`);
    return { title: asked, message: asked };
  });
}
