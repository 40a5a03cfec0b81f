import type { Fact } from "#core/facts/fact.ts";
import type { Word } from "./question.ts";

/** How well a fact fits a question, and which of the question's words it has. */
export interface Weighed {
  readonly fact: Fact;
  readonly doc: number;
  readonly score: number;
  /** How much its kind is asked for. */
  readonly slot: number;
  /** How much of what is asked it has, by its words. */
  readonly content: number;
  readonly has: ReadonlySet<Word>;
  /** Of these, the ones that it has as they were typed. */
  readonly typed: ReadonlySet<Word>;
  /** How surely it has the surest of them besides numbers, 0 to 1: what only stands for a word is less sure. */
  readonly surest: number;
  /** Ids of the names of the question that it is about. */
  readonly named: ReadonlySet<string>;
  /** It is of another side than the one asked about. */
  readonly otherSide: boolean;
}
