import type { Host, Platform } from "./platform.ts";
import type { Environment } from "./variable.ts";

export type Opener = (host: Host) => Promise<Platform>;

/** A platform as the program lists it, before anything of it is loaded. */
export interface PlatformEntry {
  /** As people call it: `Discord`. */
  readonly title: string;
  /** The variable that turns it on, as the start line names it. */
  readonly variable: string;
  /** Reads its variables: what opens it, or undefined where they leave it off. @throws BadVariable */
  readonly configure: (env: Environment) => Opener | undefined;
}
