import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { withDigest } from "./which-digest.ts";
import { compose } from "#core/digest/compose.ts";
import { readyFor } from "#core/digest/language.ts";
import { DIGEST } from "#core/digest/digest-options.ts";
import { readable } from "#core/reply/readable.ts";
import { heading, paragraph, reply, text } from "#core/reply/reply.ts";

export const preview = defineCommand({
  path: ["digest", "preview"],
  about: "Show a digest as it would be posted now, to you alone",
  tier: "moderator",
  options: { id: DIGEST },
  example: "{channel}",
  answer: (values, context) =>
    withDigest(context, values.id, async ({ digest }) => {
      await readyFor(digest.wants);
      const composed = compose(await context.desk.whole(), digest.wants, digest.since);
      if (composed.kind === "say") return answered(readable(composed.reply, { ids: false, details: true }));
      const line = tell(context.view, "preview.nothing");
      return answered(reply(line, [heading(tell(context.view, "preview.title")), paragraph(text(line))]));
    }),
});
