import { clauseIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { waiting } from "#core/changes/suggestion.ts";
import { channelInline } from "#core/digest/digest-words.ts";
import { call, type Button } from "#core/request/call.ts";
import { channel, flag } from "#core/request/options/index.ts";
import { buttons, heading, paragraph, reply, strong, text, type Inline, type Reply } from "#core/reply/reply.ts";
import { tongueOfLocale } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
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
      const { dialect, asker, desk, view } = context;
      const clear: Button = { label: tell(view, "button.stop"), call: call(["digest", "inbox"], { clear: "true" }) };
      const before = await digests.inbox();
      if (values.clear === true) {
        await digests.setInbox(undefined);
        return answered(told(tell(view, "inbox.none"), [text(tell(view, "inbox.where"))]));
      }
      if (values.channel === undefined) {
        if (before === undefined) return answered(told(tell(view, "inbox.none"), [text(tell(view, "inbox.nobody"))]));
        const posts = [text(tell(view, "inbox.arrive")), channelInline(before.channel, dialect, view), text(".")];
        const why = clauseIn(view, before.trouble ?? "");
        const stopped = [strong(tell(view, "inbox.stopped")), text(tell(view, "inbox.again", { why }))];
        const all = [...posts, ...(before.trouble === undefined ? [] : stopped)];
        return answered(told(tell(view, "inbox.title"), all, clear));
      }
      const locale = await postable(digests, view, values.channel);
      if (!locale.ok) return refused(locale.refusal);
      const tongue = locale.value === undefined ? undefined : tongueOfLocale(locale.value);
      const ownerTongue = tongueOfLocale(asker.locale);
      await digests.setInbox({ channel: values.channel, owner: asker.id, ...defined({ tongue, ownerTongue }) });
      const n = waiting(await desk.snapshot()).length;
      const rest = [
        tell(view, "inbox.atOnce"),
        digests.posts ? "" : tell(view, "inbox.unposted"),
        n === 0 ? "" : tell(view, "inbox.open", { n }),
      ];
      return answered(
        told(
          tell(view, "inbox.title"),
          [text(tell(view, "inbox.newArrive")), channelInline(values.channel, dialect, view), text(rest.join(""))],
          ...(n === 0 ? [] : [{ label: tell(view, "button.queue"), call: call(["facts", "review"]) }]),
          clear,
        ),
      );
    }),
});

function told(title: string, said: readonly Inline[], ...below: readonly Button[]): Reply {
  return reply(`${title}.`, [heading(title), paragraph(...said), ...(below.length === 0 ? [] : [buttons(...below)])]);
}
