import { isObject, list, texts } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";

const KINDS = ["everyone", "roles", "users"];

/**
 * docs.discord.com/developers/resources/message#allowed-mentions-object: at most 100 ids a list, and a kind is either
 * parsed or listed, never both.
 */
export function checkAllowedMentions(complaints: Complaints, path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (!isObject(value)) {
    complaints.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    return;
  }
  for (const [index, kind] of list(value.parse).entries()) complaints.oneOf(`${path}.parse.${index}`, kind, KINDS);
  for (const kind of ["roles", "users"]) {
    complaints.count(`${path}.${kind}`, value[kind], 0, 100);
    if (list(value[kind]).length > 0 && texts(value.parse).includes(kind))
      complaints.add(
        path,
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        `parse: ["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}
