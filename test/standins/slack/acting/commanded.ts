import type { Acknowledgement, Delivery } from "#test/standins/slack/delivery.ts";
import type { Interaction } from "#test/standins/slack/interactions.ts";
import { fields } from "#test/standins/slack/json.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import { respond } from "#test/standins/slack/response-url.ts";
import type { Client } from "./client.ts";

/** Brings a slash command to the app. What it answers in its acknowledgement is shown. */
export async function commanded(
  { platform, dispatcher }: Client,
  delivery: Delivery,
  interaction: Interaction,
): Promise<Acknowledgement> {
  const acknowledgement = await dispatcher.interact(delivery);
  const { answer } = acknowledgement;
  if (answer === undefined) return acknowledgement;
  try {
    respond(platform, interaction, typeof answer === "string" ? { text: answer } : fields(answer), "acknowledgement");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    platform.violation(`${delivery.name}: acknowledged with ${error.code} ${JSON.stringify(error.extra)}`);
  }
  return acknowledgement;
}
