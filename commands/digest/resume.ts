import { whyIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
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
      const { view } = context;
      if (digest.paused === undefined)
        return refused(refuse("state", tell(view, "resumed.not"), tell(view, "resumed.list")));
      const may = await digests.mayPost(channel, thread);
      if (may?.ok === false) {
        return refused(refuse("state", tell(view, "resumed.mayNot"), whyIn(view, may.hint)));
      }
      await digests.change(id, { paused: null, next: nextInstant(rule, context.now) ?? null });
      return done(
        view,
        tell(view, "resumed.title"),
        id,
        [
          text(tell(view, "order.posts")),
          channelInline(channel, context.dialect, view),
          text(tell(view, "resumed.again")),
        ],
        nextLines(digest, context.now, view),
        [digestButton("preview", id, view), digestButton("pause", id, view)],
      );
    }),
});
