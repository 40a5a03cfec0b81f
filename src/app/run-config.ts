import { homedir } from "node:os";
import { join } from "node:path";
import { BadVariable, bindAddress, type Environment } from "#core/chat/variable.ts";

/** Where health and metrics are served. `chosen`: somebody named the port, so that no other one is taken. */
export interface HealthConfig {
  readonly host: string;
  readonly port: number;
  readonly chosen: boolean;
}

/** Where programs are served, and the names of the hosts that they may call it by, besides this computer's own. */
export interface ApiConfig {
  readonly host: string;
  readonly port: number;
  readonly hosts: readonly string[];
  /** What Slack signs with, where Slackbot may ask. */
  readonly slackSecret?: string;
}

/** A model that speaks the chat protocol of OpenAI, and reads questions that were not heard. */
export interface ModelConfig {
  /** The address of its chat completions. */
  readonly url: URL;
  readonly model: string;
  readonly key?: string;
}

const LEVELS = ["debug", "info", "warn", "error"] as const;

export interface LogConfig {
  readonly format: "text" | "json";
  readonly level: (typeof LEVELS)[number];
}

const HOME = "./var";
const LOOPBACK = "127.0.0.1";
const HEALTH_PORT = 3001;

/**
 * The folder for everything that Talks writes; `~` is the home folder, also where no shell has read it. @throws
 * BadVariable
 */
export function homeOf(env: Environment): string {
  const typed = env["TALKS_HOME"] ?? "";
  if (typed.includes("\0")) throw new BadVariable("TALKS_HOME", "is not a folder's path");
  if (typed === "") return HOME;
  if (/^~[^/]/u.test(typed)) throw new BadVariable("TALKS_HOME", "names somebody else's home; write the whole path");
  return typed.startsWith("~") ? join(homedir(), typed.slice(1)) : typed;
}

/** Where health is told; undefined where it is off. @throws BadVariable */
export function healthOf(env: Environment): HealthConfig | undefined {
  const typed = env["TALKS_HEALTH"]?.trim() ?? "";
  if (typed === "") return { host: LOOPBACK, port: HEALTH_PORT, chosen: false };
  if (typed === "off") return undefined;
  return { ...bindAddress("TALKS_HEALTH", typed, ", nor off"), chosen: true };
}

/** Where programs are served; undefined where they are not. @throws BadVariable */
export function apiOf(env: Environment): ApiConfig | undefined {
  const typed = env["TALKS_API"]?.trim() ?? "";
  const hosts = (env["TALKS_API_HOSTS"] ?? "").split(",").map((host) => host.trim().toLowerCase());
  const wrong = hosts.find((host) => !/^[a-z\d.-]*$/u.test(host));
  if (wrong !== undefined) throw new BadVariable("TALKS_API_HOSTS", `has “${wrong}”, which is not the name of a host`);
  if (typed === "" || typed === "off") return undefined;
  const slackSecret = env["SLACK_SIGNING_SECRET"]?.trim() ?? "";
  return {
    ...bindAddress("TALKS_API", typed, ", nor off"),
    hosts: hosts.filter((host) => host !== ""),
    ...(slackSecret === "" ? {} : { slackSecret }),
  };
}

/** The address that Talks is called by from outside, without a slash at its end. @throws BadVariable */
export function siteOf(env: Environment): string | undefined {
  const typed = env["TALKS_PUBLIC_URL"]?.trim() ?? "";
  if (typed === "") return undefined;
  const url = URL.parse(typed);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new BadVariable("TALKS_PUBLIC_URL", "is not an address without a path, such as https://talks.example.org");
  return url.origin;
}

/** How webhooks are sent. `open`: also over http and into private networks. */
export interface WebhookConfig {
  readonly open: boolean;
}

/** @throws BadVariable */
export function webhooksOf(env: Environment): WebhookConfig {
  const typed = env["TALKS_WEBHOOKS"]?.trim() ?? "";
  if (typed !== "" && typed !== "open")
    throw new BadVariable(
      "TALKS_WEBHOOKS",
      "is not open; leave it empty, so that only public https addresses are called",
    );
  return { open: typed === "open" };
}

/** The model that is asked; undefined where none is. @throws BadVariable */
export function modelOf(env: Environment): ModelConfig | undefined {
  const typed = env["TALKS_LLM_URL"]?.trim() ?? "";
  const model = env["TALKS_LLM_MODEL"]?.trim() ?? "";
  const key = env["TALKS_LLM_KEY"]?.trim() ?? "";
  if (typed === "") return undefined;
  const base = URL.parse(typed);
  if (base === null || !/^https?:$/u.test(base.protocol))
    throw new BadVariable("TALKS_LLM_URL", "is not a web address; write one such as http://localhost:11434/v1");
  if (model === "") throw new BadVariable("TALKS_LLM_MODEL", "is missing; name the model that TALKS_LLM_URL serves");
  const whole = base.pathname.endsWith("/chat/completions");
  const url = whole ? base : new URL(`${base.pathname.replace(/\/$/u, "")}/chat/completions${base.search}`, base);
  return { url, model, ...(key === "" ? {} : { key }) };
}

/** @throws BadVariable */
export function logOf(env: Environment): LogConfig {
  const format = env["TALKS_LOG"]?.trim() ?? "";
  if (format !== "" && format !== "text" && format !== "json")
    throw new BadVariable("TALKS_LOG", "is neither text nor json");
  const typed = env["TALKS_LOG_LEVEL"]?.trim() ?? "";
  const level = LEVELS.find((one) => one === (typed === "" ? "info" : typed));
  if (level === undefined) throw new BadVariable("TALKS_LOG_LEVEL", `is none of ${LEVELS.join(", ")}`);
  return { format: format === "json" ? "json" : "text", level };
}
