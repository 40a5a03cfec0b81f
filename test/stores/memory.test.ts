import { memoryStore } from "#stores/memory.ts";
import { storeContract } from "./contract.ts";

storeContract("memory", async () => memoryStore());
