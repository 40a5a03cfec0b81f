import type { Environment } from "#core/chat/variable.ts";

const VARIABLES = [
  "DISCORD_TOKEN",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "TALKS_LLM_KEY",
  "TALKS_ENCRYPTION_KEY",
  "TALKS_ENCRYPTION_KEY_OLD",
] as const;
// Shorter ones would take words out of every line.
const SHORTEST = 6;

/** What must not be read in a log: the values of the secret variables, and the database's password. */
export function secretsOf(env: Environment): readonly string[] {
  const url = URL.parse(env["DATABASE_URL"]?.trim() ?? "");
  const password = url === null ? "" : url.password;
  const all = [...VARIABLES.map((name) => env[name]?.trim() ?? ""), password, decoded(password)];
  return all.filter((secret) => secret.length >= SHORTEST);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Tokens of workspaces that installed the app, and addresses by which an interaction is answered, are in no variable.
const SHAPES = [
  /\bwhsec_[\w+/=-]+/gu,
  /\bx(?:ox[a-z]|app)-[\w-]+/gu,
  /(?<=\/(?:interactions|webhooks)\/\d+\/)[\w%.-]{20,}/gu,
  /(?<=hooks\.slack\.com\/)[^\s"']+/gu,
  /(?<=:\/\/[^\s:/@]+:)[^\s@/]+(?=@)/gu,
];

/** Replaces each secret in a line. */
export function withoutSecrets(secrets: readonly string[]): (line: string) => string {
  return (line) => {
    let clean = line;
    for (const secret of secrets) clean = clean.replaceAll(secret, "(secret)");
    for (const shape of SHAPES) clean = clean.replace(shape, "(secret)");
    return clean;
  };
}
