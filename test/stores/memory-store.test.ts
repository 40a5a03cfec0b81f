import { memoryStore } from "#test/stores/memory-store.ts";
import { storeContract } from "./contract.ts";
import { deliveryContract } from "./delivery-contract.ts";
import { headsContract } from "./heads-contract.ts";
import { keyContract } from "./key-contract.ts";
import { pickContract } from "./pick-contract.ts";

storeContract("memory", async () => memoryStore());
pickContract("memory", async () => memoryStore());
deliveryContract("memory", async () => memoryStore());
headsContract("memory", async () => memoryStore());
keyContract("memory", async () => memoryStore());
