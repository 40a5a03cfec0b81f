import { access } from "./access.ts";
import { agents } from "./agents.ts";
import { chat } from "./chat.ts";
import { conversations } from "./conversations.ts";
import { files } from "#test/standins/slack/uploads.ts";
import type { Method } from "./method.ts";
import { people } from "./people.ts";
import { views } from "./views.ts";

/** Every Web API method the stand-in answers, by name. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...access,
  ...agents,
  ...chat,
  ...conversations,
  ...files,
  ...people,
  ...views,
};
