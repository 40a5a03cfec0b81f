import { ready } from "#core/messages/ready.ts";
import { TONGUES } from "#core/messages/tongue.ts";
import type { Outcome } from "./outcome.ts";
import { SEALED } from "./webhook.ts";

/** Reads what an owner may be told with: an outcome of which they are told is settled after this alone. */
export async function readyToTell(outcome: Outcome): Promise<void> {
  const { kind } = outcome;
  if (kind === "failed" || kind === "attention" || (kind === "retry" && outcome.why === SEALED))
    await Promise.all(TONGUES.map(ready));
}
