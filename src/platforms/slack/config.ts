/** How Slack is reached, as the environment says: by Socket Mode, by HTTP for one workspace, or by HTTP for many over OAuth. */
export type SlackConfig =
  | (Common & { readonly mode: "socket"; readonly botToken: string; readonly appToken: string })
  | (Common & {
      readonly mode: "http";
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
    })
  | (Common & {
      readonly mode: "oauth";
      readonly signingSecret: string;
      readonly port: number;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      /** 32 bytes, for the tokens of the workspaces. */
      readonly encryptionKey: Buffer;
    });

interface Common {
  /** Slack's Web API, with a slash at its end: `https://slack.com/api/`. Slack's own where it is absent. */
  readonly apiUrl?: string;
}
