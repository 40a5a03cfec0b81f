import { spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";

const NODE = join(ROOT, "node_modules", ".bin", "node");

/** A Talks of its own process, ended after the test. */
export interface Program {
  readonly child: ChildProcess;
  /** All that it printed so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/** The program itself, as `npm start` runs it. */
export function startProgram(env: Record<string, string>): Program {
  const child = spawn(NODE, [join(ROOT, "src", "app", "start.js")], {
    cwd: tmpdir(),
    // The stand-ins' tokens are alike: programs of one test alone share what is locked by a token.
    env: { ...childEnv, TMPDIR: testFolder(), TALKS_HOME: testFolder(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (s: string) => (said += s));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, said: () => said, ended };
}
