import { tell } from "#core/messages/tell.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { View } from "#core/facts/view.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";

/** The options that `facts here` sets, each with an id as its value. */
export type HereOption = "talks" | "source";
export type Here = { readonly [K in HereOption]?: string };

/** How long it is kept. */
const HERE_LASTS = Temporal.Duration.from({ hours: 1 });

/** What one person set in one channel. What is no longer held, or is retired, is left out. */
export async function hereOf(desk: Desk, asker: Asker, view: View): Promise<Here> {
  const [talks, source] = await Promise.all([
    desk.stash.get(keyOf(asker, "talks")),
    desk.stash.get(keyOf(asker, "source")),
  ]);
  const round = view.talks.get(talks ?? "");
  return {
    ...(round === undefined || round.retired === true ? {} : { talks: round.id }),
    ...(source !== undefined && view.articles.has(source) ? { source } : {}),
  };
}

/**
 * Keeps what it has from now on, in place of what was kept; an empty text clears. Each value is kept by itself, so that
 * two who set one each at the same moment lose neither.
 */
export async function setHere(desk: Desk, asker: Asker, here: Here, now: Temporal.Instant): Promise<void> {
  for (const option of ["talks", "source"] as const) {
    const value = here[option];
    if (value !== undefined) await desk.stash.keep(keyOf(asker, option), value, now.add(HERE_LASTS));
  }
}

/** What else a call says of the same: where it does, it means another one than what is kept. */
const SAYS_OF: Readonly<Record<HereOption, readonly string[]>> = {
  talks: [],
  source: ["title", "address", "published"],
};

/** The options that a form does not ask beside what stands here: it, and what would say of it that it is another. */
export function toldBy(standing: RawCall["values"]): ReadonlySet<string> {
  const names = (["talks", "source"] as const).filter((name) => Object.hasOwn(standing, name));
  return new Set([...names, ...names.flatMap((name) => SAYS_OF[name])]);
}

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
  const labels = article === undefined ? [] : articleLabels([article], view).filter((label) => label !== article.id);
  return [
    ...(talks === undefined ? [] : [tell(view, "here.talks", { name: view.talks.name(talks) })]),
    ...(article === undefined ? [] : [tell(view, "here.article", { name: [article.outlet, ...labels].join(", ") })]),
  ].join(" ");
}

function keyOf({ platform, id, channel = "" }: Asker, option: HereOption): string {
  return `here ${option} ${platform} ${id} ${channel}`;
}
