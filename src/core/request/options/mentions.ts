import { type Option, NAME_MAX } from "#core/request/option.ts";
import { no, ok } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { base, type Shape } from "./plain.ts";

/**
 * A person or a group of people, by the platform's own id. `name` is the name that the platform gave with it, else kind
 * and id.
 */
export interface Mentioned {
  readonly kind: "role" | "group" | "user";
  readonly id: string;
  readonly name: string;
}

// Discord: Message Formatting, formats. Slack: Formatting text for app surfaces, advanced formatting.
const MENTIONS = [
  ["role", /^<@&(\d{1,25})>$/u],
  ["group", /^<!subteam\^([A-Z0-9]{1,25})(?:\|@?([^>]*))?>$/u],
  ["user", /^<@!?([A-Z0-9]{1,25})(?:\|([^>]*))?>$/u],
  ["role", /^role:([A-Za-z0-9]{1,25})$/u],
  ["group", /^group:([A-Za-z0-9]{1,25})$/u],
  ["user", /^user:([A-Za-z0-9]{1,25})$/u],
] as const;

/**
 * A role, a user group or a user: a mention, or `role:ID`, `group:ID` or `user:ID`, as a platform's own picker gives
 * it.
 */
export function mentionable<const R extends boolean = false>(
  about: string,
  shape: Shape<R> = {},
): Option<Mentioned, R> {
  return {
    ...base(about, shape, NAME_MAX),
    type: "mentionable",
    read(raw) {
      for (const [kind, pattern] of MENTIONS) {
        const [, id, name] = pattern.exec(raw.trim()) ?? [];
        if (id === undefined) continue;
        // A person's name is kept only with their changes, where erase-user finds it.
        const called = kind === "user" || (name ?? "") === "" ? `${kind} ${id}` : (name ?? "");
        return ok({ kind, id, name: called });
      }
      return no(
        `"${shorten(raw, 40)}" is no role, user group or user.`,
        "Mention one with @, or type role:ID, group:ID or user:ID.",
      );
    },
  };
}

/** A channel's id: a mention such as `<#C123|general>`, or the bare id, as a platform's own picker gives it. */
export function channel<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  return {
    ...base(about, shape, NAME_MAX),
    type: "channel",
    read(raw) {
      const id =
        /^<#([A-Z0-9]{1,25})(?:\|[^>]*)?>$/u.exec(raw.trim())?.[1] ?? /^[A-Z0-9]{6,25}$/u.exec(raw.trim())?.[0];
      if (id !== undefined) return ok(id);
      return no(
        `"${shorten(raw, 40)}" is no channel.`,
        "Pick one from the list that opens when you type #, or paste the channel's id.",
      );
    },
  };
}
