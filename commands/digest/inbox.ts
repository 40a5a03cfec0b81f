import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { waiting } from "#core/changes/suggestion.ts";
import { channelInline } from "#core/digest/digest-words.ts";
import { call, type Button } from "#core/request/call.ts";
import { channel, flag } from "#core/request/options/index.ts";
import { buttons, heading, paragraph, reply, strong, text, type Inline, type Reply } from "#core/reply/reply.ts";
import { tongueOfLocale } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import { count } from "#core/text/text.ts";
import { postable } from "./wanted.ts";
import { withDigests } from "./which-digest.ts";

export const inbox = defineCommand({
  path: ["digest", "inbox"],
  about: "Name the channel where suggestions, and questions without an answer, arrive with buttons",
  tier: "moderator",
  options: {
    channel: channel("The moderators' channel (what is set, if empty)", { words: true }),
    clear: flag("Post nothing there any more"),
  },
  example: "{channel}",
  answer: (values, context) =>
    withDigests(context, async (digests) => {
      const { dialect, asker, desk } = context;
      const before = await digests.inbox();
      if (values.clear === true) {
        await digests.setInbox(undefined);
        return answered(told("No inbox", [text("Suggestions wait in /facts review, questions in /facts misses.")]));
      }
      if (values.channel === undefined) {
        if (before === undefined) {
          const hint = "Name one: /digest inbox, with a channel that only moderators read.";
          return answered(told("No inbox", [text(`No channel gets suggestions and questions. ${hint}`)]));
        }
        const posts = [text("Suggestions and questions arrive in "), channelInline(before.channel, dialect), text(".")];
        const stopped = [strong(" Nothing is posted there: "), text(`${before.trouble ?? ""} Name it again.`)];
        return answered(told("Inbox", [...posts, ...(before.trouble === undefined ? [] : stopped)], CLEAR));
      }
      const locale = await postable(digests, values.channel);
      if (!locale.ok) return refused(locale.refusal);
      const tongue = locale.value === undefined ? undefined : tongueOfLocale(locale.value);
      await digests.setInbox({ channel: values.channel, owner: asker.id, ...defined({ tongue }) });
      const open = waiting(await desk.snapshot()).length;
      const queue = open === 0 ? "" : ` ${count(open, "suggestion waits", "suggestions wait")} already: /facts review`;
      return answered(
        told(
          "Inbox",
          [
            text("New suggestions arrive in "),
            channelInline(values.channel, dialect),
            text(
              `${AT_ONCE}${digests.posts ? "" : " Talks cannot post to a terminal: name it in a server or workspace."}${queue}`,
            ),
          ],
          ...(open === 0 ? [] : [{ label: "Queue", call: call(["facts", "review"]) }]),
          CLEAR,
        ),
      );
    }),
});

const AT_ONCE =
  " at once, questions without an answer at most once an hour. Everybody in that channel reads them; only moderators can decide.";

const CLEAR: Button = { label: "Stop", call: call(["digest", "inbox"], { clear: "true" }) };

function told(title: string, said: readonly Inline[], ...below: readonly Button[]): Reply {
  return reply(`${title}.`, [heading(title), paragraph(...said), ...(below.length === 0 ? [] : [buttons(...below)])]);
}
