/** Something that is held under a name and its further spellings. */
export interface Spelled {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * What a typed name is beside the names that are held. `exact`: a spelling that is held. `likely`: perhaps one of
 * these, the likeliest first, so that the person who typed it is asked. `new`: like none of them; `compared` is false
 * where it stands in a script that is not read, so that nothing is known of it and it is asked about all the same.
 */
export type Likeness<Why extends string> =
  | { readonly kind: "exact"; readonly id: string }
  | { readonly kind: "likely"; readonly candidates: readonly Candidate<Why>[] }
  | { readonly kind: "new"; readonly compared: boolean };

export interface Candidate<Why extends string> {
  readonly id: string;
  readonly why: Why;
}
