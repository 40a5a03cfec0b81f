import { z } from "zod";
import type { Desk } from "#core/desk/desk.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import type { Before } from "#core/lookup/follow-up.ts";
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

/** Keeps what a person was told for what they ask next, there. A store that is away keeps nothing, and fails nobody. */
export function keep(call: RawCall, given: Answer, asker: Asker, { desk, clock, commands }: Session): void {
  if (desk instanceof ReadOnlyDesk || call.path[0] !== "talks") return;
  const told = toldBy(call, given, commands.find(call.path)?.reads !== undefined);
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

function toldBy({ path, values, taken }: RawCall, given: Answer, reads: boolean): Before | undefined {
  const name = path[1] ?? "";
  if (given.kind === "form" || (name === "fact" && taken !== undefined)) return undefined;
  if (name === "ask") {
    const facts = given.kind === "reply" ? given.reply.facts.map((f) => f.id) : [];
    if (given.kind === "reply" ? facts.length === 0 : !/^(?:held|choice)$/u.test(given.refusal.kind)) return undefined;
    return { question: (values["question"] ?? "").slice(0, QUESTION_MAX), facts: facts.slice(0, FACTS_MAX) };
  }
  if (given.kind !== "reply" || given.reply.facts.length === 0) return undefined;
  const said = Object.entries(values).flatMap(([option, value]) => (NOT_ASKED.has(option) ? [] : [value.trim()]));
  const question = reads ? [name.replaceAll("-", " "), ...said].join(" ") : "";
  return { question: question.slice(0, QUESTION_MAX), facts: given.reply.facts.slice(0, FACTS_MAX).map((f) => f.id) };
}

/** What only shows an answer otherwise, or says which round: the facts say that too. */
const NOT_ASKED = new Set(["talks", "as-of", "public", "page"]);

/** The thread first, then its channel. */
function keysOf({ platform, id, channel = "", thread }: Asker): readonly string[] {
  const key = `told ${platform} ${id} ${channel}`;
  return thread === undefined ? [key] : [`${key} ${thread}`, key];
}
