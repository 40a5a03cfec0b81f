/**
 * A network of one hidden layer: `out · tanh(hidden · x + bias) + direct · x`, x being a row's features and how far
 * each is below the best of its kind.
 */
export interface Network {
  readonly direct: readonly number[];
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly out: readonly number[];
}
