import { Complaints } from "#test/standins/slack/block-kit/complaints.ts";
import { OPTION_GROUP } from "#test/standins/slack/block-kit/limits.ts";
import { options } from "#test/standins/slack/block-kit/options.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { list } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";

/**
 * docs.slack.dev/reference/block-kit/block-elements/select-menu-element: at most 100 options, each a sound option
 * object.
 */
export function checkSuggestions(platform: Platform, answer: Fields): readonly Fields[] {
  const complaints = new Complaints();
  const groups = list(answer["option_groups"]);
  if (answer["option_groups"] === undefined && (!Array.isArray(answer["options"]) || answer["options"].length > 0)) {
    options(answer["options"], "/options", complaints, "external_select", OPTION_GROUP.options);
  }
  groups.forEach((group, index) =>
    options(group["options"], `/option_groups/${index}/options`, complaints, "external_select", OPTION_GROUP.options),
  );
  for (const line of complaints.lines) platform.violation(`block_suggestion: ${line}`);
  return groups.length > 0 ? groups.flatMap((group) => list(group["options"])) : list(answer["options"]);
}
