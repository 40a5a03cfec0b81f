import { isDeepStrictEqual } from "node:util";
import type { Fields } from "#test/standins/slack/json.ts";
import { list } from "#test/standins/slack/json.ts";
import type { Complaints } from "./complaints.ts";
import { CONFIRM, OPTION, OPTION_GROUP } from "./limits.ts";

/** One option of a menu; `mrkdwn` labels are for checkboxes and radio buttons only, `url` for overflow only. */
export function option(value: unknown, path: string, complaints: Complaints, kind: string): void {
  const given = complaints.object(value, path);
  if (given === undefined) return;
  const plain = kind !== "checkboxes" && kind !== "radio_buttons";
  complaints.text(given["text"], `${path}/text`, { most: OPTION.text, plain });
  complaints.length(given["value"], `${path}/value`, OPTION.value, 1);
  complaints.optionalText(given["description"], `${path}/description`, { most: OPTION.description, plain });
  complaints.length(given["url"], `${path}/url`, OPTION.url);
  if (given["url"] !== undefined && kind !== "overflow")
    complaints.add(`${path}/url`, "only overflow options have a url");
}

export function options(value: unknown, path: string, complaints: Complaints, kind: string, most: number): void {
  complaints.count(value, path, most).forEach((one, index) => option(one, `${path}/${index}`, complaints, kind));
}

/** Options or option groups (never both), and initial choices that match one of them exactly. */
export function menu(element: Fields, path: string, complaints: Complaints, kind: string, most: number): void {
  const groups = element["option_groups"];
  if (groups !== undefined && element["options"] !== undefined)
    complaints.add(path, "options and option_groups exclude each other");
  if (groups === undefined) {
    options(element["options"], `${path}/options`, complaints, kind, most);
  } else {
    complaints.count(groups, `${path}/option_groups`, OPTION_GROUP.groups).forEach((group, index) => {
      const at = `${path}/option_groups/${index}`;
      const given = complaints.object(group, at);
      complaints.text(given?.["label"], `${at}/label`, { most: OPTION_GROUP.label, plain: true });
      options(given?.["options"], `${at}/options`, complaints, kind, OPTION_GROUP.options);
    });
  }
  const offered = [...list(element["options"]), ...list(groups).flatMap((group) => list(group["options"]))];
  const chosen =
    element["initial_options"] === undefined ? [element["initial_option"]] : list(element["initial_options"]);
  for (const choice of chosen) {
    if (choice !== undefined && !offered.some((one) => isDeepStrictEqual(one, choice))) {
      complaints.add(path, "the initial option must equal one of the options");
    }
  }
}

export function confirm(value: unknown, path: string, complaints: Complaints): void {
  if (value === undefined) return;
  const given = complaints.object(value, path);
  if (given === undefined) return;
  complaints.text(given["title"], `${path}/title`, { most: CONFIRM.title, plain: true });
  complaints.text(given["text"], `${path}/text`, { most: CONFIRM.text });
  complaints.text(given["confirm"], `${path}/confirm`, { most: CONFIRM.confirm, plain: true });
  complaints.text(given["deny"], `${path}/deny`, { most: CONFIRM.deny, plain: true });
}
