import type { PermissionName } from "./permissions.ts";

export interface ChannelOptions {
  readonly name: string;
  /** A thread below the guild's first text channel. */
  readonly thread?: boolean;
}

export interface RoleOptions {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
}

export interface GuildOptions {
  readonly name: string;
  readonly id?: string;
  readonly locale?: string;
  /** `general` unless given. */
  readonly channels?: readonly (string | ChannelOptions)[];
  readonly roles?: readonly (string | RoleOptions)[];
  /** Name of the owner, who may do everything. */
  readonly owner?: string;
  /** What the bot was invited with; the usual rights of a member unless given. */
  readonly botPermissions?: readonly PermissionName[];
  /** Whether the bot is a member; true unless given. */
  readonly joined?: boolean;
}
