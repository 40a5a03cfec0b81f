import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { missBlocks } from "#core/changes/miss-blocks.ts";
import { approvePick, dismissPick, picksShown } from "./picks.ts";
import { unanswered } from "#core/changes/unanswered.ts";
import { text, whole } from "#core/request/options/index.ts";
import { heading, paragraph, reply, text as words } from "#core/reply/reply.ts";
import { fold } from "#core/text/text.ts";

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
    const { desk, view } = context;
    if (values.approve !== undefined) return approvePick(values.approve, context);
    if (values.dismiss !== undefined) {
      const refusal = await dismissPick(values.dismiss, context);
      if (refusal !== undefined) return refused(refusal);
    }
    if (values.settle !== undefined) await desk.settleMiss(fold(values.settle));
    const most = values.most ?? SHOWN;
    const now = await desk.snapshot();
    const { open, answered: answeredNow } = unanswered(await desk.misses(2 * most), now, most);
    const title = open.length === 0 ? tell(view, "misses.none") : tell(view, "misses.count", { n: open.length });
    return answered(
      reply(title, [
        ...(open.length === 0
          ? [heading(tell(view, "misses.short")), paragraph(words(title))]
          : [heading(tell(view, "misses.title")), ...missBlocks(open, view)]),
        ...(answeredNow === 0 ? [] : [paragraph(words(tell(view, "misses.now", { n: answeredNow })))]),
        ...picksShown(await desk.picks(most), now.view),
      ]),
    );
  },
});
