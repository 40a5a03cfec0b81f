import { z } from "zod";
import type { Desk } from "#core/desk/desk.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import type { Before } from "#core/lookup/going-on.ts";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Session } from "./answer.ts";
import type { Answer } from "./command.ts";

/** In a channel others talk between; in a thread or a direct message nobody does. */
const LASTS = Temporal.Duration.from({ minutes: 10 });
const APART_LASTS = Temporal.Duration.from({ hours: 24 });
const FACTS_MAX = 12;
const QUESTION_MAX = 200;

const BEFORE = z.object({ question: z.string(), facts: z.array(z.string()) });

// What is on its way to the store is waited for by the person who asks next, not by the one who was answered.
const writing = new WeakMap<Desk, Map<string, Promise<void>>>();

/** What a person was told last where they ask; in a thread without one, what they were told in its channel. */
export async function kept(asker: Asker, { desk }: Session): Promise<Before | undefined> {
  for (const key of keysOf(asker)) {
    try {
      await writing.get(desk)?.get(key);
      const read = BEFORE.safeParse(JSON.parse((await desk.stash.get(key)) ?? "null"));
      if (read.success) return read.data;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
  return undefined;
}

/**
 * Keeps what a person was told for what they ask next, there. A store that is away keeps nothing, and fails nobody.
 * `before`: what they were told, where this goes on from it.
 */
export function keep(
  call: RawCall,
  given: Answer,
  asker: Asker,
  { desk, clock, commands }: Session,
  before: Before | undefined,
): void {
  if (desk instanceof ReadOnlyDesk || call.path[0] !== "talks") return;
  const told = toldBy(call, given, commands.find(call.path)?.reads !== undefined, before);
  if (told === undefined) return;
  const content = JSON.stringify(told);
  const now = clock.now();
  for (const [i, key] of keysOf(asker).entries()) {
    const lasts = i === 0 && (asker.apart === true || asker.channel === undefined) ? APART_LASTS : LASTS;
    const all = writing.get(desk) ?? new Map<string, Promise<void>>();
    writing.set(desk, all);
    const write = written(all.get(key), () => desk.stash.keep(key, content, now.add(lasts))).then(() => {
      if (all.get(key) === write) all.delete(key);
    });
    all.set(key, write);
  }
}

async function written(before: Promise<void> | undefined, write: () => Promise<void>): Promise<void> {
  await before;
  try {
    await write();
  } catch {
    // The next question is then one of its own.
  }
}

/** Waits until what was kept so far is in the store. */
export async function settled({ desk }: Pick<Session, "desk">): Promise<void> {
  const all = writing.get(desk);
  if (all !== undefined) await Promise.all(all.values());
}

function toldBy(
  { path, values, taken, words }: RawCall,
  given: Answer,
  reads: boolean,
  before: Before | undefined,
): Before | undefined {
  const name = path[1] ?? "";
  if (given.kind === "form") return undefined;
  const facts = given.kind === "reply" ? given.reply.facts.slice(0, FACTS_MAX).map((f) => f.id) : [];
  // What asks after the facts themselves leaves the question as it was.
  if (name === "fact" && taken !== undefined)
    return before === undefined || facts.length === 0 ? undefined : { question: before.question, facts };
  if (name === "ask") {
    const asked = (values["question"] ?? "").slice(0, QUESTION_MAX);
    if (given.kind === "reply")
      return facts.length === 0 && !isOfSources(given.reply.matched) ? undefined : { question: asked, facts };
    return /^(?:held|choice)$/u.test(given.refusal.kind) ? { question: asked, facts } : undefined;
  }
  if (given.kind !== "reply") return undefined;
  // A list of sources or of talks is asked for again with other words in it: "and for February".
  if (name === "sources" || name === "list" || name === "timeline") {
    const all = [name === "list" ? "summary" : name, values["outlet"], values["talks"]];
    const question = all.filter((v) => v !== undefined).join(" ");
    return { question: question.slice(0, QUESTION_MAX), facts: name === "sources" ? [] : facts };
  }
  if (facts.length === 0) return undefined;
  const said = Object.entries(values).flatMap(([option, value]) => (NOT_ASKED.has(option) ? [] : [value.trim()]));
  const question = words ?? (reads ? [name.replaceAll("-", " "), ...said].join(" ") : "");
  return { question: question.slice(0, QUESTION_MAX), facts };
}

/** Whether a question was answered by the list of sources, which tells no facts. */
function isOfSources(matched: readonly string[] = []): boolean {
  return matched.some((m) => m.endsWith("→ /talks sources"));
}

/** What only shows an answer otherwise, or says which round: the facts say that too. */
const NOT_ASKED = new Set(["talks", "as-of", "public", "page"]);

/** The thread first, then its channel. */
function keysOf({ platform, id, channel = "", thread }: Asker): readonly string[] {
  const key = `told ${platform} ${id} ${channel}`;
  return thread === undefined ? [key] : [`${key} ${thread}`, key];
}
