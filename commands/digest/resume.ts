import { defineCommand, refused } from "#core/answer/command.ts";
import { done, withDigest } from "./which-digest.ts";
import { nextInstant } from "#core/digest/instants.ts";
import { DIGEST } from "#core/digest/digest-options.ts";
import { channelInline, digestButton, nextLines } from "#core/digest/digest-words.ts";
import { refuse } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";

export const resume = defineCommand({
  path: ["digest", "resume"],
  about: "Post a paused digest again, from its next time on",
  tier: "moderator",
  options: { id: DIGEST },
  example: "{channel}",
  answer: (values, context) =>
    withDigest(context, values.id, async ({ digests, digest }) => {
      const { id, rule, channel, thread } = digest;
      if (digest.paused === undefined)
        return refused(refuse("state", "That digest is not paused.", "The list is /digest list."));
      const may = await digests.mayPost(channel, thread);
      if (may?.ok === false) {
        return refused(refuse("state", `Talks may not post there, so that digest stays paused.`, may.hint));
      }
      await digests.change(id, { paused: null, next: nextInstant(rule, context.now) ?? null });
      return done(
        "Resumed",
        id,
        [
          text("It posts to "),
          channelInline(channel, context.dialect),
          text(" again. The next one tells all that changed since the last one."),
        ],
        nextLines(digest, context.now),
        [digestButton("preview", id, "Preview"), digestButton("pause", id, "Pause")],
      );
    }),
});
