import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";

const START = join(ROOT, "src", "app", "start.js");
const run = promisify(execFile);

/** Node that says of itself that it is another one, before the program begins. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`;

it.each(["20.20.2", "25.9.0"])("says in one line which Node is needed, where it is run by Node %s", async (version) => {
  const old: unknown = await run(process.execPath, ["--import", pretend(version), START], { env: childEnv }).catch(
    (failed: unknown) => failed,
  );
  expect(old).toMatchObject({
    code: 2,
    stdout: "",
    stderr: `Talks needs Node 26 or newer; this is Node ${version}. Run npm ci, which brings one, and npm start.\n`,
  });
});

it("starts where it is new enough", async () => {
  const env = { ...childEnv, TALKS_HOME: testFolder() };
  const { stdout } = await run(process.execPath, [START, "once", "who-led"], { env });
  expect(stdout).toContain("Coulter");
});
