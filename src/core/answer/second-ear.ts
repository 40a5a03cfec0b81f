/** What a second ear is told of a question that was not heard: the calls there are and the names. Never a fact. */
export interface Unheard {
  readonly question: string;
  readonly calls: readonly {
    readonly name: string;
    readonly about: string;
    readonly options: Readonly<Record<string, { readonly about: string; readonly choices?: readonly string[] }>>;
  }[];
  readonly names: Readonly<Record<"rounds" | "parties" | "people" | "places", readonly string[]>>;
}

/** Somebody else's reading of a question, as JSON that nobody has checked; undefined for none. Never fails. */
export type SecondEar = (unheard: Unheard) => Promise<unknown>;
