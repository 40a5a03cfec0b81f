import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, refused, type Answer, type Context } from "#core/answer/command.ts";
import { ok, refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { heading, idCode, list, paragraph, reply, text, words, type Block, type Inline } from "#core/reply/reply.ts";
import { capitalIn } from "#core/messages/words.ts";
import { shorten } from "#core/text/text.ts";
import type { NamedDigest } from "#core/digest/digest-options.ts";
import type { Digests } from "#core/digest/digests.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { daysWords, everyText } from "#core/digest/rule.ts";
import { call, type Button, type RawCall } from "#core/request/call.ts";

/** What a command does with the digests of its workspace. */
export interface Chosen {
  readonly digests: Digests;
  readonly digest: Subscription;
}

/** The answer of a command about digests; a refusal where none are kept, as for the shipped library alone. */
export async function withDigests(context: Context, done: (digests: Digests) => Promise<Answer>): Promise<Answer> {
  if (context.digests !== undefined) return done(context.digests);
  return refused(refuse("state", tell(context.view, "which.noDigests"), tell(context.view, "which.askIn")));
}

/** The answer about one digest: the one that was named, or the only one of the workspace. */
export function withDigest(
  context: Context,
  named: NamedDigest | undefined,
  done: (chosen: Chosen) => Promise<Answer>,
): Promise<Answer> {
  return withDigests(context, async (digests) => {
    const found = oneDigest(named, await digests.list(), context.view, context.raw.path, context.raw.values);
    return found.ok ? done({ digests, digest: found.value }) : refused(found.refusal);
  });
}

/** A digest by its id or its channel, or the only one. A refusal asks which, with a button for each that goes on. */
export function oneDigest(
  named: NamedDigest | undefined,
  all: readonly Subscription[],
  at: Told,
  path: RawCall["path"],
  values: RawCall["values"] = {},
): Read<Subscription> {
  if (all.length === 0) {
    return refusing(refuse("state", tell(at, "which.noDigestYet"), tell(at, "which.make")));
  }
  const meant = fitting(named, all);
  const [first, ...more] = meant;
  if (first !== undefined && more.length === 0) return ok(first);
  const among = meant.length === 0 ? all : meant;
  const offers = among.slice(0, OFFERED).map((digest) => ({
    label: shorten(labelOf(digest, among, at), 40),
    call: call(path, { ...values, id: digest.id }),
  }));
  const hint = tell(at, "which.press");
  if (named === undefined) return refusing(refuse("usage", tell(at, "which.ofAll", { n: all.length }), hint, offers));
  if (named.channel === undefined) {
    return refusing(refuse("held", tell(at, "which.noneCalled", { typed: shorten(named.typed, 40) }), hint, offers));
  }
  return refusing(
    meant.length === 0
      ? refuse("held", tell(at, "which.noneThere"), hint, offers)
      : refuse("usage", tell(at, "which.ofThere", { n: meant.length }), hint, offers),
  );
}

const OFFERED = 5;

function refusing(refusal: Refusal): Read<never> {
  return { ok: false, refusal: { ...refusal, field: "id" } };
}

function fitting(named: NamedDigest | undefined, all: readonly Subscription[]): readonly Subscription[] {
  if (named === undefined) return all;
  const byId = all.filter((d) => d.id === named.typed.toLowerCase());
  return byId.length > 0 ? byId : all.filter((d) => d.channel === named.channel);
}

/** What tells a digest from the others of a choice: its days and time; its id too where two have the same. */
function labelOf({ id, rule }: Subscription, among: readonly Subscription[], at: Told): string {
  const days = capitalIn(at, at.tongue === undefined ? everyText(rule) : daysWords(rule.cron, at));
  return among.filter((d) => everyText(d.rule) === everyText(rule)).length === 1 ? days : `${days} (${id})`;
}

/** What was done with a digest, in one line, with what follows from it. */
export function done(
  at: Told,
  title: string,
  id: string,
  said: readonly Inline[],
  more: readonly (readonly Inline[])[] = [],
  buttons: readonly Button[] = [],
): Answer {
  const blocks: readonly Block[] = [
    heading(title),
    paragraph(...said, text(" "), idCode(id)),
    ...(more.length === 0 ? [] : [paragraph(text(tell(at, "order.next"))), list(...more)]),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons", buttons } as const]),
  ];
  return answered(reply(shorten(`${title}. ${words(said)}`, PLAIN_MAX), blocks));
}

const PLAIN_MAX = 300;
