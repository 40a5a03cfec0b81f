import { DeliveredBefore } from "#core/desk/store.ts";
import { take, type Port } from "./conversation.ts";
import type { Input } from "./input.ts";
import type { Outcome } from "./outcome.ts";
import type { Delivered } from "./platform.ts";

// How long a slow store is waited for to say who is first: what everybody sees waits for it, and a form opens at once
// or never.
const PATIENCE_MS = { alone: 1000, form: 300 } as const;

/**
 * The answer to one input, where the platform may bring it again: to another process, after a restart, or recorded and
 * sent again. What it changes and the reservation of `delivery` are kept in one transaction. Undefined where it was
 * delivered before: nothing was changed, and nothing is to be answered. While the store is away, it is answered all the
 * same.
 */
export async function takeOnce(delivery: Delivered, input: Input, port: Port): Promise<Outcome | undefined> {
  return port.host.deliveries.run(delivery, async (reserve) => {
    try {
      const outcome = await take(input, port);
      return (await reserve(patienceFor(outcome))) ? outcome : undefined;
    } catch (error) {
      if (error instanceof DeliveredBefore) return undefined;
      throw error;
    }
  });
}

function patienceFor(outcome: Outcome): number | undefined {
  if (outcome.kind === "form") return PATIENCE_MS.form;
  const everyone = outcome.kind === "refusal" ? outcome.everyone : outcome.request.everyone;
  return everyone ? undefined : PATIENCE_MS.alone;
}
