import type { Desk } from "#core/desk/desk.ts";
import type { View } from "#core/facts/view.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";

/** The options that `facts here` sets, each with an id as its value. */
export interface Here {
  readonly talks?: string;
  readonly source?: string;
}
export type HereOption = keyof Here;

/** How long it is kept. */
const HERE_LASTS = Temporal.Duration.from({ hours: 1 });

/** What one person set in one channel. What is no longer held, or is retired, is left out. */
export async function hereOf(desk: Desk, asker: Asker, view: View): Promise<Here> {
  const [talks = "", source = ""] = await Promise.all([
    desk.stash.get(keyOf("talks", asker)),
    desk.stash.get(keyOf("source", asker)),
  ]);
  const round = view.talks.get(talks);
  return {
    ...(round === undefined || round.retired === true ? {} : { talks: round.id }),
    ...(view.articles.has(source) ? { source } : {}),
  };
}

/** Keeps what is given from now on, in place of what was kept of it; an empty id for nothing. The rest stays. */
export async function setHere(desk: Desk, asker: Asker, here: Here, now: Temporal.Instant): Promise<void> {
  const until = now.add(HERE_LASTS);
  await Promise.all(
    (["talks", "source"] as const).map((option) => {
      const id = here[option];
      return id === undefined ? undefined : desk.stash.keep(keyOf(option, asker), id, until);
    }),
  );
}

/** What else a call says of the same: where it does, it means another one than what is kept. */
const SAYS_OF: Readonly<Record<HereOption, readonly string[]>> = {
  talks: [],
  source: ["title", "address", "published"],
};

/** What of it a call does not say itself, for the options that may stand so. */
export function standing(here: Here, options: readonly HereOption[], { values }: RawCall): RawCall["values"] {
  return Object.fromEntries(
    options.flatMap((name) => {
      const value = here[name];
      const said = [name, ...SAYS_OF[name]].some((option) => (values[option] ?? "").trim() !== "");
      return value === undefined || said ? [] : [[name, value]];
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

// Each has a key of its own: who sets one elsewhere at the same time loses neither.
function keyOf(option: HereOption, { platform, id, channel = "" }: Asker): string {
  return `here ${option} ${platform} ${id} ${channel}`;
}
