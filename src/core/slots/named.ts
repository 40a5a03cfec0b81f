/** `Ida Ray, ambassador to the U.S.`: a name or the like with what its source says of it. */
export function named(name: string, more: string | undefined): string {
  return more === undefined ? name : `${name}, ${more}`;
}
