/** A record without its undefined fields. */
type Defined<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The fields that have a value, in their order. Spread it where a field is optional and may not be undefined. */
export function defined<const T extends object>(fields: T): Defined<T> {
  const kept: Record<PropertyKey, unknown> = {};
  for (const name of Object.keys(fields) as (keyof T)[]) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept as Defined<T>;
}
