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
      if (paused !== undefined) {
        const resume = digestButton("resume", id, "Resume");
        return refused(
          refuse("state", `That digest is paused: ${paused.why}.`, "Resume it first: /digest resume", [resume]),
        );
      }
      if (compose(await context.desk.whole(), digest.wants, digest.since).kind === "nothing") {
        return refused(
          refuse(
            "state",
            `Nothing changed since the last post, so that digest has nothing to say.`,
            "See /talks changes.",
          ),
        );
      }
      const may = await digests.mayPost(channel, thread);
      if (may === undefined) {
        return refused(
          refuse(
            "state",
            "Talks cannot post from here.",
            "Post it from a server or workspace. Here, /digest preview shows it.",
          ),
        );
      }
      if (!may.ok) return refused(refuse("state", "Talks may not post there.", may.hint));
      await digests.postNow(id);
      return done("On its way", id, [
        text("The digest will be posted to "),
        channelInline(channel, context.dialect),
        text(" at once."),
      ]);
    }),
});
