/**
 * A shape whose objects and lists are read-only at every depth. The core uses a schema's inferred type in this form.
 */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;
