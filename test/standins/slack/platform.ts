import { randomBytes } from "node:crypto";
import { SteppingClock } from "./clock.ts";
import { Faults } from "./faults.ts";
import { Ids } from "./ids.ts";
import { Interactions } from "./interactions.ts";
import { Journal } from "./journal.ts";
import type { Fields } from "./json.ts";
import { settings } from "./options.ts";
import type { Settings, SlackOptions } from "./options.ts";
import { RateLimits } from "./rate-limits.ts";
import { Ring } from "./ring.ts";
import { Views } from "./views.ts";
import { World } from "./world.ts";

/** One call the app made. `error` is the code it was refused with; tokens are left out of `args`. */
export interface Request {
  readonly method: string;
  teamId: string | undefined;
  readonly args: Fields;
  readonly at: number;
  status: number;
  error: string | undefined;
}

/** What the app is known by. */
export interface AppIdentity {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly appTokens: Map<string, ReadonlySet<string>>;
}

/** The state that every part of the stand-in shares. It speaks to nobody: servers and deliveries are elsewhere. */
export class Platform {
  readonly settings: Settings;
  readonly clock = new SteppingClock();
  readonly ids = new Ids(this.clock);
  readonly world = new World();
  readonly journal: Journal;
  readonly interactions = new Interactions(this.clock, this.ids);
  readonly views = new Views(this.ids);
  readonly faults = new Faults();
  readonly rates = new RateLimits(this.clock);
  readonly requests: Ring<Request>;
  /** Rules the app broke. An undisturbed run ends with none. */
  readonly violations: string[] = [];
  /** Things Slack tolerates but answers in a way that is not documented well. */
  readonly warnings: string[] = [];
  readonly app: AppIdentity;
  /** Codes of consent pages that were accepted, waiting to be exchanged. */
  readonly grants = new Map<
    string,
    {
      readonly teamId: string;
      readonly userId: string;
      readonly redirectUri: string;
      readonly scopes: readonly string[];
    }
  >();
  /** WebSocket addresses that were handed out and not yet used. */
  readonly tickets = new Set<string>();
  /** Where a consent without a redirect_uri returns: the address set in the app's settings. */
  redirectUri = "";
  /** Where the stand-in listens, without a trailing slash. */
  origin = "";
  /** Called when a message appears or changes, so that the app can be told. */
  tellOfMessage: (channelId: string, event: Fields) => void = () => undefined;
  /** Called when the app loses a workspace's tokens by its own call. */
  tellOfEvent: (teamId: string, event: Fields) => void = () => undefined;

  constructor(options: SlackOptions) {
    this.settings = settings(options);
    this.journal = new Journal(this.settings.keepHistory);
    this.requests = new Ring(this.settings.keepHistory);
    this.rates.on = options.rateLimits === true;
    this.app = {
      id: this.ids.next("A"),
      clientId: "1111111111.2222222222",
      clientSecret: randomBytes(16).toString("hex"),
      signingSecret: randomBytes(16).toString("hex"),
      verificationToken: randomBytes(12).toString("hex"),
      appTokens: new Map([[`xapp-1-${randomBytes(12).toString("hex")}`, new Set(["connections:write"])]]),
    };
  }

  violation(what: string): void {
    this.violations.push(what);
  }

  responseUrl(interactionId: string): string {
    return `${this.origin}/response/${interactionId}`;
  }
}
