import { length } from "#test/standins/discord/json.ts";

/** One thing wrong with a body. The path is dotted: `components.0.label`. */
export interface Complaint {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Gathers everything wrong with one body, so that a single 50035 names it all. */
export class Complaints {
  readonly all: Complaint[] = [];

  add(path: string, code: string, message: string): void {
    this.all.push({ path, code, message });
  }

  /** A text of `least` to `most` characters that must be there. */
  text(path: string, value: unknown, least: number, most: number): void {
    if (value === undefined || value === null) this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    else this.optionalText(path, value, least, most);
  }

  /** The same, which may be missing or null. */
  optionalText(path: string, value: unknown, least: number, most: number): void {
    if (value === undefined || value === null) return;
    if (typeof value !== "string") {
      this.add(path, "BASE_TYPE_BAD_TYPE", "Must be a string");
      return;
    }
    const found = length(value);
    if (found < least || found > most)
      this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length, not ${found}.`);
  }

  /** A whole number that may be missing. */
  optionalNumber(path: string, value: unknown, least: number, most: number): void {
    if (value === undefined || value === null) return;
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most)
      this.add(path, "NUMBER_TYPE_RANGE", `Must be a whole number between ${least} and ${most}.`);
  }

  /** How many entries a list may have; a missing list has none. */
  count(path: string, value: unknown, least: number, most: number): void {
    const found = Array.isArray(value) ? value.length : 0;
    if (value !== undefined && value !== null && !Array.isArray(value))
      this.add(path, "BASE_TYPE_BAD_TYPE", "Must be a list");
    else if (found < least || found > most)
      this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length, not ${found}.`);
  }

  oneOf(path: string, value: unknown, choices: readonly unknown[]): void {
    if (!choices.includes(value)) this.add(path, "BASE_TYPE_CHOICES", `Must be one of (${choices.join(", ")}).`);
  }

  flag(path: string, value: unknown): void {
    if (value !== undefined && value !== null && typeof value !== "boolean")
      this.add(path, "BASE_TYPE_BAD_TYPE", "Must be a boolean");
  }
}
