/**
 * Cleans text from people and files at the edge: it drops control characters, bidirectional overrides, invisible
 * characters and every combining mark of a letter beyond four, and writes line ends as `\n`. `dropped` lists each
 * dropped character once, as `U+202E`: a caller that stores text refuses it instead of changing it.
 */
export function clean(raw: string): { readonly text: string; readonly dropped: readonly string[] } {
  const dropped = new Set<string>();
  const drop = (found: string): string => {
    for (const c of found) dropped.add(`U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
    return "";
  };
  const text = raw
    .replace(/\r\n?/gu, "\n")
    .replace(/[\p{Cc}\p{Cs}\uFFFD]/gu, (c) => (c === "\n" || c === "\t" ? c : drop(c)))
    .replace(INVISIBLE, drop)
    .replace(/(?<=\p{M}{4})\p{M}+/gu, drop);
  return { text, dropped: [...dropped] };
}

// Zero-width joiner and variation selectors stay where they make an emoji; alone they hide differences between names.
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]|(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D/gu;

/** One line of cleaned text: white space folded to single spaces, trimmed. */
export function line(raw: string): string {
  return clean(raw).text.replace(/\s+/gu, " ").trim();
}

/**
 * Folds a text, so that two spellings of one word are equal: NFKD without marks, lower case, Turkish dotless i as i, no
 * apostrophes, a space for every other character except letters and digits. `Türkiye’s İzmir` → `turkiyes izmir`.
 */
export function fold(raw: string): string {
  // Most text is plain ASCII: it has no marks to take away and is folded in a third of the time.
  if (PLAIN.test(raw))
    return raw
      .toLowerCase()
      .replace(/['`]/gu, "")
      .replace(/[^a-z0-9]+/gu, " ")
      .trim();
  return raw
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/gu, "i")
    .replace(/['’‘ʼ`]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const PLAIN = /^[\u0020-\u007E]*$/u;

/**
 * Equal for two ways of writing one name: folded as `fold` does, but with the marks that make another word of it. Of
 * Latin, Greek, Hebrew and Arabic letters marks are often left out; й is another letter than и, and a vowel sign of
 * Devanagari or Thai another vowel. `José` → `jose`, `दिन` is not `दान`.
 */
export function nameKey(raw: string): string {
  return PLAIN.test(raw) ? fold(raw) : keyWith(raw, telling);
}

/** The same with every mark: two spellings with one key are written alike, their case and typography aside. */
export function spellingKey(raw: string): string {
  return PLAIN.test(raw) ? fold(raw) : keyWith(raw, (_, marks) => marks);
}

/**
 * Whether two spellings are of one name: they have one `nameKey`, and no letter is marked in two ways. One that
 * leaves the mark out is either: `Ha` may be `Hà` or `Hạ`, which are two names.
 */
export function isOneName(a: string, b: string): boolean {
  if (nameKey(a) !== nameKey(b)) return false;
  const [one, other] = [lettersOf(a), lettersOf(b)];
  const unmarked = (letter: string): boolean => /^\P{M}$/u.test(letter);
  return (
    one.length !== other.length ||
    one.every((letter, at) => letter === other[at] || unmarked(letter) || unmarked(other[at] ?? ""))
  );
}

function lettersOf(raw: string): readonly string[] {
  return spellingKey(raw).match(/\P{M}\p{M}*/gu) ?? [];
}

function keyWith(raw: string, kept: (base: string, marks: string) => string): string {
  return raw
    .normalize("NFKD")
    .replace(/(\P{M})(\p{M}+)/gu, (_, base: string, marks: string) => `${base}${kept(base, marks)}`)
    .toLowerCase()
    .replace(/ı/gu, "i")
    .replace(/['’‘ʼ`]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

function telling(base: string, marks: string): string {
  if (MARKS_ASIDE.test(base)) return "";
  // Stress is marked for learners, and ё is written as е.
  return /\p{Script=Cyrillic}/u.test(base)
    ? marks.replace(/^[еЕ]$/u.test(base) ? /\p{M}/gu : /[\u0300\u0301]/gu, "")
    : marks;
}

const MARKS_ASIDE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}]/u;

/** Cuts at a word's end, to at most `max` UTF-16 units with the ellipsis. It never splits a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const space = head.lastIndexOf(" ");
  const cut = space > max / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/u, "");
  return `${cut.trimEnd()}…`;
}

/** `1 outlet`, `2 outlets`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return joined(words, "and");
}

/** The same for those of which one is meant. */
export function either(words: readonly string[]): string {
  return joined(words, "or");
}

function joined(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** First letter in upper case, the rest as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
