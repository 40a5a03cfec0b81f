/** One mistake in a data file: where it is and what to write instead. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  /** Dotted path of the field, such as `claims.3.says.person`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

export function printed(m: Mistake): string {
  return `${m.file}:${m.line}${m.field === "" ? "" : ` ${m.field}`}: ${m.message}`;
}

/** Thrown by `load` with every mistake of every file, all at once. */
export class BadLibrary extends Error {
  readonly mistakes: readonly Mistake[];
  /** The name of the data folder that the files are in. */
  readonly folder: string;

  constructor(mistakes: readonly Mistake[], folder = "data") {
    super(mistakes.map(printed).join("\n"));
    this.name = "BadLibrary";
    this.mistakes = mistakes;
    this.folder = folder;
  }
}
