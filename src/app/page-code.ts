const CODE = /<(?:!--|(script|style|noscript|template|svg|iframe|object)\b)/giu;

/**
 * A page without what runs, styles or hides in it. What is never closed is left where it stands, so that nothing behind
 * it is lost. It takes a time that grows with the page's length alone.
 */
export function withoutCode(raw: string): string {
  // Its Latin letters alone: “İ” is longer in small letters, and what stands behind it would stand elsewhere.
  const low = raw.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
  const ends = new Set<string>();
  const kept: string[] = [];
  let at = 0;
  CODE.lastIndex = 0;
  for (let m = CODE.exec(raw); m !== null; m = CODE.exec(raw)) {
    const closer = m[1] === undefined ? "-->" : `</${m[1].toLowerCase()}`;
    const from = ends.has(closer) ? -1 : low.indexOf(closer, CODE.lastIndex);
    if (from < 0) {
      ends.add(closer);
      continue;
    }
    kept.push(raw.slice(at, m.index), " ");
    const end = m[1] === undefined ? from + closer.length : low.indexOf(">", from) + 1;
    at = end <= from ? raw.length : end;
    CODE.lastIndex = at;
  }
  return [...kept, raw.slice(at)].join("");
}
