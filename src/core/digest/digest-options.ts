import { tell } from "#core/messages/tell.ts";
import type { Dialect } from "#core/request/dialect.ts";
import type { Option } from "#core/request/option.ts";
import { no, ok } from "#core/request/refusal.ts";
import { base } from "#core/request/options/plain.ts";
import { fold, shorten } from "#core/text/text.ts";
import { channelTyped, oneOf } from "#core/request/options/index.ts";
import { readAt, type At } from "./at.ts";
import { LANGUAGES } from "./language.ts";
import { EVERY_WORDS, readEvery, type Every } from "./every.ts";
import { defined } from "#core/text/defined.ts";
import type { Topics } from "./subscription.ts";
import { readTopic, readTopics, topicChoices, type Topic } from "./topic.ts";
import { readZone, zoneChoices } from "./zone.ts";

const WORD_MAX = 100;
const TOPICS_MAX = 300;

export const EVERY: Option<Every, true> = {
  ...base<true>(
    "When: daily, weekdays at 9:00, weekly on monday, first monday of the month, or a cron pattern",
    { required: true },
    WORD_MAX,
  ),
  type: "text",
  read: readEvery,
  complete: () => EVERY_WORDS.map((words) => ({ label: words, value: words })),
};

export const AT: Option<At, false> = {
  ...base<false>("At what time there, such as 09:00 or 9am (09:00, if empty)", {}, WORD_MAX),
  type: "text",
  read: readAt,
  complete: () =>
    Array.from({ length: 24 }, (_, h) => `${(h + 6) % 24}:00`.padStart(5, "0")).map((t) => ({ label: t, value: t })),
};

export const TIMEZONE: Option<string, true> = {
  ...base<true>("In which time zone: a city such as Vienna, or Europe/Vienna", { required: true }, WORD_MAX),
  type: "text",
  read: readZone,
  complete: zoneChoices,
};

export const TOPICS: Option<Topics, false> = {
  ...base<false>(
    "About what: kinds of facts, talks, people, words: flights; with commas between (all, if empty)",
    {},
    TOPICS_MAX,
  ),
  type: "text",
  read: readTopics,
  complete: topicChoices,
};

export const TOPIC: Option<Topic, false> = {
  ...base<false>(
    "A negotiation, talks, a person, a kind of fact, or words that facts say (what you follow, if empty)",
    { words: true },
    WORD_MAX,
  ),
  type: "text",
  read: readTopic,
  complete: topicChoices,
};

/** As `TOPIC`, among the followed ones. The value undefined means all of them. */
export const FOLLOWED: Option<Topic | undefined, true> = {
  ...base<true>(
    "What to stop: a negotiation, talks, a person, a kind of fact, words, or everything",
    { required: true, words: true },
    WORD_MAX,
  ),
  type: "text",
  read: (raw, names) => (["everything", "all"].includes(fold(raw)) ? ok(undefined) : readTopic(raw, names)),
  complete: (view) => [{ label: "everything", value: "everything" }, ...topicChoices(view)],
};

/** What it tells. Where it is left out, only what changed. */
export const TELLS = oneOf("What it tells: only what changed, or where the talks stand as well", ["changes", "state"]);

/** In which language it is. Where it is left out, a new digest is in that of its channel. */
export const LANGUAGE = oneOf("The language of the digest (that of the channel, if empty)", LANGUAGES);

/** A digest as one names it: by its id, or by the channel it posts to. */
export interface NamedDigest {
  readonly typed: string;
  readonly channel?: string;
}

export const DIGEST: Option<NamedDigest, false> = {
  ...base<false>("Which digest: its channel, or its id (the only one, if empty)", { words: true }, WORD_MAX),
  type: "text",
  read: (raw, _names, dialect) => ok(digestNamed(raw, dialect)),
};

export function digestNamed(raw: string, dialect: Dialect | undefined): NamedDigest {
  const typed = raw.trim();
  return { typed, ...defined({ channel: channelTyped(typed, dialect) }) };
}

/** A thread by its id, or the address of the message that it begins with. */
export const THREAD: Option<string, false> = {
  ...base<false>("A thread of the channel to post in: its id, or a link to it", {}, TOPICS_MAX),
  type: "text",
  read(raw, names, dialect) {
    const typed = raw.trim();
    const id = dialect?.thread?.(typed);
    if (id !== undefined) return ok(id);
    return no(tell(names, "thread.not", { typed: shorten(typed, 40) }), tell(names, "thread.copy"));
  },
};
