import { memoryStore } from "#test/stores/memory-store.ts";
import { storeContract } from "./contract.ts";
import { pickContract } from "./pick-contract.ts";

storeContract("memory", async () => memoryStore());
pickContract("memory", async () => memoryStore());
