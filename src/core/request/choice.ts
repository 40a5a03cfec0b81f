/** A value offered while typing: `value` is what is sent back, `label` what is read. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}
