import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./table.ts";

// npx node test/countries/write.ts && npx oxfmt
const path = join(import.meta.dirname, "..", "..", "src", "core", "facts", "countries.json");
writeFileSync(path, `${JSON.stringify(table(), null, 2)}\n`);
