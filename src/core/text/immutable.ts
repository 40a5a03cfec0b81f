/** A shape whose objects and lists, at every depth, are read and never written: what a schema's inferred type becomes in the core. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;
