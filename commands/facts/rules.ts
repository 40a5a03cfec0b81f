import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, type Answer } from "#core/answer/command.ts";
import { planRule, ruleCounts } from "#core/changes/proposal-rules.ts";
import { authorOf, type Snapshot } from "#core/desk/desk.ts";
import { buttons, heading, paragraph, reply, text as words, type Block } from "#core/reply/reply.ts";
import { call, undoIn } from "#core/request/call.ts";
import { text } from "#core/request/options/index.ts";
import { changed } from "./changed.ts";

export const rules = defineCommand({
  path: ["facts", "rules"],
  about: "What became of each rule's proposals; switch a rule off",
  tier: "moderator",
  options: {
    off: text("The rule to switch off on this desk", { max: 40 }),
    on: text("The rule to switch on again", { max: 40 }),
  },
  example: "off:attended",
  async answer({ off, on }, { desk, asker }) {
    const rule = off ?? on;
    if (rule === undefined) return table(await desk.snapshot());
    const outcome = await desk.change(authorOf(asker), (snapshot) => planRule(rule, off === undefined, snapshot));
    return changed(outcome, (name, now) =>
      table(now, tell(now.view, off === undefined ? "rules.on" : "rules.off", { name })),
    );
  },
});

function table(snapshot: Snapshot, said?: string): Answer {
  const { view } = snapshot;
  const all = ruleCounts(snapshot);
  const rows = all.map(({ rule, off, counts }) => [
    rule,
    ...[counts.accepted, counts.edited, counts.rejected, counts.missed].map((n) => `${n}`),
    tell(view, off ? "trail.off" : "trail.on"),
  ]);
  const noisy = all.filter(
    ({ counts, off }) => !off && counts.rejected >= NOISY && counts.rejected > counts.accepted + counts.edited,
  );
  const offer = noisy.slice(0, 3).map(({ rule }) => ({
    label: tell(view, "rules.switchOff", { name: rule }),
    call: call(["facts", "rules"], { off: rule }),
  }));
  const offered = [...offer, ...(said === undefined ? [] : [undoIn(view)])];
  const blocks: readonly Block[] = [
    heading(tell(view, "rules.title")),
    ...(said === undefined ? [] : [paragraph(words(said))]),
    {
      kind: "table",
      caption: tell(view, "rules.caption"),
      head: (["rule", "accepted", "edited", "rejected", "missed", "is"] as const).map((c) => tell(view, `rules.${c}`)),
      rows,
    },
    ...(offered.length === 0 ? [] : [buttons(...offered)]),
  ];
  return answered(reply(said ?? tell(view, "rules.became"), blocks));
}

/** So many rejections before a rule is offered to be switched off. */
const NOISY = 5;
