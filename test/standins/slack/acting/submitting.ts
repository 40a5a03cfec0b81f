import type { Acknowledgement } from "#test/standins/slack/delivery.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { fields, list, words } from "#test/standins/slack/json.ts";
import { note, soundView } from "#test/standins/slack/methods/views.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import { isBlank } from "#test/standins/slack/typed-values.ts";
import type { View } from "#test/standins/slack/views.ts";
import { clientComplaint } from "./choosing.ts";
import type { Submitted } from "./gesture.ts";

/** What Slack's client refuses to submit: required fields left empty, text too long or of the wrong kind. */
export function clientErrors(view: View): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const block of list(view.given["blocks"])) {
    if (block["type"] !== "input") continue;
    const element = fields(block["element"]);
    const blockId = words(block["block_id"]);
    const value = view.values[blockId]?.[words(element["action_id"])];
    const complaint = clientComplaint(element, value, isBlank(value), block["optional"] === true);
    if (complaint !== undefined) errors[blockId] = complaint;
  }
  return errors;
}

function withErrors(platform: Platform, view: View, given: Fields): Submitted {
  const errors = Object.fromEntries(Object.entries(given).map(([blockId, message]) => [blockId, words(message)]));
  const inputs = new Set(
    list(view.given["blocks"])
      .filter((block) => block["type"] === "input")
      .map((block) => block["block_id"]),
  );
  const astray = Object.keys(errors).filter((blockId) => !inputs.has(blockId));
  if (astray.length > 0) platform.violation(`view_submission: errors for what is no input block: ${astray.join(", ")}`);
  if (Object.keys(errors).length === 0) platform.violation("view_submission: response_action errors without errors");
  view.errors = errors;
  return { end: "errors", errors };
}

function taken(platform: Platform, view: View, answer: Fields): Submitted {
  const action = answer["response_action"];
  switch (action) {
    case undefined:
      platform.views.close(view);
      return { end: "closed" };
    case "clear":
      platform.views.clear(view.userId);
      return { end: "cleared" };
    case "errors":
      return withErrors(platform, view, fields(answer["errors"]));
    case "update":
      return { end: "updated", view: platform.views.update(view, soundView(answer["view"], "modal")) };
    case "push":
      return { end: "pushed", view: platform.views.push(view.userId, view.teamId, soundView(answer["view"], "modal")) };
    default:
      platform.violation(`view_submission: unknown response_action ${JSON.stringify(action)}`);
      return { end: "trouble", words: "We had some trouble connecting. Try again?" };
  }
}

/**
 * Applies the acknowledgement of a view_submission: docs.slack.dev/surfaces/modals. What was typed stays unless the
 * view goes.
 */
export function settle(
  platform: Platform,
  view: View,
  acknowledgement: Acknowledgement,
  interaction: string,
): Submitted {
  if (acknowledgement.outcome !== "acknowledged")
    return { end: "trouble", words: "We had some trouble connecting. Try again?" };
  let ended: Submitted;
  try {
    ended = taken(platform, view, fields(acknowledgement.answer));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    platform.violation(`view_submission: ${error.code} ${JSON.stringify(error.extra)}`);
    return { end: "trouble", words: "We had some trouble connecting. Try again?" };
  }
  if (ended.end === "updated" || ended.end === "pushed") note(platform, ended.view, ended.end, interaction);
  else note(platform, view, ended.end === "errors" ? "errors" : "closed", interaction);
  return ended;
}
