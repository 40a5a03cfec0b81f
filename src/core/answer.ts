import { mayActAs, type Asker } from "./asker.ts";
import { check, type RawCall } from "./call.ts";
import type { Clock } from "./clock.ts";
import { typed, type Answer, type Command, type Commands } from "./command.ts";
import type { Desk } from "./desk.ts";
import { nearest } from "#core/lookup/near.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { buttons, heading, paragraph, reply, text, type Reply } from "./reply.ts";

/** Where calls are answered: the commands there are, the desk they ask, the time, and where defects are written down. */
export interface Site {
  readonly commands: Commands;
  readonly desk: Desk;
  readonly clock: Clock;
  /** Logs a defect and returns its incident code, the only part of it that an asker sees. */
  incident(defect: unknown, raw: RawCall): string;
}

/**
 * A raw call to its answer: the path every slash command, button, form and typed line takes. Expected failures are refusals; a defect
 * is caught here, once, and never shown.
 */
export async function answer(raw: RawCall, asker: Asker, site: Site): Promise<Answer> {
  try {
    const command = site.commands.find(raw.path);
    if (command === undefined) return refusal(unknownCommand(raw, site.commands));
    if (!mayActAs(asker.tier, command.tier)) return refusal(notAllowed(command, asker));
    const view = await site.desk.view();
    const values = check(raw, command, view);
    if (!values.ok) return refusal(values.refusal);
    return await command.answer(values.value, {
      asker,
      desk: site.desk,
      view,
      now: site.clock.now(),
      raw,
      commands: site.commands,
    });
  } catch (defect) {
    const code = site.incident(defect, raw);
    return refusal(
      refuse(
        "failed",
        `Something went wrong here; nothing was changed. Incident ${code}.`,
        "Try again; if it stays, give this code to whoever runs Talks.",
      ),
    );
  }
}

function refusal(r: Refusal): Answer {
  return { kind: "refusal", refusal: r };
}

function unknownCommand(raw: RawCall, commands: Commands): Refusal {
  const near = nearest(raw.path.at(-1) ?? "", commands.all, (c) => [c.path[1]], 3).map((n) => n.item);
  return refuse(
    "usage",
    `There is no command "${raw.path.join(" ")}" (any more).`,
    near.length > 0
      ? `Did you mean ${near.map((c) => typed(c.path)).join(" or ")}?`
      : "Type /talks help for all commands.",
    near.map((c) => ({ label: c.path.join(" "), call: { path: c.path, values: {} } })),
  );
}

function notAllowed(command: Command, asker: Asker): Refusal {
  return refuse(
    "right",
    `${typed(command.path)} is for ${command.tier}s; you are a ${asker.tier} here.`,
    command.path[0] === "facts"
      ? "You can suggest a fact with /talks suggest, or ask a moderator."
      : "Ask a moderator of this desk.",
  );
}

/** A refusal as a reply, so that every platform shows one the way it shows an answer. */
export function refusalReply(r: Refusal): Reply {
  return reply(`${r.message} ${r.hint}`, [
    heading(TITLES[r.kind]),
    paragraph(text(r.message)),
    paragraph(text(r.hint)),
    ...(r.buttons.length === 0 ? [] : [buttons(...r.buttons)]),
  ]);
}

const TITLES: Readonly<Record<Refusal["kind"], string>> = {
  usage: "Not understood",
  held: "Nothing held",
  right: "Not allowed",
  conflict: "Changed meanwhile",
  limit: "Too much at once",
  failed: "Not done",
};
