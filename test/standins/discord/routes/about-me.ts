import type { Platform } from "#test/standins/discord/platform.ts";
import { bodyOf, found, NOTHING, param } from "./route.ts";
import type { Route } from "./route.ts";
import { refusal } from "#test/standins/discord/refusal.ts";
import { text } from "#test/standins/discord/json.ts";
import { channelJson, userJson } from "#test/standins/discord/world/wire.ts";

/** The bot and its application, its gateway, and the people it writes to. */
export const aboutMe: readonly Route[] = [
  {
    method: "GET",
    template: "/gateway",
    answer: ({ platform }) => found({ url: socketUrl(platform) }),
  },
  {
    method: "GET",
    template: "/gateway/bot",
    answer: ({ platform }) =>
      found({
        url: socketUrl(platform),
        shards: platform.settings.shards,
        session_start_limit: {
          total: 1000,
          remaining: 999,
          reset_after: 86_400_000,
          max_concurrency: platform.settings.identifyAtOnce,
        },
      }),
  },
  {
    method: "GET",
    template: "/users/@me",
    answer: ({ platform }) =>
      found({ ...userJson(platform.world.bot), email: null, locale: "en-US", mfa_enabled: false, verified: true }),
  },
  { method: "GET", template: "/applications/@me", answer: ({ platform }) => found(applicationJson(platform)) },
  { method: "GET", template: "/oauth2/applications/@me", answer: ({ platform }) => found(applicationJson(platform)) },
  {
    method: "GET",
    template: "/users/{user_id}",
    answer: (call) => {
      const user = call.platform.world.users.get(param(call, "user_id"));
      if (user === undefined) throw refusal("unknown user");
      return found(userJson(user));
    },
  },
  {
    method: "POST",
    template: "/users/@me/channels",
    answer: (call) => {
      const user = call.platform.world.users.get(text(bodyOf(call).recipient_id));
      if (user === undefined) throw refusal("unknown user");
      return found(channelJson(call.platform.world.dmWith(user)));
    },
  },
  { method: "POST", template: "/channels/{channel_id}/typing", answer: () => NOTHING },
];

function socketUrl(platform: Platform): string {
  return platform.url().replace("http", "ws");
}

/** docs.discord.com/developers/resources/application#application-object. */
function applicationJson(platform: Platform): object {
  const installs = platform.settings.integrationTypes.map((type) => [type, {}] as const);
  return {
    id: platform.applicationId,
    name: platform.settings.botName,
    icon: null,
    description: "",
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: platform.endpoint.publicKey,
    flags: 0,
    flags_new: "0",
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    integration_types_config: Object.fromEntries(installs),
    bot: userJson(platform.world.bot),
    team: null,
    owner: userJson(platform.world.userNamed("developer")),
    redirect_uris: [],
    interactions_endpoint_url: platform.endpoint.url ?? null,
    role_connections_verification_url: null,
    approximate_guild_count: [...platform.world.guilds.values()].filter((one) => one.joined).length,
    approximate_user_authorization_count: 0,
    approximate_user_install_count: [...platform.world.users.values()].filter((one) => one.installed).length,
  };
}
