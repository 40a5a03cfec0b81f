import type { StoreWatch } from "#stores/sql/engine.ts";
import type { Log } from "./log.ts";

/** Writes one line when the store goes, and one when it is back. */
export function storeLog(say: Log["say"]): StoreWatch {
  let gone: { readonly deed: string; readonly at: number } | undefined;
  return (deed, _seconds, away) => {
    if (away !== undefined && gone === undefined) {
      gone = { deed, at: performance.now() };
      say(`The store cannot be used: ${away} Talks keeps trying.`, "warn");
      // A full disk or a locked file can still be read: that is not yet a return.
    } else if (away === undefined && gone !== undefined && (deed === "write" || gone.deed === "read")) {
      say(`The store is back after ${Math.round((performance.now() - gone.at) / 1000)} s.`);
      gone = undefined;
    }
  };
}
