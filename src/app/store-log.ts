import type { StoreWatch } from "#stores/sql/engine.ts";
import type { Log } from "./log.ts";

/** Writes one line when the store goes, and one when it is back. */
export function storeLog(say: Log["say"]): StoreWatch {
  let gone: { readonly deed: string; readonly at: number } | undefined;
  let back = -Infinity;
  return (deed, seconds, away) => {
    const now = performance.now();
    if (away !== undefined && gone === undefined) {
      // What was begun while it was gone may fail only after something else has worked: it tells of the same outage.
      if (now - 1000 * seconds < back) return;
      gone = { deed, at: now };
      say(`The store cannot be used: ${away} Talks tries again.`, "warn");
      // A full disk or a locked file can still be read: that is not yet a return.
    } else if (away === undefined && gone !== undefined && (deed === "write" || gone.deed === "read")) {
      say(`The store is back after ${Math.round((now - gone.at) / 1000)} s.`);
      gone = undefined;
      back = now;
    }
  };
}
