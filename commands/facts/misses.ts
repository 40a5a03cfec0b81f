import { call } from "#core/request/call.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { slotsIn } from "#core/lookup/decide.ts";
import { approvePick, dismissPick, picksShown } from "./picks.ts";
import { unanswered } from "#core/changes/unanswered.ts";
import { text, whole } from "#core/request/options/index.ts";
import {
  buttons,
  code,
  heading,
  list,
  paragraph,
  reply,
  strong,
  text as words,
  type Block,
} from "#core/reply/reply.ts";
import type { Miss } from "#core/desk/store.ts";
import { count, fold, shorten } from "#core/text/text.ts";
import { defined } from "#core/text/defined.ts";

const SHOWN = 10;
const PICK_KEY_MAX = 200;

export const misses = defineCommand({
  path: ["facts", "misses"],
  about: "Questions without an answer, the most frequent first, each with a button to add it",
  tier: "moderator",
  options: {
    most: whole("How many to show (10, if empty)", 1, 50),
    settle: text("Take a question off the list", { max: 200 }),
    approve: text("Accept an offered match: its words become a spelling", { max: PICK_KEY_MAX }),
    dismiss: text("Forget an offered match", { max: PICK_KEY_MAX }),
  },
  example: "most:20",
  async answer(values, context) {
    const { desk } = context;
    if (values.approve !== undefined) return approvePick(values.approve, context);
    if (values.dismiss !== undefined) {
      const refusal = await dismissPick(values.dismiss, context);
      if (refusal !== undefined) return refused(refusal);
    }
    if (values.settle !== undefined) await desk.settleMiss(fold(values.settle));
    const most = values.most ?? SHOWN;
    const now = await desk.snapshot();
    const { open, answered: answeredNow } = unanswered(await desk.misses(2 * most), now, most);
    const title = open.length === 0 ? NONE : `${count(open.length, "question")} without an answer.`;
    return answered(
      reply(title, [
        ...(open.length === 0 ? [heading("Misses"), paragraph(words(title))] : asked(open)),
        ...(answeredNow === 0
          ? []
          : [paragraph(words(`${count(answeredNow, "question")} without an answer can be answered now.`))]),
        ...picksShown(await desk.picks(most), now.view),
      ]),
    );
  },
});

const NONE = "Every question had an answer.";

function asked(all: readonly Miss[]): readonly Block[] {
  return [
    heading("Questions without an answer"),
    list(...all.map((m) => [strong(`${m.times}× `), code(shorten(m.question, 120))])),
    buttons(
      ...all.slice(0, 5).flatMap((m) => {
        const [slot] = slotsIn(m.question);
        const label = shorten(`Add: ${m.question}`, 40);
        return [{ label, call: call(["facts", "add"], defined({ slot })) }];
      }),
      ...all.slice(0, 5).map((m) => ({
        label: shorten(`Settle: ${m.question}`, 40),
        call: call(["facts", "misses"], { settle: m.key }),
      })),
    ),
  ];
}
