import { mayActAs, type Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { nearest } from "#core/text/near.ts";
import { typed, type Command, type Commands } from "./command.ts";

/** Why a call is answered by no command: there is none of that name. */
export function unknownCommand(raw: RawCall, commands: Commands): Refusal {
  const near = nearest(raw.path.at(-1) ?? "", commands.all, (c) => [c.path[1]], 3).map((n) => n.item);
  return refuse(
    "usage",
    `There is no command "${raw.path.join(" ")}".`,
    near.length > 0
      ? `Did you mean ${near.map((c) => typed(c.path)).join(" or ")}?`
      : "Type /talks help for all commands.",
    near.map((c) => ({ label: c.path.join(" "), call: { path: c.path, values: {} } })),
  );
}

/** Why an asker gets no answer from a command that is for others. */
export function notAllowed(command: Command, asker: Asker): Refusal {
  if (asker.unknownTo !== undefined) {
    return refuse(
      "failed",
      `${asker.unknownTo} does not say at the moment who you are. Nothing was changed.`,
      "Try again in a minute. Reading works meanwhile.",
    );
  }
  const suggest = command.path[0] === "facts" && command.tier === "moderator" && mayActAs(asker.tier, "contributor");
  const whom = command.tier === "admin" ? "an admin" : "a moderator";
  return refuse(
    "right",
    `${typed(command.path)} is for ${command.tier}s. You are a ${asker.tier} here.`,
    suggest ? `You can suggest a fact with /talks suggest, or ask ${whom}.` : `Ask ${whom} of this desk.`,
  );
}
