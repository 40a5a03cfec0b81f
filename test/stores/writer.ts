import { openStore } from "#stores/open.ts";

// A moderator in a process of its own: appends without end, and prints each revision's number once it is acknowledged.
const [location = "", name = "w"] = process.argv.slice(2);
const store = await openStore(
  location.startsWith("postgres:") ? { home: "unused", databaseUrl: location } : { home: location },
);
const desk = await store.desk({ platform: "test", id: "busy" }, Temporal.Now.instant());
process.stdout.write("ready\n");
for (let i = 0; ; i += 1) {
  const base = await store.version(desk);
  const change = { subject: `fact/${name}-${i}`, kind: "add", after: JSON.stringify({ i }) } as const;
  const by = { platform: "test", id: name, name };
  const done = await store.append(desk, base, by, Temporal.Now.instant(), [
    change,
    { ...change, subject: `${change.subject}-b` },
  ]);
  if (done.kind === "appended") for (const r of done.revisions) process.stdout.write(`${r.number} ${r.subject}\n`);
}
