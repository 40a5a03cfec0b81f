import { tongueOfLocale, type Told } from "#core/messages/tongue.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import type { Author } from "#core/desk/store.ts";
import type { Digests } from "#core/digest/digests.ts";
import { flag, text } from "#core/request/options/index.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text as words } from "#core/reply/reply.ts";
import { call } from "#core/request/call.ts";
import { defined } from "#core/text/defined.ts";
import { fold, shorten } from "#core/text/text.ts";

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
    const { asker, desk, raw, dialect, view } = context;
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
    if (person === undefined || found.length > 1) return refused(notOne(user, found, asker.platform, view));
    const n = own.revisions.filter((r) => r.by.platform === person.platform && r.by.id === person.id).length;
    if (confirm !== true) {
      return answered(
        reply(tell(view, "erase.would", { name: person.name, n }), [
          heading(tell(view, "erase.ask", { name: person.name })),
          paragraph(words(tell(view, "erase.what", { n }))),
          buttons({
            label: tell(view, "erase.forGood"),
            call: call(raw.path, { user: person.id, platform: person.platform, confirm: "true" }),
          }),
        ]),
      );
    }
    const alias = `erased-${context.token(8)}`;
    const erased = await desk.erase(person, alias, authorOf(asker), tongueOfLocale(asker.locale));
    if (erased === 0) return refused(notOne(user, [], asker.platform, view));
    return answered(
      reply(tell(view, "erase.done", { alias }), [
        heading(tell(view, "erase.title")),
        paragraph(words(tell(view, "erase.now", { n: erased, alias }))),
      ]),
    );
  },
});

function notOne(user: string, found: readonly Author[], platform: string, at: Told): Refusal {
  const which = listedIn(
    at,
    found.map((a) => `${a.id} (${a.platform})`),
  );
  const typed = shorten(user, 60);
  return refuse(
    found.length === 0 ? "held" : "usage",
    found.length === 0 ? tell(at, "erase.nobody", { typed }) : tell(at, "erase.several", { typed, which }),
    tell(at, "erase.type", { platform }),
  );
}

/** Somebody who changed nothing, and follows or owns something. */
async function eraseFollower(
  id: string,
  rows: number,
  confirm: boolean | undefined,
  digests: Digests,
  { raw, asker, view }: Context,
): Promise<Answer> {
  if (confirm !== true) {
    const again = call(raw.path, { user: id, confirm: "true" });
    return answered(
      reply(tell(view, "erase.wouldEntries", { n: rows }), [
        heading(tell(view, "erase.askThem")),
        paragraph(words(tell(view, "erase.keeps", { n: rows }))),
        buttons({ label: tell(view, "erase.forGood"), call: again }),
      ]),
    );
  }
  await digests.forget(id, { id: asker.id, ...defined({ tongue: tongueOfLocale(asker.locale) }) });
  const gone = paragraph(words(tell(view, "erase.gone", { n: rows })));
  return answered(reply(tell(view, "erase.short"), [heading(tell(view, "erase.title")), gone]));
}
