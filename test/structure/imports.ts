import { dirname, join } from "node:path";

/** A source file as the rules see it: its path from the root, and what it imports as written, types included. */
export interface Imports {
  readonly path: string;
  readonly from: readonly string[];
}

/** The rooms of the core, lowest first: a room imports itself and the rooms before it. */
export const CORE_ROOMS = [
  "text",
  "time",
  "messages",
  "values",
  "facts",
  "request",
  "slots",
  "reply",
  "lookup",
  "propose",
  "desk",
  "exchange",
  "changes",
  "digest",
  "outbox",
  "answer",
  "chat",
] as const;
const CORE = CORE_ROOMS.map((room) => `src/core/${room}`);

/**
 * Rooms that see what is not their own. Every other one, born or not, sees the core and itself; a room of the core that
 * the order does not name sees itself only.
 */
const SEES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(CORE.map((room, at) => [room, CORE.slice(0, at)])),
  "src/core": [],
  // The catalogues of the replies in other languages.
  "src/core/messages": ["src/core/text", "src/core/time", "data"],
  "src/app": ["src", "commands"],
};

/** What each room takes from npm and Node. A package that no room names here is for the platform that brings it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "src/app": ["node:*", "@mozilla/readability", "dotenv", "linkedom", "pino", "prom-client", "zod"],
  "src/api": ["node:*", "@modelcontextprotocol/server", "@modelcontextprotocol/node", "rate-limiter-flexible", "zod"],
  "src/core/text": ["fuse.js"],
  "src/core/messages": ["intl-messageformat"],
  "src/core/facts": ["zod"],
  "src/core/request": ["zod"],
  "src/core/reply": ["zod"],
  "src/core/propose": ["zod"],
  "src/core/desk": ["zod"],
  "src/core/exchange": ["zod", "yaml"],
  "src/core/digest": ["zod", "croner"],
  "src/core/answer": ["zod"],
  "src/core/chat": ["zod"],
  "src/library": ["node:*", "intl-messageformat", "yaml", "zod"],
  "src/stores": ["node:*", "kysely", "pg", "zod"],
  "src/pictures": ["node:*", "@resvg/resvg-js", "fontkitten"],
  "src/scheduler": ["node:timers"],
  "src/webhooks": ["node:*", "ipaddr.js", "standardwebhooks"],
  "src/platforms/discord": ["node:*", "discord.js", "discord-api-types"],
  "src/platforms/slack": ["node:*", "@slack/bolt", "zod"],
  "src/platforms/terminal": ["node:*", "fast-string-width", "fast-wrap-ansi"],
  "src/platforms/web": ["node:*", "zod"],
};
const NAMED = new Set(Object.values(PACKAGES).flat());

/**
 * The imports that the rules forbid, as `file → import`. Written once here; it holds for folders that are not born yet.
 */
export function forbidden(files: readonly Imports[]): readonly string[] {
  return files.flatMap(({ path, from }) => from.filter((f) => !allowed(path, f)).map((f) => `${path} → ${f}`));
}

function allowed(path: string, from: string): boolean {
  const room = roomOf(path);
  if (!/^[.#]/u.test(from)) return mayTake(room, from);
  const target = targetOf(path, from);
  // `./x.ts` within a folder, `#area/x.ts` across folders, never `../`; data as `.json`.
  if (target === undefined || from.startsWith("../") || !/\.(?:ts|json)$/u.test(target)) return false;
  const to = roomOf(target);
  const sees = SEES[room] ?? (room.startsWith("src/core/") ? [] : ["src/core"]);
  return to === room || sees.some((seen) => to === seen || to.startsWith(`${seen}/`));
}

function mayTake(room: string, from: string): boolean {
  const name = from.startsWith("@") ? from.split("/").slice(0, 2).join("/") : (from.split("/")[0] ?? from);
  const its = PACKAGES[room];
  if (its === undefined && room.startsWith("src/platforms/")) return from.startsWith("node:") || !NAMED.has(name);
  return its !== undefined && (its.includes(name) || (from.startsWith("node:") && its.includes("node:*")));
}

function roomOf(path: string): string {
  const parts = path.split("/");
  if (parts[0] !== "src") return parts[0] ?? "";
  const deep = parts[1] === "core" || parts[1] === "platforms" ? 3 : 2;
  return parts.slice(0, Math.min(deep, parts.length - 1)).join("/");
}

const AREAS = [
  ["#core/", "src/core/"],
  ["#stores/", "src/stores/"],
  ["#platforms/", "src/platforms/"],
  ["#commands/", "commands/"],
  ["#test/", "test/"],
  ["#src/", "src/"],
  ["#data/", "data/"],
] as const;

/** The file that an import leads to; undefined where it leads to a package. */
function targetOf(path: string, from: string): string | undefined {
  if (from.startsWith(".")) return join(dirname(path), from);
  const area = AREAS.find(([alias]) => from.startsWith(alias));
  return area === undefined ? undefined : area[1] + from.slice(area[0].length);
}

/** Circles among files and among folders, each as the names in it. */
export function circles(files: readonly Imports[]): readonly (readonly string[])[] {
  const byFile = new Map(files.map(({ path, from }) => [path, from.flatMap((f) => targetOf(path, f) ?? [])]));
  const byFolder = new Map<string, string[]>();
  for (const [path, targets] of byFile) {
    const across = targets.map((target) => dirname(target)).filter((folder) => folder !== dirname(path));
    byFolder.set(dirname(path), [...(byFolder.get(dirname(path)) ?? []), ...across]);
  }
  return [byFile, byFolder].flatMap((graph) => inCircles(graph));
}

/**
 * What is left when whatever imports nothing that is left has gone, again and again: what is in a circle or leads into
 * one.
 */
function inCircles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const left = new Map(graph);
  for (let size = -1; size !== left.size;) {
    size = left.size;
    for (const [name, targets] of left) if (!targets.some((t) => left.has(t))) left.delete(name);
  }
  return left.size === 0 ? [] : [[...left.keys()]];
}
