/** Learnt from the development questions alone by test/bench/lookup/learn.ts; never edited by hand. In the order of FEATURES. */
export const RANK: readonly number[] = [
  6.386, 7.072, -6.303, 4.417, 5.014, 0.683, -1.834, 1.127, 2.116, 1.147, 0.747, -1.589, 4.255, 1.167, -1.384,
];
/** In the order of the signals; the first is the constant. */
export const CONFIDENCE: readonly number[] = [-4.201, 4.706, -2.112, 1.607, -0.708, 0.06, 2.204, -0.507, 1.482];
/** Confidence from which a hit is an answer, and from which it is worth showing as near. */
export const ANSWER_FROM = 0.587;
export const NEAR_FROM = 0.293;
