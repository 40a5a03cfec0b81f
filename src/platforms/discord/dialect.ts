import type { Dialect } from "#core/request/dialect.ts";

/** docs: Message Formatting, formats. A thread is a channel, and its address ends in its id. */
export const DIALECT: Dialect = {
  mention(text) {
    const role = /^<@&(\d{1,25})>$/u.exec(text)?.[1];
    if (role !== undefined) return { kind: "role", id: role };
    const user = /^<@!?(\d{1,25})>$/u.exec(text)?.[1];
    return user === undefined ? undefined : { kind: "user", id: user };
  },
  channel: (text) => /^<#(\d{1,25})>$/u.exec(text)?.[1],
  thread: (text) => /^\d{15,25}$/u.exec(text)?.[0] ?? /\/channels\/\d+\/(\d{15,25})$/u.exec(text)?.[1],
  showsNames: true,
  // Discord hides moderators' commands from those who lack Manage Server, until the server's owner lets a role see
  // them.
  // Commands of one kind of name have no line of their own there: `listedAs`.
  command: (group, name) =>
    `/${group} ${group === "desk" ? name.replace(/^[a-z]+-(?=(?:add|edit|retire)$)/u, "") : name}`,
  moderatorsHint: "roles.alsoShow",
};
