import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { planNoToken, planToken, tokensOf, usedKey, type KeptToken } from "#core/changes/token.ts";
import { authorOf } from "#core/desk/desk.ts";
import { hashOf, newToken } from "#core/desk/token.ts";
import { undoIn } from "#core/request/call.ts";
import { oneOf, text } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import {
  buttons,
  code,
  heading,
  instant,
  list,
  paragraph,
  reply,
  strong,
  text as words,
  type Reply,
} from "#core/reply/reply.ts";

import { changed } from "#commands/facts/changed.ts";

const NAME_MAX = 60;

export const token = defineCommand({
  path: ["desk", "token"],
  about: "Tokens that let an assistant or a script read this desk",
  tier: "admin",
  options: {
    action: oneOf("Add or remove a token (the list, if empty)", ["add", "remove"], { words: true }),
    name: text("What the token is for, such as Claude", { words: "free", max: NAME_MAX }),
    may: oneOf("What the program may do besides reading: nothing, if empty", ["suggest"]),
  },
  example: "add Claude",
  async answer({ action, name, may }, context) {
    const { asker, desk, view } = context;
    if (action === undefined) {
      const all = tokensOf(await desk.snapshot());
      return answered(
        listOf(await Promise.all(all.map(async (t) => ({ ...t, used: await desk.stash.get(usedKey(t.hash)) }))), view),
      );
    }
    if (name === undefined) {
      const missing = refuse("usage", tell(view, `token.which.${action}`), tell(view, "token.nameIt"));
      return refused({ ...missing, field: "name" });
    }
    if (action === "add") return made({ name, may }, context);
    const outcome = await desk.change(authorOf(asker), (snapshot) => planNoToken(name, snapshot));
    return changed(outcome, (gone) =>
      answered(
        reply(tell(view, "token.gone", { name: gone }), [
          heading(tell(view, "token.removed")),
          paragraph(words(tell(view, "token.gone", { name: gone }))),
          buttons(undoIn(view)),
        ]),
      ),
    );
  },
});

async function made(
  asked: Pick<KeptToken, "name"> & { readonly may: "suggest" | undefined },
  context: Context,
): Promise<Answer> {
  const { asker, desk, view } = context;
  const secret = newToken((length) => context.token(length));
  const hash = await hashOf(secret);
  // Where the change fails, the hash leads to a desk that does not know it, and lets nobody in.
  await desk.admit(hash);
  const outcome = await desk.change(authorOf(asker), (snapshot) => planToken({ ...asked, hash }, snapshot));
  return changed(outcome, (kept) =>
    answered(
      reply(tell(view, "token.made", { name: kept }), [
        heading(tell(view, "token.for", { name: kept })),
        paragraph(code(secret)),
        paragraph(
          words(
            tell(view, "token.once", { does: tell(view, asked.may === undefined ? "token.reads" : "token.suggests") }),
          ),
        ),
        paragraph(words(tell(view, "token.give")), code(`/desk token remove ${kept}`)),
      ]),
    ),
  );
}

function listOf(all: readonly (KeptToken & { readonly used: string | undefined })[], at: Told): Reply {
  return reply(tell(at, "token.count", { n: all.length }), [
    heading(tell(at, "token.title")),
    all.length === 0
      ? paragraph(words(tell(at, "token.none")), code("/desk token add Claude"))
      : list(
          ...all.map(({ name, by, at: made, used, may }) => [
            strong(name),
            words(tell(at, "token.by", { name: by })),
            instant(made),
            ...(may === undefined ? [] : [words(tell(at, "token.may"))]),
            ...(used === undefined
              ? [words(tell(at, "token.unused"))]
              : [words(tell(at, "token.used")), instant(Temporal.Instant.from(used))]),
          ]),
        ),
  ]);
}
