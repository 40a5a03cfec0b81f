import { expect, it } from "vitest";
import { storeLog } from "#src/app/store-log.ts";

const AWAY = "PostgreSQL does not answer.";

it("tells of an outage once, however late something of it fails, and of the next one again", () => {
  const lines: string[] = [];
  const watch = storeLog((line) => lines.push(line.replace(/ after .*/u, "")));
  const gone = `The store cannot be used: ${AWAY} Talks tries again.`;
  watch("read", 0, AWAY);
  watch("write", 0, AWAY);
  watch("read", 0, undefined);
  expect(lines).toEqual([gone, "The store is back"]);
  // Begun a minute ago, when it was gone.
  watch("write", 60, AWAY);
  watch("read", 60, AWAY);
  expect(lines).toHaveLength(2);
  watch("read", 0, AWAY);
  watch("write", 0, undefined);
  expect(lines).toEqual([gone, "The store is back", gone, "The store is back"]);
});
