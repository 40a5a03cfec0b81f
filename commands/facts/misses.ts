import { call } from "#core/call.ts";
import { defineCommand } from "#core/command.ts";
import { slotsIn } from "#core/lookup/question.ts";
import { text, whole } from "#core/options/index.ts";
import { buttons, code, heading, list, paragraph, reply, strong, text as words } from "#core/reply.ts";
import { count, fold, shorten } from "#core/text.ts";

export const misses = defineCommand({
  path: ["facts", "misses"],
  about: "What people asked in vain, the most frequent first; one step from adding it",
  tier: "moderator",
  options: {
    most: whole("How many to show (10, if empty)", 1, 50),
    settle: text("Take a question off the list", { max: 200 }),
  },
  example: "most:20",
  async answer(values, { desk }) {
    if (values.settle !== undefined) await desk.settleMiss(fold(values.settle));
    const all = await desk.misses(values.most ?? 10);
    if (all.length === 0) {
      return {
        kind: "reply",
        reply: reply("Nothing was asked in vain.", [heading("Misses"), paragraph(words("Nothing was asked in vain."))]),
      };
    }
    return {
      kind: "reply",
      reply: reply(`${count(all.length, "question")} without an answer.`, [
        heading("Asked in vain"),
        list(...all.map((m) => [strong(`${m.times}× `), code(shorten(m.question, 120))])),
        buttons(
          ...all.slice(0, 5).flatMap((m) => {
            const [slot] = slotsIn(m.question);
            const label = shorten(`Add: ${m.question}`, 40);
            return [{ label, call: call(["facts", "add"], slot === undefined ? {} : { slot }) }];
          }),
          ...all.slice(0, 5).map((m) => ({
            label: shorten(`Settle: ${m.question}`, 40),
            call: call(["facts", "misses"], { settle: m.key }),
          })),
        ),
      ]),
    };
  },
});
