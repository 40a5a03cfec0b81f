import { defineCommand } from "#core/answer/command.ts";
import { done, withDigest } from "./which-digest.ts";
import { DIGEST } from "#core/digest/digest-options.ts";
import { channelInline } from "#core/digest/digest-words.ts";
import { ruleWords } from "#core/digest/rule.ts";
import { text } from "#core/reply/reply.ts";

export const remove = defineCommand({
  path: ["digest", "remove"],
  about: "Remove a digest; what it posted stays",
  tier: "moderator",
  options: { id: DIGEST },
  example: "{channel}",
  answer: (values, context) =>
    withDigest(context, values.id, async ({ digests, digest: { id, channel, rule } }) => {
      await digests.remove(id);
      const was = text(`, ${ruleWords(rule)}. What it posted stays and is corrected as before.`);
      return done("Removed", id, [text("It no longer posts to "), channelInline(channel, context.dialect), was]);
    }),
});
