import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { storeContract } from "./contract.ts";
import { deliveryContract } from "./delivery-contract.ts";
import { pickContract } from "./pick-contract.ts";
import { shareContract } from "./share-contract.ts";
import { endsContract } from "./ends-contract.ts";
import { outboxContract } from "./outbox-contract.ts";
import { ordersContract } from "./orders-contract.ts";

const home = testFolder();
storeContract("SQLite file", () => openStore({ home }));
pickContract("SQLite", () => openStore({ home: ":memory:" }));
storeContract("SQLite in memory", () => openStore({ home: ":memory:" }));
outboxContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
ordersContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
deliveryContract("SQLite", () => openStore({ home: ":memory:" }));
endsContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
shareContract("SQLite", (skew) => openStore({ home: ":memory:" }, skew));
