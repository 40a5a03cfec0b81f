import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore } from "#stores/open.ts";
import { storeContract } from "./contract.ts";
import { pickContract } from "./pick-contract.ts";
import { outboxContract } from "./outbox-contract.ts";
import { ordersContract } from "./orders-contract.ts";

const home = mkdtempSync(join(tmpdir(), "talks-sqlite-"));
afterAll(() => rmSync(home, { recursive: true }));
storeContract("SQLite file", () => openStore({ home }));
pickContract("SQLite", () => openStore({ home: ":memory:" }));
storeContract("SQLite in memory", () => openStore({ home: ":memory:" }));
outboxContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
ordersContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
