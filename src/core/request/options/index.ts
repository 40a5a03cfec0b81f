export { channel, channelTyped, mentionable, type Mentioned } from "./mentions.ts";
export { day, file, flag, long, moment, oneOf, suggested, text, whole } from "./plain.ts";
export { namedOrNew } from "./named-or-new.ts";
export { named, party, person, place, side, talks } from "./named.ts";
