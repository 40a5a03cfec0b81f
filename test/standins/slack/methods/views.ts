import { viewComplaints } from "#test/standins/slack/block-kit/view.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, words } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { View } from "#test/standins/slack/views.ts";
import { viewOnWire } from "#test/standins/slack/views.ts";
import type { Call, Method } from "./method.ts";
import { person, structure, text } from "./method.ts";

/** Refuses a view Slack would not take, naming every fault with its JSON pointer. */
export function soundView(view: unknown, kind: "modal" | "home"): Fields {
  if (!isFields(view))
    throw new Refusal("invalid_arguments", {
      response_metadata: { messages: ["[ERROR] missing required field: view"] },
    });
  const complaints = viewComplaints(view, kind);
  if (complaints.some((line) => line.startsWith("view_too_large"))) throw new Refusal("view_too_large");
  if (complaints.length > 0)
    throw new Refusal("invalid_arguments", {
      response_metadata: { messages: complaints.map((line) => `[ERROR] ${line}`) },
    });
  return view;
}

function shown(
  call: Call,
  view: View,
  how: "opened" | "pushed" | "updated" | "published",
  interaction: string | undefined,
): Fields {
  note(call.platform, view, how, interaction);
  return { view: viewOnWire(view, call.platform.app.id, call.by.botId) };
}

export function note(
  platform: Platform,
  view: View,
  how: "opened" | "pushed" | "updated" | "published" | "closed" | "errors",
  interaction: string | undefined,
): void {
  platform.journal.add({ kind: "view", how, view, interaction });
}

function open(call: Call): Fields {
  const given = soundView(structure(call.args, "view"), "modal");
  const interaction = call.platform.interactions.exchange(text(call.args, "trigger_id"));
  return shown(
    call,
    call.platform.views.open(interaction.userId, call.by.teamId, given, interaction.channelId),
    "opened",
    interaction.id,
  );
}

function push(call: Call): Fields {
  const given = soundView(structure(call.args, "view"), "modal");
  const interaction = call.platform.interactions.exchange(text(call.args, "trigger_id"));
  return shown(call, call.platform.views.push(interaction.userId, call.by.teamId, given), "pushed", interaction.id);
}

function update(call: Call): Fields {
  const view = call.platform.views.find(call.args, call.by.teamId);
  if (view === undefined) throw new Refusal("not_found");
  const given = soundView(structure(call.args, "view"), view.given["type"] === "home" ? "home" : "modal");
  const hash = words(call.args["hash"]);
  if (hash !== "" && hash !== view.hash) throw new Refusal("hash_conflict");
  return shown(call, call.platform.views.update(view, given), "updated", undefined);
}

function publish(call: Call): Fields {
  const given = soundView(structure(call.args, "view"), "home");
  const to = person(call, text(call.args, "user_id"));
  const hash = words(call.args["hash"]);
  const home = call.platform.views.home(to.id);
  if (hash !== "" && home !== undefined && hash !== home.hash) throw new Refusal("hash_conflict");
  return shown(call, call.platform.views.publish(to.id, call.by.teamId, given), "published", undefined);
}

export const views: Readonly<Record<string, Method>> = {
  "views.open": { token: "bot", tier: 4, answer: open },
  "views.push": { token: "bot", tier: 4, answer: push },
  "views.update": { token: "bot", tier: 4, answer: update },
  "views.publish": { token: "bot", tier: 4, answer: publish },
};
