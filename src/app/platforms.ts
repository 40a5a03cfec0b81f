// One line a platform. Nothing else outside a platform's own folder knows of it, but for its variables in .env.example.
export { discord } from "#platforms/discord/entry.ts";
export { slack } from "#platforms/slack/entry.ts";
