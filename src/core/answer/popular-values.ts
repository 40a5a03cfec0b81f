import type { Choice } from "#core/request/choice.ts";
import type { RawCall } from "#core/request/call.ts";
import { fold } from "#core/text/text.ts";

const VALUES_MAX = 5000;
// What was asked often long ago gives way to what is asked now.
const HALF = 2;

/**
 * How often each value of each option was asked for, so that completion offers the most asked first. In memory, for one
 * process.
 */
export class AskedFor {
  readonly #times = new Map<string, number>();

  /** Counts the values of one answered call. */
  note(workspace: string, { values }: RawCall): void {
    for (const [option, value] of Object.entries(values)) {
      const key = keyOf(workspace, option, value);
      this.#times.set(key, (this.#times.get(key) ?? 0) + 1);
    }
    if (this.#times.size <= VALUES_MAX) return;
    for (const [key, times] of this.#times) {
      if (times < HALF) this.#times.delete(key);
      else this.#times.set(key, Math.floor(times / HALF));
    }
  }

  /** Choices with the most asked first; among equals in the order they have. */
  ranked(workspace: string, option: string, all: readonly Choice[]): readonly Choice[] {
    const times = ({ value, label }: Choice): number =>
      Math.max(
        this.#times.get(keyOf(workspace, option, value)) ?? 0,
        this.#times.get(keyOf(workspace, option, label)) ?? 0,
      );
    return all.toSorted((a, b) => times(b) - times(a));
  }
}

function keyOf(workspace: string, option: string, value: string): string {
  return `${workspace} ${option} ${fold(value).slice(0, 100)}`;
}
