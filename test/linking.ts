import { ada, asker, World, type Seat } from "#test/moderation.ts";

/** An admin of the Slack side. */
export const zoe = asker("U1", "Zoe", "admin", "slack");

/** Two desks of one store that can be linked. */
export async function two(): Promise<{ discord: Seat; slack: Seat }> {
  const world = await World.open();
  return { discord: await world.seat("G1", "discord"), slack: await world.seat("T1", "slack") };
}

/** A code that the other side redeems. */
export async function code(seat: Seat): Promise<string> {
  return /\/facts link ([A-Z0-9]+)/u.exec(await seat.told("facts link", ada))?.[1] ?? "";
}
