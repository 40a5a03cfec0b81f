/** A value that is made when it is first asked for, and then kept: what only some answers need delays no start. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A function that works each object's value out once, and keeps it as long as the object: for what never changes. */
export function memoised<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

/**
 * A function that remembers its latest answers, at most so many: for what is asked again and again of one question's
 * words. Emptied when full, so that it stays small.
 */
export function remembered<K, V>(most: number, make: (of: K) => V): (of: K) => V {
  const made = new Map<K, V>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined || made.has(of)) return known as V;
    if (made.size >= most) made.clear();
    const value = make(of);
    made.set(of, value);
    return value;
  };
}

/** The same for what an object is within another, both of which never change: a fact as one view tells it. */
export function memoisedIn<K extends object, W extends object, V>(
  make: (of: K, within: W) => V,
): (of: K, within: W) => V {
  const made = memoised((within: W) => memoised((of: K) => make(of, within)));
  return (of, within) => made(within)(of);
}
