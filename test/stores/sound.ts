import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What SQLite's own check finds wrong with a folder's database; empty where it is sound. */
export function sound(home: string): readonly string[] {
  const db = new DatabaseSync(join(home, "talks.sqlite"));
  const rows = db.prepare("pragma integrity_check").all();
  db.close();
  return rows.map((r) => String(r["integrity_check"])).filter((line) => line !== "ok");
}
