import type { ClientApplication } from "discord.js";
import { PlatformProblem } from "#core/chat/platform.ts";
import type { DiscordConfig } from "./config.ts";
import { PATH } from "./endpoint.ts";

/**
 * What the Developer Portal has to say otherwise, so that interactions come the way that Talks hears them; undefined
 * where it does, or where Discord does not tell.
 * @throws PlatformProblem where the public key is another application's
 */
export async function endpointLine(
  application: ClientApplication,
  { endpoint }: DiscordConfig,
): Promise<string | undefined> {
  // Over the gateway Discord tells the application's id alone.
  if (endpoint === undefined) await application.fetch().catch(() => undefined);
  const { verifyKey, interactionsEndpointURL: set } = application;
  if (endpoint !== undefined && verifyKey !== null && verifyKey !== endpoint.publicKey) {
    throw new PlatformProblem(
      "Discord: DISCORD_PUBLIC_KEY is another application's. Copy Public Key under General Information in the Developer Portal, of the application whose token is in DISCORD_TOKEN.",
    );
  }
  if (endpoint !== undefined && set === null)
    return `Discord: no command arrives yet. In the Developer Portal, General Information, set Interactions Endpoint URL to the public address of this one, such as https://talks.example.org${PATH}.`;
  if (endpoint === undefined && set !== null)
    return "Discord: no command arrives over the gateway, since the application has an Interactions Endpoint URL. Remove it in the Developer Portal, General Information, or set DISCORD_PUBLIC_KEY.";
  return undefined;
}
