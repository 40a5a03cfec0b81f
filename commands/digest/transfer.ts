import { defined } from "#core/text/defined.ts";
import { tongueOfLocale } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused } from "#core/answer/command.ts";
import { done, withDigest } from "./which-digest.ts";
import { DIGEST } from "#core/digest/digest-options.ts";
import { personInline } from "#core/digest/digest-words.ts";
import { mentionable } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";

export const transfer = defineCommand({
  path: ["digest", "transfer"],
  about: "Make somebody else a digest's owner; Talks tells the owner if it fails",
  tier: "moderator",
  options: {
    to: mentionable("The new owner: mention them, or type user:ID", { required: true }),
    id: DIGEST,
  },
  example: "{channel} to:{member}",
  form: { title: "Transfer a digest", asks: ["to"] },
  answer: ({ to, id: typed }, context) =>
    withDigest(context, typed, async ({ digests, digest: { id, owner, wants } }) => {
      const { view } = context;
      if (to.kind !== "user") {
        return refused({
          ...refuse("usage", tell(view, "transfer.person"), tell(view, "transfer.mention")),
          field: "to",
        });
      }
      const { own } = await context.desk.whole();
      const person = personInline(to.id, digests.workspace, context.asker, own, view);
      if (to.id === owner) return refused(refuse("state", tell(view, "transfer.theirs"), tell(view, "resumed.list")));
      // Of the new owner no language is known, unless it is the person who asks.
      const { owner: _, ...rest } = wants;
      const told = to.id === context.asker.id ? defined({ owner: tongueOfLocale(context.asker.locale) }) : {};
      await digests.change(id, { owner: to.id, wants: { ...rest, ...told } });
      return done(view, tell(view, "transfer.title"), id, [
        text(tell(view, "transfer.to")),
        person,
        text(tell(view, "transfer.tells")),
      ]);
    }),
});
