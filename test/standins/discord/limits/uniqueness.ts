import type { Json } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";

/**
 * docs.discord.com/developers/components/reference#anatomy-of-a-component: `custom_id` and `id` are unique in a message
 * or modal; an id of 0 counts as none.
 */
export class Uniqueness {
  readonly #complaints: Complaints;
  readonly #customIds = new Set<unknown>();
  readonly #ids = new Set<unknown>();

  constructor(complaints: Complaints) {
    this.#complaints = complaints;
  }

  see(at: string, component: Json): void {
    const { id, custom_id: customId } = component;
    if (customId !== undefined && this.#customIds.has(customId))
      this.#complaints.add(
        `${at}.custom_id`,
        "COMPONENT_CUSTOM_ID_DUPLICATED",
        "Component custom id cannot be duplicated",
      );
    if (typeof id === "number" && id !== 0 && this.#ids.has(id))
      this.#complaints.add(`${at}.id`, "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
    this.#customIds.add(customId);
    this.#ids.add(id);
  }
}
