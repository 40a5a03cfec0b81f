import { eitherIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { mayActAs, type Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { nearest } from "#core/text/near.ts";
import { typed, type Command, type Commands } from "./command.ts";

/** Why a call is answered by no command: there is none of that name. `at`: the language that it is told in. */
export function unknownCommand(raw: RawCall, commands: Commands, at: Told): Refusal {
  const near = nearest(raw.path.at(-1) ?? "", commands.all, (c) => [c.path[1]], 3).map((n) => n.item);
  const names = eitherIn(
    at,
    near.map((c) => typed(c.path)),
  );
  return refuse(
    "usage",
    tell(at, "command.none", { name: raw.path.join(" ") }),
    near.length > 0 ? tell(at, "unknown.meant", { names }) : tell(at, "command.all"),
    near.map((c) => ({ label: c.path.join(" "), call: { path: c.path, values: {} } })),
  );
}

/** Why an asker gets no answer from a command that is for others; `name`: what they typed, such as a whole group. */
export function notAllowed(command: Command, asker: Asker, at: Told, name = typed(command.path)): Refusal {
  if (asker.unknownTo !== undefined)
    return refuse("failed", tell(at, "right.unknown", { platform: asker.unknownTo }), tell(at, "right.later"));
  const suggest = command.path[0] === "facts" && command.tier === "moderator" && mayActAs(asker.tier, "contributor");
  const whom = tell(at, command.tier === "admin" ? "tier.admin" : "tier.moderator");
  const who = tell(at, `tier.${asker.tier}`);
  return refuse(
    "right",
    tell(at, `right.${command.tier}`, { command: name, who }),
    tell(at, suggest ? "right.suggest" : "right.ask", { whom }),
  );
}
