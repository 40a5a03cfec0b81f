import type { Dialect } from "#core/request/dialect.ts";

/** At a prompt and in a shell, commands have no slash, and those for everyone no group. */
export const DIALECT: Dialect = {
  command: (group, name) => (group === "talks" ? name : `${group} ${name}`),
};
