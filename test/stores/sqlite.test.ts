import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#stores/open.ts";
import { storeContract } from "./contract.ts";

const home = mkdtempSync(join(tmpdir(), "talks-sqlite-"));
storeContract("SQLite file", () => openStore({ home }));
storeContract("SQLite in memory", () => openStore({ home: ":memory:" }));
