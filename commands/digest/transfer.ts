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
    withDigest(context, typed, async ({ digests, digest: { id, owner } }) => {
      if (to.kind !== "user") {
        return refused({
          ...refuse("usage", "A digest has one owner, a person.", "Mention somebody, or type user:ID."),
          field: "to",
        });
      }
      const { own } = await context.desk.whole();
      const person = personInline(to.id, digests.workspace, context.asker, own);
      if (to.id === owner)
        return refused(refuse("state", "That digest is theirs already.", "The list is /digest list."));
      await digests.change(id, { owner: to.id });
      return done("Transferred", id, [
        text("The digest now belongs to "),
        person,
        text(". Talks tells them if it fails."),
      ]);
    }),
});
