import type { PlatformEntry } from "#core/chat/platform-entry.ts";

export const skeleton: PlatformEntry = {
  title: "Skeleton",
  variable: "SKELETON_ROOM",
  configure(env) {
    const room = env["SKELETON_ROOM"]?.trim() ?? "";
    if (room === "") return undefined;
    return async (host) => {
      const [{ Skeleton }, { Room }] = await Promise.all([import("./skeleton.ts"), import("./room.ts")]);
      return new Skeleton(new Room(room), host);
    };
  },
};
