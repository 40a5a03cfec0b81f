import { tell } from "#core/messages/tell.ts";
import { answered, type Answer, type Context } from "#core/answer/command.ts";
import type { Talks } from "#core/facts/names.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { briefLines } from "#core/reply/brief-lines.ts";
import { roundLine } from "#core/reply/first-line.ts";
import { buttons, paragraph, reply, strong } from "#core/reply/reply.ts";
import { ask } from "#core/request/call.ts";
import { grouped, headed, nothing, plainOf } from "./read.ts";

/** One round in five cited lines; where sources differ, all of them. */
export async function brief(talks: Talks, context: Context): Promise<Answer> {
  const { view } = context;
  const told = briefLines(talks.id, view);
  if (told.length === 0) return nothing(context, tell(view, "brief.of", { round: talks.name }));
  const facts = told.flatMap((line) => line.facts);
  const line = roundLine(talks.name, facts, view);
  return answered(
    reply(
      plainOf(line, facts, view),
      [
        ...headed(line, talksSaid(talks.id, view), facts),
        ...told.flatMap((line) => [paragraph(strong(line.title)), ...grouped(line.facts, view, false)]),
        buttons(
          { label: tell(view, "button.timeline"), call: ask("timeline", { talks: talks.id }) },
          { label: tell(view, "button.differ"), call: ask("disputes", { talks: talks.id }) },
        ),
      ],
      facts.map((f) => quoted(f, view)),
    ),
  );
}
