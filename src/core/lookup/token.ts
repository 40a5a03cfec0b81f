/** A word of a question as it is read: in English, corrected, and where it stood among the words that were typed. */
export interface Token {
  readonly text: string;
  readonly typed: string;
  readonly at: number;
}
