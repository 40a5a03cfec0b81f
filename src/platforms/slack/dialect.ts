import type { Dialect, Mention } from "#core/request/dialect.ts";

/**
 * docs: Formatting text for app surfaces, advanced formatting. A message's address ends in `p` and its time stamp
 * without the dot; a reply's has the thread's after it, as `thread_ts`.
 */
export const DIALECT: Dialect = {
  mention(text) {
    const [, group, groupName] = /^<!subteam\^([A-Z0-9]{1,25})(?:\|@?([^>]*))?>$/u.exec(text) ?? [];
    if (group !== undefined) return named({ kind: "group", id: group }, groupName);
    const [, user, userName] = /^<@([A-Z0-9]{1,25})(?:\|([^>]*))?>$/u.exec(text) ?? [];
    return user === undefined ? undefined : named({ kind: "user", id: user }, userName);
  },
  channel: (text) => /^<#([A-Z0-9]{1,25})(?:\|[^>]*)?>$/u.exec(text)?.[1],
  thread(text) {
    const [, of] = /\/archives\/[A-Z0-9]+\/p\d{16}\?(?:.*&)?thread_ts=(\d{10}\.\d{6})(?:&.*)?$/u.exec(text) ?? [];
    if (of !== undefined) return of;
    const [, seconds, rest] = /\/archives\/[A-Z0-9]+\/p(\d{10})(\d{6})(?:\?.*)?$/u.exec(text) ?? [];
    if (seconds !== undefined && rest !== undefined) return `${seconds}.${rest}`;
    return /^\d{10}\.\d{6}$/u.exec(text)?.[0];
  },
  // There is one slash command, and it takes all that follows it.
  command: (group, name) => (group === "talks" ? `/talks ${name}` : `/talks ${group} ${name}`),
  showsNames: true,
};

function named(mention: Mention, name: string | undefined): Mention {
  return name === undefined ? mention : { ...mention, name };
}
