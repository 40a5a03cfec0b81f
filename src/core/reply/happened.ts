import type { MessageId } from "#core/messages/english.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";

const HAPPENED: Readonly<Record<string, Extract<MessageId, `happened.${string}`>>> = {
  load: "happened.load",
  add: "happened.add",
  approve: "happened.add",
  join: "happened.join",
  source: "happened.join",
  correct: "happened.correct",
  retract: "happened.retract",
  restore: "happened.restore",
  dispute: "happened.dispute",
  resolve: "happened.resolve",
  undo: "happened.undo",
};

/** What a revision of a fact did, as those outside the desk are told: by its kind, without who did it. */
export function happened(kind: string, at: Told): string {
  return tell(at, HAPPENED[kind] ?? "happened.other");
}
