/** How secrets are sealed before they are kept, each for one owner. What the key before sealed is read too. */
export interface Sealing {
  seal(text: string, owner: string): string;
  /** The text; undefined where neither key sealed it, or not for this owner, or it was changed. */
  open(sealed: string, owner: string): string | undefined;
  /** Whether it was sealed with the present key. */
  isPresent(sealed: string, owner: string): boolean;
  /** Whether the key before is set too, so that what it sealed can be sealed with the present one. */
  readonly changing: boolean;
}
