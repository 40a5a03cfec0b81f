import { answered, refused, type Answer, type Context } from "#core/answer/command.ts";
import { ok, refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { code, heading, list, paragraph, reply, text, type Block, type Inline } from "#core/reply/reply.ts";
import { count, shorten } from "#core/text/text.ts";
import type { Digests } from "#core/digest/digests.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { everyText } from "#core/digest/rule.ts";
import { call, type Button, type RawCall } from "#core/request/call.ts";

/** What a command does with the digests of its workspace. */
export interface Chosen {
  readonly digests: Digests;
  readonly digest: Subscription;
}

/** The answer of a command about digests; a refusal where none are kept, as for the shipped library alone. */
export async function withDigests(context: Context, done: (digests: Digests) => Promise<Answer>): Promise<Answer> {
  if (context.digests !== undefined) return done(context.digests);
  return refused(refuse("state", "There are no digests here.", "Ask in a server or workspace, where Talks posts."));
}

/** The answer about one digest: by its id, or the only one of the workspace. */
export function withDigest(
  context: Context,
  id: string | undefined,
  done: (chosen: Chosen) => Promise<Answer>,
): Promise<Answer> {
  return withDigests(context, async (digests) => {
    const found = oneDigest(id, await digests.list(), context.raw.path, context.raw.values);
    return found.ok ? done({ digests, digest: found.value }) : refused(found.refusal);
  });
}

/** A digest by its id, or the only one. A refusal asks which, with a button for each that goes on with the call. */
export function oneDigest(
  id: string | undefined,
  all: readonly Subscription[],
  path: RawCall["path"],
  values: RawCall["values"] = {},
): Read<Subscription> {
  const found = id === undefined ? only(all) : all.find((d) => d.id === id.trim().toLowerCase());
  return found === undefined ? { ok: false, refusal: which(id, all, path, values) } : ok(found);
}

function only(all: readonly Subscription[]): Subscription | undefined {
  return all.length === 1 ? all[0] : undefined;
}

function which(
  id: string | undefined,
  all: readonly Subscription[],
  path: RawCall["path"],
  values: RawCall["values"],
): Refusal {
  const again = all.slice(0, 5).map((d) => ({
    label: shorten(`${d.id}: ${everyText(d.rule)}`, 40),
    call: call(path, { ...values, id: d.id }),
  }));
  if (all.length === 0) return refuse("state", "There is no digest here yet.", "Make one with /digest subscribe.");
  const message =
    id === undefined ? `Which of the ${count(all.length, "digest")}?` : `There is no digest "${shorten(id, 40)}" here.`;
  return {
    ...refuse(
      id === undefined ? "usage" : "held",
      message,
      `The digests here are ${all
        .slice(0, 25)
        .map((d) => d.id)
        .join(", ")}: /digest list`,
      again,
    ),
    field: "id",
  };
}

/** What was done with a digest, in one line, with what follows from it. */
export function done(
  title: string,
  id: string,
  said: readonly Inline[],
  more: readonly (readonly Inline[])[] = [],
  buttons: readonly Button[] = [],
): Answer {
  const blocks: readonly Block[] = [
    heading(title),
    paragraph(code(id), text(" "), ...said),
    ...(more.length === 0 ? [] : [paragraph(text("Next:")), list(...more)]),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons", buttons } as const]),
  ];
  return answered(reply(`${title}: ${id}.`, blocks));
}
