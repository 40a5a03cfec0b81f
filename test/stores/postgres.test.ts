import { afterAll, describe, inject } from "vitest";
import { freshDatabase } from "#test/postgres/database.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { storeContract } from "./contract.ts";
import { endsContract } from "./ends-contract.ts";
import { outboxContract } from "./outbox-contract.ts";
import { inboxContract } from "./inbox-contract.ts";
import { ordersContract } from "./orders-contract.ts";
import { deliveryContract } from "./delivery-contract.ts";
import { headsContract } from "./heads-contract.ts";
import { keyContract } from "./key-contract.ts";
import { pickContract } from "./pick-contract.ts";
import { shareContract } from "./share-contract.ts";
import { webhookContract } from "./webhook-contract.ts";

const server = inject("postgres");

describe.skipIf(server === "")("PostgreSQL (skipped where no server can be started)", () => {
  const databases: { drop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
  const open = async (skew?: () => number): Promise<OpenStore> => {
    const database = await freshDatabase(server);
    databases.push(database);
    return openStore({ home: "unused", databaseUrl: database.url }, skew);
  };
  storeContract("PostgreSQL", open);
  pickContract("PostgreSQL", open);
  deliveryContract("PostgreSQL", open);
  headsContract("PostgreSQL", open);
  keyContract("PostgreSQL", open);
  endsContract("PostgreSQL", open);
  outboxContract("PostgreSQL", open);
  ordersContract("PostgreSQL", open);
  inboxContract("PostgreSQL", open);
  shareContract("PostgreSQL", open);
  webhookContract("PostgreSQL", open);
});
