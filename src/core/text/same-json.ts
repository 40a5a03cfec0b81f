/** Whether two values are the same as JSON, whatever the order of their keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return orderedJson(a) === orderedJson(b);
}

/** A value as JSON, the keys of each object in one order. */
export function orderedJson(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : held,
  );
}
