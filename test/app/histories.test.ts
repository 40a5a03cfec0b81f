import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "#stores/open.ts";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { add } from "#test/stores/contract.ts";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "slack", id: "U1", name: "Ann" };

it("says at its start whose history was altered without it, serves all the same, and stops", async () => {
  const home = testFolder();
  const store = await openStore({ home });
  const desk = await store.desk({ platform: "slack", id: "T1" }, NOW);
  await store.append(desk, 0, ANN, NOW, [add("fact/a"), add("fact/b")]);
  await store.close();
  const db = new DatabaseSync(join(home, "talks.sqlite"));
  db.exec(
    `drop trigger revision_no_update; update revision set after = '{"false":1}' where number = 2 and desk = ${desk}`,
  );
  db.close();

  const child = spawn(join(ROOT, "node_modules", ".bin", "node"), [join(ROOT, "src", "app", "start.js")], {
    cwd: home,
    env: { ...childEnv, TALKS_HOME: home, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (s: string) => (out += s));
  onTestFinished(() => void child.kill("SIGKILL"));
  const closed = once(child, "close");
  await expect.poll(() => out).toContain("The history of slack T1 is broken: change #2 is missing");
  expect(out).toContain("Playground: http");
  child.kill("SIGTERM");
  expect(await closed).toEqual([0, null]);
  expect(out.match(/is broken/gu)).toHaveLength(1);
});
