/**
 * A file's bytes as text: UTF-8, or UTF-16 where its mark (BOM) says so. What is neither comes back with U+FFFD in it,
 * by which `readFile` knows that it cannot read the text, and what the file is instead.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
