import type { Platform } from "./platform.ts";
import type { Channel, Installation } from "./world.ts";

/** The direct conversation of a person and the app, made when it is first needed. */
export function directChannel(platform: Platform, userId: string, by: Installation): Channel {
  const known = platform.world.im(userId, by.botUserId);
  if (known !== undefined) return known;
  const made: Channel = {
    id: platform.ids.next("D"),
    name: "",
    teamId: by.teamId,
    kind: "im",
    archived: false,
    locale: "en-US",
    members: new Set([userId, by.botUserId]),
    sharedWith: new Set(),
    messages: [],
  };
  platform.world.addChannel(made);
  return made;
}
