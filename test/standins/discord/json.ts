/** What came over the wire, before anything is known of it. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one where it is something else. */
export function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The value as a list; an empty one where it is something else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; what is not an object is left out. */
export function objects(value: unknown): readonly Json[] {
  return list(value).filter(isObject);
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function texts(value: unknown): readonly string[] {
  return list(value).filter((one): one is string => typeof one === "string");
}

export function integer(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) ? value : 0;
}

/** Length as Discord counts it: in code points, so that one emoji is one character. */
export function length(value: string): number {
  return [...value].length;
}

/** A text, or a number written out; empty where it is neither. */
export function written(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? String(value) : text(value);
}
