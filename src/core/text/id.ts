/** An id that people write in files and read in addresses: lower-case letters, digits and single hyphens. */
export const ID_FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** Longest id, in characters. */
export const ID_MAX = 60;

export function isId(text: string): boolean {
  return text.length <= ID_MAX && ID_FORM.test(text);
}
