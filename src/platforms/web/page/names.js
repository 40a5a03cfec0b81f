import { el } from "./elements.js";

/** A mention as people see it: a channel by its name, a person of the playground by the role that is played. */
export function mention(kind, id) {
  const role = id.startsWith("U") ? `the ${id.slice(1).toLowerCase()}` : id;
  const name = kind === "#" ? id.slice(1).toLowerCase() : kind === "@&" ? `role ${id}` : role;
  return el("span", { class: "mention" }, `${kind === "#" ? "#" : "@"}${name}`);
}
