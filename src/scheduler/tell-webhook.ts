import { outcomeOfCall } from "#core/outbox/webhook.ts";
import type { Lease, Target } from "#core/outbox/job.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";

/** Takes a leased event to its webhook, once. One whose answer was lost may be there twice, under one id. */
export async function tellWebhook(
  { outbox, timings, webhooks }: SchedulerDeps,
  lease: Lease,
  { hook, event }: Extract<Target, { readonly kind: "webhook" }>,
): Promise<undefined> {
  const { job } = lease;
  if (job.state === "unknown") return void (await outbox.settle(lease, { kind: "retry", after: 0 }));
  if (job.state !== "leased") return;
  const webhook = await outbox.webhook(hook);
  const why = webhook === undefined ? "the webhook was removed" : webhook.off && "the webhook is switched off";
  if (webhook === undefined || webhooks === undefined || why !== undefined)
    return void (await outbox.settle(lease, { kind: "skipped", why: why ?? "webhooks are not sent here" }));
  if ((await outbox.sending(lease, undefined, timings.lease)) !== "saved") return;
  await outbox.settle(lease, outcomeOfCall(job, await webhooks.notify(webhook, event, job.key)));
}
