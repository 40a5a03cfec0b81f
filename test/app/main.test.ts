import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { childEnv, LOADS_FAST } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { dataWith, swap } from "#test/library/folder.ts";
import { testFolder } from "#test/folder.ts";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const NODE = join(ROOT, "node_modules", ".bin", "node");
const home = testFolder();

/** The program as npm's scripts start it, with an environment of its own and nothing on its input. */
const talks = (argv: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  ended([join(ROOT, "src", "app", "start.js"), ...argv], env);

type Line = readonly [argv: readonly string[], env?: Record<string, string>];

/** Lines, each with what it finds in its environment, in one process of the program; and what came of each. */
async function inOne<T extends Record<string, readonly Line[]>>(lines: T): Promise<Record<keyof T, readonly Ended[]>> {
  const all = JSON.stringify(Object.values(lines).flatMap((of) => of.map(([argv, env = {}]) => [argv, env])));
  const { out, err } = await ended([...LOADS_FAST, join(ROOT, "test", "app", "in-one.ts"), all], {});
  expect(err).toBe("");
  const each = JSON.parse(out) as Ended[];
  const named = Object.entries(lines).map(([name, { length }]) => [name, each.splice(0, length)]);
  return Object.fromEntries(named) as Record<keyof T, readonly Ended[]>;
}

async function ended(words: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(NODE, words, {
    cwd: home,
    env: { ...childEnv, TALKS_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (s: string) => (out += s));
  child.stderr.setEncoding("utf8").on("data", (s: string) => (err += s));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

it("answers who-led once and exits 0", async () => {
  const { code, out, err } = await talks(["once", "who-led"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain(
    "Alexander Darchiev, Russia's new ambassador to Washington, led the discussions for the Russian side.",
  );
  expect(out).toContain(
    "Sonata Coulter, U.S. Deputy Assistant Secretary of State, led the discussions for the U.S. side.",
  );
  expect(out).toContain("3 outlets name the same person; the post and scope differ");
  expect(out).not.toContain("\u001B");
});

it("serves the playground where nothing is configured, says what turns the platforms on, and stops cleanly", async () => {
  const child = spawn(NODE, [join(ROOT, "src", "app", "start.js")], {
    cwd: home,
    env: { ...childEnv, TALKS_HOME: home, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (s: string) => (out += s));
  const ended = new Promise((resolve) => child.once("close", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  await expect.poll(() => out).toMatch(/Playground: http:\/\/127\.0\.0\.1:\d+\//u);
  expect(out).toMatch(/^Talks: playground on, Discord off \(set DISCORD_TOKEN\), Slack off \(set SLACK_BOT_TOKEN\)\./u);
  const address = /Playground: (\S+?)\.\s/u.exec(out)?.[1] ?? "";
  expect((await fetch(address)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it("stops with npm start, which stops only the shell between them, and lets the next one begin (G12)", async () => {
  const env = { ...childEnv, TALKS_HOME: testFolder(), PORT: "0" };
  const begin = () => {
    const child = spawn("npm", ["start"], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    onTestFinished(() => {
      try {
        // All that it started.
        process.kill(-(child.pid ?? 0), "SIGKILL");
      } catch {
        // Nothing of it is left.
      }
    });
    let out = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (s: string) => (out += s));
    // Its streams close with the last process that holds them.
    const ended = new Promise((resolve) => child.once("close", resolve));
    return { child, said: () => out, ended };
  };
  for (const time of ["first", "next"]) {
    const npm = begin();
    await expect.poll(npm.said, { message: `the ${time} one` }).toMatch(/Playground: http/u);
    npm.child.kill("SIGTERM");
    await npm.ended;
  }
});

it("names what is wrong with a variable and what to write, without the secret, and exits 2", async () => {
  const { code, err } = await talks([], { DISCORD_TOKEN: "MTIz.some.token", DISCORD_API_URL: "not an address" });
  expect(code).toBe(2);
  expect(err).toMatch(/^DISCORD_API_URL: /u);
  expect(err).not.toContain("MTIz");
});

it("reads .env of the working folder, and what is set already stays", async () => {
  writeFileSync(join(home, ".env"), "TALKS_COVERAGE=/nowhere\n");
  const { data } = await inOne({ data: [[["data"]], [["data"], { TALKS_COVERAGE: "" }]] });
  const [read, set] = data;
  expect(read?.err).toContain("there is no istanbul-embassy-talks.txt in the coverage folder");
  expect(set?.code).toBe(0);
  rmSync(join(home, ".env"));
});

// What follows needs no start of its own: one process has all of it, and each test looks at its lines.
const fresh = dataWith({});
const mistaken = dataWith({
  "us-russia/articles/tass.yaml": swap("    paragraph: 1\n", ""),
  "us-russia/articles/meduza.yaml": swap("slot: date", "slot: day"),
});
const LINES = {
  refused: [[["once", "ask", "who won the election"]], [["once", "who-ledd"]]],
  json: [[["once", "where", "--json"]]],
  terminal: [[["--terminal"]]],
  wrong: [
    [[], { SLACK_BOT_TOKEN: "xoxb-secret" }],
    [[], { SLACK_CLIENT_ID: "1.2" }],
    [[], { PORT: "many" }],
  ],
  data: [[["data"]]],
  pack: [
    [["new", "Iran–U.S."], { TALKS_DATA: fresh }],
    [["data"], { TALKS_DATA: fresh }],
    [["new"], { TALKS_DATA: fresh }],
    [["new", "Iran–U.S."], { TALKS_DATA: "none" }],
  ],
  mistaken: [[], ["data"], ["once", "who-led"]].map((argv) => [argv, { TALKS_DATA: mistaken }] as const),
  noise: [["x".repeat(10_000)], ["\u202E\u0007"], ["__proto__:x"], [""], []].map(
    (argv) => [["once", ...argv]] as const,
  ),
  usage: [[["--port"]], [["--help"]]],
} satisfies Record<string, readonly Line[]>;

let told: Record<keyof typeof LINES, readonly Ended[]>;
beforeAll(async () => {
  told = await inOne(LINES);
});

it("exits 1 where nothing is held and 2 where the words are no request", () => {
  const [held, usage] = told.refused;
  expect([held?.code, usage?.code]).toEqual([1, 2]);
  expect(held?.out).toContain("The desk holds nothing on “who won the election”.");
  expect(usage?.out).toContain("Did you mean who-led");
});

it("prints the tree with facts and citations as JSON, and nothing else", () => {
  expect(JSON.parse(told.json[0]?.out ?? "")).toMatchObject({
    kind: "reply",
    facts: [{ id: "apr-city", sources: [{ outlet: "ln24SA", place: "¶1" }] }, { id: "apr-venue" }],
  });
});

it("says without a terminal how to ask, and exits 2", () => {
  const [said] = told.terminal;
  expect(said?.code).toBe(2);
  expect(said?.err).toContain("Run npm start -- --terminal in one, or ask once: npm run --silent talks -- who-led");
});

it("names each wrong variable and what to write, without the secret", () => {
  const names = ["SLACK_BOT_TOKEN", "SLACK_CLIENT_SECRET", "PORT"];
  expect(told.wrong.map(({ code, err }) => [code, err.split(": ")[0]])).toEqual(names.map((name) => [2, name]));
  for (const { err } of told.wrong) expect(err).not.toContain("secret\n");
});

it("checks the data, and says whether quotations were compared", () => {
  const [checked] = told.data;
  expect(checked?.code).toBe(0);
  expect(checked?.out).toMatch(
    /^data: 6 articles, \d+ claims, no mistakes; quotations not compared \(TALKS_COVERAGE is not set\)/u,
  );
});

it("writes an empty pack into the data folder, and says what is wrong with the name", () => {
  const [made, checked, unnamed, nowhere] = told.pack;
  expect([made?.code, made?.out]).toEqual([
    0,
    `Wrote ${basename(fresh)}/iran-us/pack.yaml. Fill it in; npm run data says what is missing.\n`,
  ]);
  expect(checked?.code).toBe(0);
  expect(unnamed?.code).toBe(2);
  expect(nowhere?.err).toContain("TALKS_DATA is none");
});

it("names every mistake of the data as file, line and field, exits 2, and shows no stack", () => {
  const where = `${basename(mistaken)}/us-russia/articles`;
  for (const { code, err } of told.mistaken) {
    expect(code).toBe(2);
    const lines = err.trim().replaceAll(/:\d+ /gu, ":1 ").split("\n").toSorted();
    expect(lines).toEqual([
      expect.stringContaining(`${where}/meduza.yaml:1 claims.0.slot: not a slot`),
      expect.stringContaining(`${where}/tass.yaml:1 claims.0.paragraph: a claim cites its paragraph`),
    ]);
  }
});

it("prints no stack trace for noise", () => {
  for (const { code, out, err } of told.noise) {
    expect(err).toBe("");
    expect([1, 2]).toContain(code);
    expect(out).toMatch(/Type|Ask|It can answer/u);
  }
});

it("starts nothing for a word that it does not know, and says what there is", () => {
  const [wrong, help] = told.usage;
  expect([wrong?.code, wrong?.out, help?.code, help?.err]).toEqual([2, "", 0, ""]);
  expect(wrong?.err).toContain('There is no "--port".');
  for (const said of [wrong?.err, help?.out]) expect(said).toContain("npm start -- --terminal");
});
