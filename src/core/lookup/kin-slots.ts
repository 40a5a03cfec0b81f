import type { SlotName } from "#core/facts/slot-names.ts";

// Kinds that one asks for in the same words: what somebody wants, they also say.
const KIN: readonly ReadonlySet<string>[] = [
  "position quote assessment grievance purpose",
  "outcome next position",
  "led attended role",
  "agenda excluded position",
  "session movement next background date outcome",
].map((names) => new Set(names.split(" ")));

// Kinds of things that happened and of things noted: nobody asks for them as such.
const FREE: ReadonlySet<string> = new Set(["note", "background"]);

/** Whether a kind holds things that happened or were noted. */
export function isFree(slot: SlotName): boolean {
  return FREE.has(slot);
}

/** Whether a fact of one kind may answer what is asked in the words of another. */
export function areKin(own: SlotName, asked: SlotName): boolean {
  return FREE.has(own) || KIN.some((group) => group.has(own) && group.has(asked));
}
