import type { Fields } from "#test/standins/slack/json.ts";
import { list, words } from "#test/standins/slack/json.ts";
import { blockComplaints } from "./blocks.ts";
import { Complaints } from "./complaints.ts";
import { VIEW } from "./limits.ts";

/**
 * Everything Slack would refuse in a view: docs.slack.dev/reference/views/modal-views, home-tab-views.
 * `expected` is the kind the called method takes: views.publish wants a home, the others a modal.
 */
export function viewComplaints(view: Fields, expected: "modal" | "home"): string[] {
  const complaints = new Complaints();
  if (view["type"] !== expected) complaints.add("/view/type", `must be ${expected}, is ${words(view["type"])}`);
  complaints.length(view["private_metadata"], "/view/private_metadata", VIEW.privateMetadata);
  complaints.length(view["callback_id"], "/view/callback_id", VIEW.callbackId);
  complaints.length(view["external_id"], "/view/external_id", VIEW.externalId);
  if (expected === "modal") {
    complaints.text(view["title"], "/view/title", { most: VIEW.title, plain: true });
    complaints.optionalText(view["submit"], "/view/submit", { most: VIEW.button, plain: true });
    complaints.optionalText(view["close"], "/view/close", { most: VIEW.button, plain: true });
    const asks = list(view["blocks"]).some((block) => block["type"] === "input");
    if (asks && view["submit"] === undefined)
      complaints.add("/view/submit", "submit is required when blocks hold an input");
  }
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW.bytes) complaints.add("/view", "view_too_large");
  return [...complaints.lines, ...blockComplaints(view["blocks"], expected, "/view/blocks")];
}
