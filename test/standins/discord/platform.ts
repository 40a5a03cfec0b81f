import type { SteppingClock } from "./clock.ts";
import type { CommandRegistry } from "./command-registry.ts";
import type { Endpoint } from "./interactions/endpoint.ts";
import type { Faults } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import type { Ledger } from "./interactions/ledger.ts";
import type { Journal } from "./journal.ts";
import type { Messages } from "./messages/messages.ts";
import type { PublishedSchema } from "./published-schema.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Settings } from "./settings.ts";
import type { Snowflakes } from "./snowflakes.ts";
import type { World } from "./world/world.ts";

/** The parts of one stand-in, which its routes and its acting users share. */
export interface Platform {
  readonly settings: Settings;
  readonly applicationId: string;
  readonly clock: SteppingClock;
  readonly ids: Snowflakes;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly rates: RateLimits;
  readonly world: World;
  readonly messages: Messages;
  readonly commands: CommandRegistry;
  readonly ledger: Ledger;
  readonly endpoint: Endpoint;
  readonly gateway: Gateway;
  /** Discord's own description of its bodies, where `DISCORD_OPENAPI` names it. */
  readonly schema: PublishedSchema | undefined;
  /** `http://127.0.0.1:PORT`. */
  url: () => string;
}
