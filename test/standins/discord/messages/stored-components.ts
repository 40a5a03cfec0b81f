import type { Json } from "#test/standins/discord/json.ts";
import { isObject } from "#test/standins/discord/json.ts";

/** What Discord fills in where a component leaves it out, by type: docs.discord.com/developers/components/reference. */
const DEFAULTS: Readonly<Record<number, Json>> = {
  3: { min_values: 1, max_values: 1 },
  5: { min_values: 1, max_values: 1 },
  6: { min_values: 1, max_values: 1 },
  7: { min_values: 1, max_values: 1 },
  8: { min_values: 1, max_values: 1 },
  13: { spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

/** Components as a message keeps them: with defaults, and with the next free id where they have none. */
export function stored(components: readonly unknown[]): readonly Json[] {
  const taken = new Set<unknown>();
  const gather = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(gather);
    if (!isObject(value)) return;
    if ("type" in value) taken.add(value.id);
    Object.values(value).forEach(gather);
  };
  gather(components);
  let next = 0;
  const free = (): number => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  return components.map((one) => complete(one, free));
}

function complete(value: unknown, free: () => number): Json {
  if (!isObject(value)) return {};
  const id = typeof value.id === "number" && value.id !== 0 ? value.id : free();
  const { components, accessory, component, items } = value;
  return {
    ...DEFAULTS[Number(value.type)],
    ...value,
    id,
    ...(Array.isArray(components) ? { components: components.map((child) => complete(child, free)) } : {}),
    ...(isObject(accessory) ? { accessory: complete(accessory, free) } : {}),
    ...(isObject(component) ? { component: complete(component, free) } : {}),
    ...(Array.isArray(items) ? { items: items.filter(isObject).map(itemOf) } : {}),
  };
}

/** One picture of a gallery. Discord serves it from an address of its own, which is left as it was sent here. */
function itemOf({ media, ...item }: Json, index: number): Json {
  const { url } = isObject(media) ? media : {};
  return { description: null, spoiler: false, ...item, media: { id: String(index + 1), url, proxy_url: url } };
}
