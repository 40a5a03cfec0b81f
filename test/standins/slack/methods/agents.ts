import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, words } from "#test/standins/slack/json.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { Call, Method } from "./method.ts";
import { conversation, structure, text } from "./method.ts";

/** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts: up to four, each with title and message. */
function setSuggestedPrompts(call: Call): Fields {
  const place = conversation(call, text(call.args, "channel_id"));
  if (place.kind !== "im") throw new Refusal("channel_not_supported");
  // docs: in an agent app it makes the call fail without a word.
  if (call.args["thread_ts"] !== undefined) call.platform.violation("setSuggestedPrompts: thread_ts in an agent app");
  const prompts = structure(call.args, "prompts");
  const sound =
    Array.isArray(prompts) &&
    prompts.length > 0 &&
    prompts.length <= 4 &&
    prompts.every((p) => isFields(p) && words(p["title"]) !== "" && words(p["message"]) !== "");
  if (!sound) throw new Refusal("invalid_arguments");
  return {};
}

function setStatus(call: Call): Fields {
  const place = conversation(call, text(call.args, "channel_id"));
  if (place.kind !== "im") throw new Refusal("channel_not_supported");
  text(call.args, "thread_ts");
  return {};
}

/** What docs.slack.dev/messaging/work-objects-implementation asks of an entity; `@slack/types`, EntityMetadata. */
function complaints(entity: unknown, posted: boolean): readonly string[] {
  if (!isFields(entity)) return ["not an object"];
  const part = (of: unknown, name: string): unknown => (isFields(of) ? of[name] : undefined);
  const payload = entity["entity_payload"];
  const fields = part(payload, "custom_fields");
  const missing = [
    ...["entity_type", "url", ...(posted ? ["app_unfurl_url"] : [])].filter((name) => words(entity[name]) === ""),
    ...(words(part(entity["external_ref"], "id")) === "" ? ["external_ref.id"] : []),
    ...(words(part(part(part(payload, "attributes"), "title"), "text")) === "" ? ["attributes.title.text"] : []),
  ];
  const wrong = (Array.isArray(fields) ? fields : []).filter(
    (f) => !isFields(f) || ["key", "label", "type", "value"].some((name) => words(f[name]) === ""),
  );
  const keys = (Array.isArray(fields) ? fields : []).map((f) => words(part(f, "key")));
  return [
    ...missing.map((name) => `missing required field: ${name}`),
    ...(/^slack#\/entities\/(?:item|task|file|incident|content_item)$/u.test(words(entity["entity_type"]))
      ? []
      : ["entity_type"]),
    ...(wrong.length === 0 ? [] : ["custom_fields"]),
    ...(new Set(keys).size === keys.length ? [] : ["custom_fields: one key twice"]),
  ];
}

/** Slack answers ok with a warning to what it then leaves out: here it counts as broken. */
function judged(call: Call, method: string, found: readonly string[]): Fields {
  if (found.length > 0) call.platform.violation(`${method}: invalid_metadata_format: ${found.join("; ")}`);
  return {};
}

function unfurl(call: Call): Fields {
  const { args } = call;
  const composed = words(args["unfurl_id"]) !== "" && words(args["source"]) !== "";
  if (!composed) {
    const place = conversation(call, text(args, "channel"));
    if (call.platform.world.message(place.id, text(args, "ts")) === undefined) throw new Refusal("cannot_find_message");
  }
  const metadata = structure(args, "metadata");
  const entities = isFields(metadata) ? metadata["entities"] : undefined;
  if (!Array.isArray(entities) || entities.length === 0) throw new Refusal("missing_unfurls");
  return judged(
    call,
    "chat.unfurl",
    entities.flatMap((entity) => complaints(entity, true)),
  );
}

function presentDetails(call: Call): Fields {
  text(call.args, "trigger_id");
  const metadata = structure(call.args, "metadata");
  const error = structure(call.args, "error");
  if (metadata === undefined && !(isFields(error) && words(error["status"]) !== ""))
    throw new Refusal("invalid_metadata");
  return judged(call, "entity.presentDetails", metadata === undefined ? [] : complaints(metadata, false));
}

export const agents: Readonly<Record<string, Method>> = {
  "assistant.threads.setSuggestedPrompts": {
    token: "bot",
    scope: "assistant:write",
    tier: 4,
    answer: setSuggestedPrompts,
  },
  "assistant.threads.setStatus": { token: "bot", scope: "assistant:write", tier: 4, answer: setStatus },
  "chat.unfurl": { token: "bot", scope: "links:write", tier: 3, answer: unfurl },
  "entity.presentDetails": { token: "bot", tier: 3, answer: presentDetails },
};
