export { channel, mentionable, type Mentioned } from "./mentions.ts";
export { day, file, flag, long, moment, oneOf, text, whole } from "./plain.ts";
export { namedOrNew, party, person, place, side, talks } from "./named.ts";
