import { clauseIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused } from "#core/answer/command.ts";
import { done, withDigest } from "./which-digest.ts";
import { DIGEST } from "#core/digest/digest-options.ts";
import { digestButton } from "#core/digest/digest-words.ts";
import { text as words } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";

export const pause = defineCommand({
  path: ["digest", "pause"],
  about: "Pause a digest; when it is resumed, it tells what changed during the pause",
  tier: "moderator",
  options: { id: DIGEST, reason: words("Why, for the list", { max: 200 }) },
  example: "{channel}",
  answer: (values, context) =>
    withDigest(context, values.id, async ({ digests, digest: { id, paused } }) => {
      const { view } = context;
      const resume = digestButton("resume", id, view);
      if (paused !== undefined) {
        return refused(
          refuse(
            "state",
            tell(view, "paused.already", { why: clauseIn(view, paused.why) }),
            tell(view, "paused.resume"),
            [resume],
          ),
        );
      }
      await digests.change(id, { paused: { by: "person", why: values.reason ?? "by a moderator" }, next: null });
      return done(view, tell(view, "paused.title"), id, [text(tell(view, "paused.then"))], [], [resume]);
    }),
});
