import { clauseIn, whyIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused } from "#core/answer/command.ts";
import { done, withDigest } from "./which-digest.ts";
import { compose } from "#core/digest/compose.ts";
import { DIGEST } from "#core/digest/digest-options.ts";
import { channelInline, digestButton } from "#core/digest/digest-words.ts";
import { refuse } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";

export const postNow = defineCommand({
  path: ["digest", "post-now"],
  about: "Post a digest now; the next one tells only what changes after it",
  tier: "moderator",
  options: { id: DIGEST },
  example: "{channel}",
  answer: (values, context) =>
    withDigest(context, values.id, async ({ digests, digest }) => {
      const { id, paused, channel, thread } = digest;
      const { view } = context;
      if (paused !== undefined) {
        const paused_ = tell(view, "posted.paused", { why: clauseIn(view, paused.why) });
        return refused(refuse("state", paused_, tell(view, "posted.resume"), [digestButton("resume", id, view)]));
      }
      if (compose(await context.desk.whole(), digest.wants, digest.since).kind === "nothing") {
        return refused(refuse("state", tell(view, "posted.nothing"), tell(view, "posted.see")));
      }
      const may = await digests.mayPost(channel, thread);
      if (may === undefined) {
        return refused(refuse("state", tell(view, "posted.notHere"), tell(view, "posted.elsewhere")));
      }
      if (!may.ok) return refused(refuse("state", tell(view, "wanted.mayNot"), whyIn(view, may.hint)));
      await digests.postNow(id);
      return done(view, tell(view, "posted.title"), id, [
        text(tell(view, "posted.to")),
        channelInline(channel, context.dialect, view),
        text(tell(view, "posted.atOnce")),
      ]);
    }),
});
