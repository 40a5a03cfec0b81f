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
import { count } from "#core/text/text.ts";
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
    const { asker, desk } = context;
    if (action === undefined) {
      const all = tokensOf(await desk.snapshot());
      return answered(
        listOf(await Promise.all(all.map(async (t) => ({ ...t, used: await desk.stash.get(usedKey(t.hash)) })))),
      );
    }
    if (name === undefined) {
      const missing = refuse("usage", `Which token to ${action}?`, "Name it after what uses it, such as Claude.");
      return refused({ ...missing, field: "name" });
    }
    if (action === "add") return made({ name, may }, context);
    const outcome = await desk.change(authorOf(asker), (snapshot) => planNoToken(name, snapshot));
    return changed(outcome, (gone) =>
      answered(
        reply(`The token “${gone}” lets nobody in any more.`, [
          heading("Token removed"),
          paragraph(words(`“${gone}” lets nobody in any more.`)),
          buttons(undoIn({})),
        ]),
      ),
    );
  },
});

async function made(
  asked: Pick<KeptToken, "name"> & { readonly may: "suggest" | undefined },
  context: Context,
): Promise<Answer> {
  const { asker, desk } = context;
  const secret = newToken((length) => context.token(length));
  const hash = await hashOf(secret);
  // Where the change fails, the hash leads to a desk that does not know it, and lets nobody in.
  await desk.admit(hash);
  const outcome = await desk.change(authorOf(asker), (snapshot) => planToken({ ...asked, hash }, snapshot));
  return changed(outcome, (kept) =>
    answered(
      reply(`The token “${kept}” is made. It is shown this once.`, [
        heading(`Token for ${kept}`),
        paragraph(code(secret)),
        paragraph(words(`It is shown this once; the desk keeps only its hash. ${does(asked.may)}`)),
        paragraph(
          words("Give it to the program as “Authorization: Bearer …”. Take it back with "),
          code(`/desk token remove ${kept}`),
        ),
      ]),
    ),
  );
}

function does(may: "suggest" | undefined): string {
  if (may === undefined) return "It reads this desk, and changes nothing.";
  return "It reads this desk, and may suggest facts by MCP. A moderator decides on each.";
}

function listOf(all: readonly (KeptToken & { readonly used: string | undefined })[]): Reply {
  return reply(`${count(all.length, "token")}.`, [
    heading("Tokens"),
    all.length === 0
      ? paragraph(
          words("None: no program reads this desk from outside. Make one with "),
          code("/desk token add Claude"),
        )
      : list(
          ...all.map(({ name, by, at, used, may }) => [
            strong(name),
            words(`: made by ${by}, `),
            instant(at),
            ...(may === undefined ? [] : [words("; it may suggest")]),
            ...(used === undefined
              ? [words("; not used yet")]
              : [words("; used last "), instant(Temporal.Instant.from(used))]),
          ]),
        ),
  ]);
}
