import { tell } from "#core/messages/tell.ts";
import { call } from "#core/request/call.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { withDigests } from "#commands/digest/which-digest.ts";
import { FOLLOWED } from "#core/digest/digest-options.ts";
import { topicName, topicText } from "#core/digest/topic.ts";
import { refuse } from "#core/request/refusal.ts";
import { FIRST_MAX } from "#core/reply/first-line.ts";
import { shorten } from "#core/text/text.ts";
import { heading, reply } from "#core/reply/reply.ts";

export const unfollow = defineCommand({
  path: ["talks", "unfollow"],
  about: "Stop direct messages about something that you follow, or about everything",
  tier: "contributor",
  listedAs: "follow",
  options: { topic: FOLLOWED },
  example: "everything",
  answer: ({ topic }, context) =>
    withDigests(context, async (digests) => {
      const { view } = context;
      const name = topic === undefined ? undefined : topicName(topic, view);
      const kept = topic === undefined ? undefined : topicText(topic);
      if ((await digests.unfollow(context.asker.id, kept)) === 0) {
        const all = { label: tell(view, "button.followed"), call: call(["talks", "follow"]) };
        return refused(
          refuse(
            "state",
            name === undefined ? tell(view, "follow.notAny") : tell(view, "follow.not", { name }),
            tell(view, "follow.list"),
            [all],
          ),
        );
      }
      const line = name === undefined ? tell(view, "follow.stoppedAll") : tell(view, "follow.stopped", { name });
      return answered(reply(line, [heading(shorten(line, FIRST_MAX))]));
    }),
});
