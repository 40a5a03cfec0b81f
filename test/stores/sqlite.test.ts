import { openStore } from "#stores/open.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";
import { storeContract } from "./contract.ts";
import { pickContract } from "./pick-contract.ts";
import { outboxContract } from "./outbox-contract.ts";

const home = temporaryFolder("sqlite");
storeContract("SQLite file", () => openStore({ home }));
pickContract("SQLite", () => openStore({ home: ":memory:" }));
storeContract("SQLite in memory", () => openStore({ home: ":memory:" }));
outboxContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
