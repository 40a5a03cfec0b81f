import type { View } from "./view.ts";

/** The tenant: what one server or workspace holds. */
export interface Desk {
  /** What it held at an instant; now, where none is given. */
  view(at?: Temporal.Instant): Promise<View>;
  /** Remembers a question that nothing answered, so that moderators see what is missing. Never fails the asker. */
  missed(question: string): Promise<void>;
}
