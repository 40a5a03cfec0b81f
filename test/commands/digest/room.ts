import { afterEach } from "vitest";
import { building, type Building, type Heard, type Room } from "#test/building.ts";

const houses: Building[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

/** A room on a new desk, with what its platform and its digests keep. */
export async function newRoom(): Promise<{ readonly house: Building; readonly room: Room }> {
  const house = await building();
  houses.push(house);
  return { house, room: await house.room() };
}

/** The id of the digest that a text shows first. */
export function digestId({ text }: Heard): string {
  const [id] = /\bdtok\w+/u.exec(text) ?? [];
  if (id === undefined) throw new Error(`no digest in:\n${text}`);
  return id;
}

/** Subscribes a channel to a digest; returns its id. */
export async function subscribed(room: Room, more = ""): Promise<string> {
  return digestId(await room.say(`digest subscribe C0123456789 every:weekdays at:9am timezone:istanbul ${more}`));
}
