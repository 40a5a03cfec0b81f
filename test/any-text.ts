import fc from "fast-check";

// Every code point but lone surrogates, as fast-check's own unit "binary" has it. That one fills a table of all 1.1
// million of them before its first text, which takes seconds.
const codePoint = fc.integer({ min: 0, max: 0x10_ff_ff - 0x8_00 }).map((n) => (n < 0xd8_00 ? n : n + 0x8_00));

/** Any text of up to so many code points, most of them rare. */
export function anyText(maxLength = 10): fc.Arbitrary<string> {
  return fc.array(codePoint, { maxLength }).map((all) => String.fromCodePoint(...all));
}
