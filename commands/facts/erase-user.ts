import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import type { Author } from "#core/desk/store.ts";
import type { Digests } from "#core/digest/digests.ts";
import { flag, text } from "#core/request/options/index.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text as words } from "#core/reply/reply.ts";
import { call } from "#core/request/call.ts";
import { count, fold, listed, shorten } from "#core/text/text.ts";

export const eraseUser = defineCommand({
  path: ["facts", "erase-user"],
  about: "Replace a person's name in the history by a token; the history stays",
  tier: "admin",
  options: {
    user: text("The person: id or name, as the audit shows it", { words: true, required: true, max: 100 }),
    platform: text("Their platform, if two people have the same id or name", { max: 20 }),
    confirm: flag("Confirm it; this cannot be taken back"),
  },
  example: "ann",
  async answer({ user, platform, confirm }, context) {
    const { asker, desk, raw, dialect } = context;
    const { own } = await desk.whole();
    const id = dialect.mention?.(user.trim())?.id ?? user.trim();
    const authors = new Map(own.revisions.map((r) => [`${r.by.platform} ${r.by.id}`, r.by]));
    const there = [...authors.values()].filter((a) => platform === undefined || a.platform === platform.toLowerCase());
    const byId = there.filter((a) => a.id === id);
    const found = byId.length > 0 ? byId : there.filter((a) => fold(a.name) === fold(user));
    const elsewhere = found.length > 0 ? 0 : ((await context.digests?.keptOf(id)) ?? 0);
    if (elsewhere > 0 && context.digests !== undefined)
      return eraseFollower(id, elsewhere, confirm, context.digests, context);
    const [person] = found;
    if (person === undefined || found.length > 1) return refused(notOne(user, found, asker.platform));
    const revisions = own.revisions.filter((r) => r.by.platform === person.platform && r.by.id === person.id).length;
    if (confirm !== true) {
      return answered(
        reply(`This would erase ${person.name} from ${count(revisions, "revision")}. It cannot be taken back.`, [
          heading(`Erase ${person.name}?`),
          paragraph(
            words(
              `Their id and name in ${count(revisions, "revision")} become a token. What they did stays. They follow nothing any more, and get no message. You own their digests. This cannot be taken back.`,
            ),
          ),
          buttons({
            label: "Erase for good",
            call: call(raw.path, { user: person.id, platform: person.platform, confirm: "true" }),
          }),
        ]),
      );
    }
    const alias = `erased-${context.token(8)}`;
    const erased = await desk.erase(person, alias, authorOf(asker));
    if (erased === 0) return refused(notOne(user, [], asker.platform));
    return answered(
      reply(`Erased: the history now says ${alias}.`, [
        heading("Erased"),
        paragraph(words(`${count(erased, "revision")} now name ${alias}.`)),
      ]),
    );
  },
});

function notOne(user: string, found: readonly Author[], platform: string): Refusal {
  const which = listed(found.map((a) => `${a.id} (${a.platform})`));
  const typed = `"${shorten(user, 60)}"`;
  return refuse(
    found.length === 0 ? "held" : "usage",
    found.length === 0
      ? `Nobody called ${typed} changed anything here, or follows or owns anything.`
      : `${typed} is ${which}.`,
    `Type one person's id and platform: /facts erase-user ID platform:${platform}`,
  );
}

/** Somebody who changed nothing, and follows or owns something. */
async function eraseFollower(
  id: string,
  rows: number,
  confirm: boolean | undefined,
  digests: Digests,
  { raw, asker }: Context,
): Promise<Answer> {
  const what = `${count(rows, "entry", "entries")} about them: what they follow, digests that they own, messages to them`;
  if (confirm !== true) {
    const again = call(raw.path, { user: id, confirm: "true" });
    return answered(
      reply(`This would erase ${count(rows, "entry", "entries")}. It cannot be taken back.`, [
        heading("Erase them?"),
        paragraph(words(`They changed nothing in the history. Talks keeps ${what}. You would own their digests.`)),
        buttons({ label: "Erase for good", call: again }),
      ]),
    );
  }
  await digests.forget(id, asker.id);
  return answered(reply("Erased.", [heading("Erased"), paragraph(words(`Talks no longer keeps ${what}.`))]));
}
