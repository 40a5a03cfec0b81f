import { tell } from "#core/messages/tell.ts";
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
      const { view, dialect } = context;
      const was = text(tell(view, "removed.stays", { days: ruleWords(rule, view) }));
      const said = [text(tell(view, "removed.from")), channelInline(channel, dialect, view), was];
      return done(view, tell(view, "removed.title"), id, said);
    }),
});
