import { el } from "./elements.js";

/** The names of the channels and people of the playground, by their ids. */
const names = new Map();
let channels = [];

export function setNames(state) {
  ({ channels } = state);
  for (const { id, name } of [...channels, ...state.people]) names.set(id, name);
}

/** The channels that one may post in. */
export function openChannels() {
  return channels.filter(({ name }) => name !== "DM");
}

/** A mention as people see it: a channel by its name, a person of the playground by the role that is played. */
export function mention(kind, id) {
  const name = names.get(id) ?? (kind === "@&" ? `role ${id}` : id);
  return el("span", { class: "mention" }, `${kind === "#" ? "#" : "@"}${name}`);
}
