/**
 * How two values stand to each other. It is symmetric: the order of the two never matters.
 *
 * - `same`: they say one thing, and their facts join. `same` is an equivalence.
 * - `consistent`: both can hold as stated, one within the other or overlapping it. Told beside each other, never
 *   joined.
 * - `differs`: they cannot both hold.
 * - `apart`: they cannot be compared, so neither agreement nor disagreement is told of them.
 */
export type Relation = "same" | "consistent" | "differs" | "apart";
