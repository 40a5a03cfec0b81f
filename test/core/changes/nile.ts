import { planName } from "#core/changes/name-thing.ts";
import type { NameDetails } from "#core/changes/name-state.ts";
import type { Known } from "#core/changes/name-state.ts";
import { authorOf, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Names } from "#core/facts/names.ts";
import { ada, newSeat, type Seat } from "#test/moderation.ts";

/** A negotiation of a desk's own, beside the shipped one: three parties and a mediator, two rounds, three people. */
export const NILE: readonly NameDetails[] = [
  { of: "parties", name: "Egypt", adjective: "Egyptian", aliases: ["Cairo"] },
  { of: "parties", name: "Sudan", adjective: "Sudanese", aliases: [] },
  { of: "parties", name: "Ethiopia", adjective: "Ethiopian", aliases: [] },
  {
    of: "negotiations",
    name: "Nile",
    aliases: ["dam talks"],
    parties: [
      { party: "egypt", role: "party" },
      { party: "sudan", role: "party" },
      { party: "ethiopia", role: "party" },
      { party: "us", role: "observer" },
    ],
  },
  { of: "talks", name: "Cairo meeting", aliases: [], negotiation: "nile", parties: [] },
  { of: "talks", name: "Khartoum meeting", aliases: [], negotiation: "nile", parties: ["egypt", "sudan"] },
  { of: "people", name: "Ida Ray", party: "egypt", aliases: [] },
  { of: "people", name: "Omar Sol", party: "sudan", aliases: ["Sol"] },
  { of: "people", name: "Vera Noor", party: "ethiopia", aliases: [] },
];

export async function make(seat: Seat, details: NameDetails): Promise<string> {
  const came = await seat.desk.change(authorOf(ada), (at) => planName(details, at));
  if (came.kind === "refused") throw new Error(`${came.refusal.message} ${came.refusal.hint}`);
  return came.result.item.id;
}

/** Makes all of it, and who was where: seven facts of one outlet. */
export async function begin(seat: Seat): Promise<void> {
  for (const details of NILE) await make(seat, details);
  const there = [
    ["Cairo meeting", "Ida Ray"],
    ["Cairo meeting", "Omar Sol"],
    ["Cairo meeting", "Vera Noor"],
    ["Khartoum meeting", "Ida Ray"],
    ["Khartoum meeting", "Omar Sol"],
  ];
  for (const [at, [talks, person]] of there.entries()) {
    const line = `facts add attended talks:"${talks}" side:Egypt person:"${person}" source:"new: Gazette" paragraph:${at + 1}`;
    const { refusal } = await seat.say(line, ada);
    if (refusal !== undefined) throw new Error(`${line}: ${refusal.message}`);
  }
}

export const known = (of: keyof Names, name: string, { view }: Snapshot): Known => {
  const item = view[of].spelt(name)[0] ?? view[of].items.find((i) => [i.id, i.name].includes(name));
  if (item === undefined) throw new Error(`no ${of} ${name}`);
  return { of, item };
};
export async function change<T>(seat: Seat, plan: (at: Snapshot) => Plan<T>): Promise<T> {
  const came = await seat.desk.change(authorOf(ada), plan);
  if (came.kind === "refused") throw new Error(`${came.refusal.message} ${came.refusal.hint}`);
  return came.result;
}
export async function said(seat: Seat, plan: (at: Snapshot) => Plan<unknown>): Promise<string> {
  const came = await seat.desk.change(authorOf(ada), plan);
  return came.kind === "refused" ? `${came.refusal.message} [${came.refusal.field ?? ""}]` : "done";
}

export async function nile(): Promise<Seat> {
  const seat = await newSeat();
  await begin(seat);
  return seat;
}
