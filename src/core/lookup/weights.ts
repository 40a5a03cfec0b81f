/** Learnt from the development questions alone by test/bench/lookup/learn.ts; never edited by hand. In the order of FEATURES. */
export const RANK: readonly number[] = [
  5.792, 6.872, -4.533, 2.837, 4.2, 0.184, -1.037, 1.098, 0.768, 1.183, 0.416, -0.418, 4.541, 0.636, -0.085,
];
/** In the order of the signals; the first is the constant. */
export const CONFIDENCE: readonly number[] = [
  -3.135, 0.568, -1.552, 1.196, -0.633, 0.709, 2.456, -2.133, -3.509, 2.409, 0.471, 0.875, 0.143, 1.996, -0.267, -1.05,
];
/** Confidence from which a hit is an answer, and from which it is worth showing as near. */
export const ANSWER_FROM = 0.526;
export const NEAR_FROM = 0.263;
