import type { Snapshot } from "#core/desk/desk.ts";
import { findFact } from "#core/changes/find-fact.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { factBlocks } from "#core/reply/fact-blocks.ts";
import { paragraph, strong, text as words, type Block } from "#core/reply/reply.ts";

/** What a correction changed; nothing where it is as it was. */
export function wasNow(was: string, is: string, at: Told): readonly Block[] {
  return was === is
    ? []
    : [paragraph(strong(tell(at, "news.was")), words(was), words(" → "), strong(tell(at, "news.now")), words(is))];
}

/** Of the places that a fact rests on, those that a correction changed. */
export function restedNow(was: string, is: string, at: Told): readonly Block[] {
  const [before, after] = [new Set(was.split("; ")), new Set(is.split("; "))];
  const [gone, come] = [before.difference(after), after.difference(before)];
  return gone.size === 0 || come.size === 0 ? [] : wasNow([...gone].join("; "), [...come].join("; "), at);
}

/** The fact that a corrected source is part of now, where the others did not follow it. */
export function apart(
  { id, outlet }: { readonly id: string; readonly outlet: string },
  now: Snapshot,
): readonly Block[] {
  const found = findFact(id, now);
  if (!found.ok) return [];
  const round = now.view.talks.name(found.value.talks);
  return [
    paragraph(words(tell(now.view, "changed.saysApart", { outlet, round }))),
    ...factBlocks(found.value, now.view),
    paragraph(words(tell(now.view, "changed.others"))),
  ];
}
