/** One word of a typed line. */
export interface Token {
  readonly text: string;
  /** The part before the first colon, or a `--flag`'s name, where there is one. */
  readonly key?: string;
  /** As it was typed, its quotation marks included. */
  readonly typed?: string;
}

// Each opening mark, then what may close it, the likeliest first: as keyboards and phones of several languages have
// them.
const PAIRS = `"" '' “” ”” „“” «» »«» ‘’ ’’ ‚‘’ ‹› ›‹›`;
const CLOSING = new Map(PAIRS.split(" ").map(([open, ...close]) => [open, close]));

/** Splits a line into words at white space. Quotation marks keep words together. */
export function split(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    while (/\s/u.test(line.charAt(at))) at += 1;
    const start = at;
    let head = "";
    let quoted: string | undefined;
    while (at < line.length && !/\s/u.test(line.charAt(at))) {
      const close = at === start || head.endsWith(":") ? CLOSING.get(line.charAt(at)) : undefined;
      const end = close === undefined ? -1 : closing(line, close, at + 1);
      if (end >= 0) quoted = line.slice(at + 1, end);
      else head += line.charAt(at);
      at = end >= 0 ? end + 1 : at + 1;
    }
    if (at > start)
      tokens.push({ ...(quoted === undefined ? token(head) : named(head, quoted)), typed: line.slice(start, at) });
  }
  return tokens;
}

// Quoted words are the value as it stands, even where they would otherwise read as an address or as another option.
function named(head: string, quoted: string): Token {
  const key = /^([a-z][a-z-]{0,31}):$/iu.exec(head)?.[1];
  return key === undefined ? { text: head + quoted } : { key: key.toLowerCase(), text: quoted };
}

// A quotation mark closes where a space or the end follows, so that marks within the words stay words.
function closing(line: string, marks: readonly string[], from: number): number {
  for (const mark of marks) {
    for (let at = line.indexOf(mark, from); at >= 0; at = line.indexOf(mark, at + 1)) {
      if (at + 1 === line.length || /\s/u.test(line.charAt(at + 1))) return at;
    }
  }
  return -1;
}

/** One word that stands alone: `name:value`, `--name`, `--name=value`, or itself. */
export function token(word: string): Token {
  const flag = /^(?:--|—)([a-z][a-z-]*)(?:=(.*))?$/isu.exec(word);
  if (flag?.[1] !== undefined) return { key: flag[1].toLowerCase(), text: flag[2] ?? "true" };
  const named = /^([a-z][a-z-]{0,31}):(?!\/\/)(.*)$/isu.exec(word);
  if (named?.[1] !== undefined) return { key: named[1].toLowerCase(), text: named[2] ?? "" };
  return { text: word };
}

/** A value as one types it in a line: in quotation marks where it has spaces. */
export function typedValue(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value;
}
