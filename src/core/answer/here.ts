import { z } from "zod";
import type { Desk } from "#core/desk/desk.ts";
import type { View } from "#core/facts/view.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";

/** The options that `facts here` sets, each with an id as its value. */
const HERE = z.object({ talks: z.string().exactOptional(), source: z.string().exactOptional() });
export type Here = z.infer<typeof HERE>;
export type HereOption = keyof Here;

/** How long it is kept. */
const HERE_LASTS = Temporal.Duration.from({ hours: 1 });

/** What one person set in one channel. What is no longer held, or is retired, is left out. */
export async function hereOf(desk: Desk, asker: Asker, view: View): Promise<Here> {
  const kept = await desk.stash.get(keyOf(asker));
  if (kept === undefined) return {};
  const read = HERE.safeParse(JSON.parse(kept));
  if (!read.success) return {};
  const { talks, source } = read.data;
  const round = view.talks.get(talks ?? "");
  return {
    ...(round === undefined || round.retired === true ? {} : { talks: round.id }),
    ...(source !== undefined && view.articles.has(source) ? { source } : {}),
  };
}

/** Keeps it from now on, in place of what was kept; nothing where it is empty. */
export async function setHere(desk: Desk, asker: Asker, here: Here, now: Temporal.Instant): Promise<void> {
  await desk.stash.keep(keyOf(asker), JSON.stringify(here), now.add(HERE_LASTS));
}

/** What of it a call does not say itself, for the options that may stand so. */
export function standing(here: Here, options: readonly HereOption[], { values }: RawCall): RawCall["values"] {
  return Object.fromEntries(
    options.flatMap((name) => {
      const value = here[name];
      return value === undefined || (values[name] ?? "").trim() !== "" ? [] : [[name, value]];
    }),
  );
}

/** It in words: `Talks: First round. Article: Zed, 10 April 2025, “…”.`; empty where nothing is set. */
export function hereTold({ talks, source }: Here, view: View): string {
  const article = view.articles.get(source ?? "");
  const labels = article === undefined ? [] : articleLabels([article]).filter((label) => label !== article.id);
  return [
    ...(talks === undefined ? [] : [`Talks: ${view.talks.name(talks)}.`]),
    ...(article === undefined ? [] : [`Article: ${[article.outlet, ...labels].join(", ")}.`]),
  ].join(" ");
}

function keyOf({ platform, id, channel = "" }: Asker): string {
  return `here ${platform} ${id} ${channel}`;
}
