/** Minutes in each unit of time. */
const MINUTES = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1, s: 1 / 60 } as const;
type Unit = keyof typeof MINUTES;

/** An amount of time: minutes, its largest and its smallest unit. */
export interface Amount {
  readonly minutes: number;
  readonly largest: Unit;
  readonly smallest: Unit;
}

/**
 * An amount of one or more units from its symbols (`symbols.ts`), every one of them: `#5 #h #30 #m` → 330 minutes.
 * `fallback` is the unit of a bare number (`an hour or two`). Undefined where a symbol is left over, or what follows is
 * not less than what stands before it.
 */
export function amountOf(symbols: readonly string[], fallback?: Unit): Amount | undefined {
  let [minutes, at] = [0, 0];
  let [largest, last]: (Unit | undefined)[] = [];
  let whole = true;
  while (at < symbols.length) {
    if (symbols[at] === "and" && at > 0) at += 1;
    const part = partAt(symbols, at, last ?? fallback, last !== undefined);
    if (part === undefined) return undefined;
    // "5.5 hours 30 minutes" is not a way to say a length, nor is "5 hours 90 minutes"; "two hours and half an hour"
    // is.
    if (last !== undefined && (!whole || part.count * MINUTES[part.unit] >= MINUTES[last])) return undefined;
    minutes += part.count * MINUTES[part.unit];
    largest ??= part.unit;
    [whole, last, at] = [Number.isInteger(part.count), part.unit, part.end];
  }
  if (largest === undefined || last === undefined) return undefined;
  return { minutes: Math.round(minutes * 1000) / 1000, largest, smallest: last };
}

interface Part {
  readonly count: number;
  readonly unit: Unit;
  readonly end: number;
}

function partAt(symbols: readonly string[], start: number, bare: Unit | undefined, later: boolean): Part | undefined {
  const first = symbols[start] ?? "";
  const clock = /^#(\d+):(\d\d)$/u.exec(first);
  if (clock !== null) {
    if (later || unitOf(symbols[start + 1])?.unit !== "h") return undefined;
    return { count: Number(clock[1]) + Number(clock[2]) / 60, unit: "h", end: start + 2 };
  }
  const some = /^=([\d.]+)$/u.exec(first);
  if (some !== null) {
    const of = unitOf(symbols[start + 1]);
    return of === undefined ? undefined : { count: Number(some[1]), unit: of.unit, end: start + 2 };
  }
  const counted = /^#(\d+(?:\.\d+)?)$/u.exec(first);
  let at = counted === null ? start : start + 1;
  let count = counted === null ? undefined : Number(counted[1]);
  const before = addedAt(symbols[at]);
  if (count !== undefined && before !== undefined) [count, at] = [count + before, at + 1];
  const of = unitOf(symbols[at]);
  if (of === undefined) return count === undefined ? undefined : bareNumber(count, bare, later, at);
  if (count === undefined && of.one === "") return undefined;
  if (count === undefined && of.one === "?" && symbols[at + 1]?.startsWith("#") === true) return undefined;
  at += 1;
  const after = before === undefined ? addedAt(symbols[at]) : undefined;
  return { count: (count ?? 1) + (after ?? 0), unit: of.unit, end: after === undefined ? at : at + 1 };
}

// "5 hours 30": minutes. "one to two hours": the unit of the other side.
function bareNumber(count: number, unit: Unit | undefined, later: boolean, end: number): Part | undefined {
  if (unit === undefined) return undefined;
  if (!later) return { count, unit, end };
  return unit === "h" && Number.isInteger(count) ? { count, unit: "m", end } : undefined;
}

function addedAt(symbol: string | undefined): number | undefined {
  const found = /^\+([\d.]+)$/u.exec(symbol ?? "");
  return found === null ? undefined : Number(found[1]);
}

function unitOf(symbol: string | undefined): { readonly unit: Unit; readonly one: string } | undefined {
  const found = /^#([hmsdw])([1?]?)$/u.exec(symbol ?? "");
  return found === null ? undefined : { unit: found[1] as Unit, one: found[2] ?? "" };
}
