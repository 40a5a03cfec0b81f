import { isDeepStrictEqual } from "node:util";
import { Routes, type REST } from "discord.js";
import type { CommandData } from "./command-data.ts";

/**
 * Registers the commands where they differ from what Discord has, in one server while developing, else everywhere.
 * Returns the id of each command by name, and whether anything was sent. @throws what the API answers
 */
export async function register(
  rest: REST,
  application: string,
  wanted: readonly CommandData[],
  guild?: string,
  signal?: AbortSignal,
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly sent: boolean }> {
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const stoppable = signal === undefined ? {} : { signal };
  const query = new URLSearchParams({ with_localizations: "true" });
  const held = await rest.get(route, { query, ...stoppable });
  if (same(held, wanted)) return { ids: idsOf(held), sent: false };
  return { ids: idsOf(await rest.put(route, { body: wanted, ...stoppable })), sent: true };
}

/**
 * Whether Discord has the very commands: it adds ids and versions, leaves out what is false or empty, and sorts as it
 * likes.
 */
function same(held: unknown, wanted: readonly CommandData[]): boolean {
  return isDeepStrictEqual(sorted(held), sorted(wanted));
}

function sorted(all: unknown): readonly unknown[] {
  const list = Array.isArray(all) ? all.map(normal) : [];
  return list.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

const KEPT = new Set([
  "type",
  "name",
  "description",
  "name_localizations",
  "description_localizations",
  "default_member_permissions",
  "integration_types",
  "contexts",
  "options",
  "choices",
  "value",
  "required",
  "autocomplete",
  "max_length",
  "min_length",
]);

function normal(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((v) => typeof v === "number") ? value.toSorted((a, b) => a - b) : value.map(normal);
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).flatMap(([key, v]: [string, unknown]) => {
    if (key.endsWith("_localizations")) return isEmpty(v) ? [] : [[key, v] as const];
    if (!KEPT.has(key) || v === false || isEmpty(v)) return [];
    return [[key, normal(v)] as const];
  });
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}

function idsOf(held: unknown): ReadonlyMap<string, string> {
  const list: readonly unknown[] = Array.isArray(held) ? held : [];
  return new Map(
    list.flatMap((c) =>
      typeof c === "object" && c !== null && "name" in c && "id" in c ? [[String(c.name), String(c.id)] as const] : [],
    ),
  );
}
