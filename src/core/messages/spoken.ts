import type { MessageId } from "./english.ts";
import type { Tongue } from "./tongue.ts";

/** What stands in the place of a message's names. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The messages of one language, as functions of what stands in their places; what it lacks is told in English. */
export type Spoken = (id: MessageId, values: MessageValues) => string | undefined;

// A catalogue is read once for all: nothing in it depends on who asks.
const held = new Map<Tongue, Spoken>();

export function speak(tongue: Tongue, spoken: Spoken): void {
  held.set(tongue, spoken);
}

/** Undefined until `ready` has read it. */
export function spokenIn(tongue: Tongue): Spoken | undefined {
  return held.get(tongue);
}
