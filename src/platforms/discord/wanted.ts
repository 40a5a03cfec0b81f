import { setTimeout as sleep } from "node:timers/promises";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Stash } from "#core/chat/stash.ts";
import { shared } from "#core/chat/pressed.ts";
import { STASHED_ACTIONS, STASHED_FORM } from "#core/chat/shapes.ts";
import type { Read } from "#core/request/refusal.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { submitted } from "./compose.ts";

/** What a request comes to, once it is known who asks: a call, or what to say instead. @throws what the store throws */
export type Wanted = (asker: Asker) => Promise<Read<RawCall>> | Read<RawCall>;

/** A call that was too long for its button. */
export async function keptCall(
  stash: Stash,
  place: DeskKey,
  token: string,
  index: number,
): Promise<RawCall | undefined> {
  const one = (await stash.get(place, token, STASHED_ACTIONS))?.[index];
  return one?.do === "share" ? shared(one.call) : one?.call;
}

/** What a form that waits asks as it stands. */
export async function keptForm(stash: Stash, place: DeskKey, token: string): Promise<RawCall | undefined> {
  const waiting = await stash.get(place, token, STASHED_FORM);
  return waiting === undefined ? undefined : submitted(waiting.form, waiting.entered);
}

// Together with the patience for an answer well within Discord's three seconds.
const SOON_MS = 800;

/** What is there soon; undefined for what is not, or fails. */
export function soon<T>(work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, sleep(SOON_MS, undefined, { ref: false })]).catch(() => undefined);
}
