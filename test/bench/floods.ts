import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";
import { Discord as OnDiscord } from "#platforms/discord/discord.ts";
import { commands } from "#commands/index.ts";
import { manifest, scopesOf } from "#platforms/slack/manifest.ts";
import { Slack as OnSlack } from "#platforms/slack/slack.ts";
import { hosted } from "#test/hosted.ts";
import { Discord } from "#test/standins/discord/discord.ts";
import { bolt } from "#test/standins/slack/bolt-app.ts";
import { Slack } from "#test/standins/slack/slack.ts";
import { median, type Row } from "./measure.ts";

const MANY = 500;
const RUNS = 5;
const PATIENT = { acknowledgeWithin: 600_000 };

/** Something that answers commands. */
interface Flooded {
  /** Resolves once it is connected: while the other one is flooded its socket may be given up. */
  ready(): Promise<void>;
  /** Resolves when so many at once are all answered. */
  flood(): Promise<unknown>;
  stop(): Promise<unknown>;
}

function overDiscord(discord: Discord, stop: () => Promise<unknown>): Flooded {
  const people = Array.from({ length: MANY }, (_, i) => discord.user(`user ${i}`));
  const flood = (): Promise<unknown> => Promise.all(people.map((one) => one.slash("talks where").reply()));
  return { ready: async () => {}, flood, stop: async () => [await stop(), await discord.stop()] };
}

async function talksOnDiscord(): Promise<Flooded> {
  const discord = await Discord.start({ ...PATIENT, patience: 600_000 });
  const talks = new OnDiscord({ token: discord.token, apiUrl: discord.apiUrl }, (await hosted()).host);
  await talks.start();
  return overDiscord(discord, () => talks.stop());
}

/** A bot on discord.js that has one word for everything. */
async function bareBot(): Promise<Flooded> {
  const discord = await Discord.start({ ...PATIENT, patience: 600_000 });
  const bot = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
  bot.on(Events.InteractionCreate, (asked) => {
    if (asked.isChatInputCommand()) void asked.reply({ content: "Istanbul", flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise<Client<true>>((resolve) => bot.once(Events.ClientReady, resolve));
  await bot.login(discord.token);
  const where = { type: ApplicationCommandOptionType.Subcommand, name: "where", description: "x" } as const;
  await (await ready).application.commands.set([{ name: "talks", description: "x", options: [where] }]);
  return overDiscord(discord, () => bot.destroy());
}

function overSlack(slack: Slack, stop: () => Promise<unknown>): Flooded {
  const people = Array.from({ length: MANY }, (_, i) => slack.user(`user ${i}`));
  const ready = (): Promise<void> => slack.connected();
  const flood = (): Promise<unknown> =>
    Promise.all(people.map((one) => one.slash("/talks", "where").reply({ timeout: 600_000 })));
  return { ready, flood, stop: async () => [await stop(), await slack.stop()] };
}

async function talksOnSlack(): Promise<Flooded> {
  const slack = await Slack.start({
    ...PATIENT,
    scopes: scopesOf(undefined),
    events: manifest(commands, undefined).settings.event_subscriptions.bot_events,
  });
  const { apiUrl, botToken, appToken } = slack;
  const talks = new OnSlack({ mode: "socket", apiUrl, botToken, appToken }, (await hosted()).host);
  await talks.start();
  return overSlack(slack, () => talks.stop());
}

/** A Bolt app that has one word for everything. */
async function bareApp(): Promise<Flooded> {
  const slack = await Slack.start(PATIENT);
  const app = await bolt(slack, "socket", (bare) =>
    bare.command("/talks", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "Istanbul" });
    }),
  );
  return overSlack(slack, () => app.stop());
}

/**
 * From so many commands at once to the last answer, ours beside a bare bot's. Alternating, so that both meet the same
 * load.
 */
async function beside(what: string, pair: readonly [() => Promise<Flooded>, () => Promise<Flooded>]): Promise<Row[]> {
  const both = [await pair[0](), await pair[1]()] as const;
  const times: [number[], number[]] = [[], []];
  // The first run warms the compiler.
  for (let run = 0; run <= RUNS; run += 1) {
    for (const i of [0, 1] as const) {
      await both[i].ready();
      const from = performance.now();
      await both[i].flood();
      if (run > 0) times[i].push(performance.now() - from);
    }
  }
  for (const one of both) await one.stop();
  const [ours, peer] = [median(times[0]), median(times[1])];
  return [
    { what: `${MANY} commands at once on ${what}`, unit: "ms", runs: RUNS, median: ours },
    { what: `peer: a bare bot on ${what}`, unit: "ms", runs: RUNS, median: peer },
    { what: `${MANY} at once on ${what} / peer`, unit: "×", runs: RUNS, median: ours / peer },
  ];
}

export async function floods(): Promise<readonly Row[]> {
  return [...(await beside("Discord", [talksOnDiscord, bareBot])), ...(await beside("Slack", [talksOnSlack, bareApp]))];
}
