import type { Dialect, Mention } from "#core/request/dialect.ts";
import { type Option, NAME_MAX } from "#core/request/option.ts";
import { no, ok } from "#core/request/refusal.ts";
import { tell } from "#core/messages/tell.ts";
import { shorten } from "#core/text/text.ts";
import { base, type Shape } from "./plain.ts";

/**
 * A person or a group of people, by the platform's own id. `name` is the name that the platform gave with it, else kind
 * and id.
 */
export interface Mentioned extends Mention {
  readonly name: string;
}

const NEUTRAL = [
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
    read(raw, names, dialect) {
      const mention = dialect?.mention?.(raw.trim()) ?? neutral(raw.trim());
      if (mention === undefined)
        return no(tell(names, "value.mention", { typed: shorten(raw, 40) }), tell(names, "value.typeMention"));
      const { kind, id, name = "" } = mention;
      // A person's name is kept nowhere but with what they did, where erase-user finds it.
      return ok({ kind, id, name: kind === "user" || name === "" ? `${kind} ${id}` : name });
    },
  };
}

function neutral(text: string): Mention | undefined {
  for (const [kind, pattern] of NEUTRAL) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

/** The id of a channel as one types it: its mention on the platform, or the bare id; undefined for other words. */
export function channelTyped(typed: string, dialect?: Dialect): string | undefined {
  return dialect?.channel?.(typed) ?? /^[A-Z0-9]{6,25}$/u.exec(typed)?.[0];
}

/** A channel's id: its mention on the platform, or the bare id, which is how a platform's own picker gives it. */
export function channel<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  return {
    ...base(about, shape, NAME_MAX),
    type: "channel",
    read(raw, names, dialect) {
      const id = channelTyped(raw.trim(), dialect);
      if (id !== undefined) return ok(id);
      return no(tell(names, "value.channel", { typed: shorten(raw, 40) }), tell(names, "value.pickChannel"));
    },
  };
}
