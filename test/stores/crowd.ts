import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { planAdd, type Added } from "#core/changes/add.ts";
import { openStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";

// Ten moderators in one process, each adding the same facts at once as the ten of another process: `url who`.
const [url = "", who = ""] = process.argv.slice(2);
const clock = { now: () => Temporal.Now.instant() };
const store = await openStore({ home: "unused", databaseUrl: url });
const desks = new Desks({
  store,
  clock,
  library: await openLibrary(library, store, clock),
  token: (n) => "t".repeat(n),
});
const FACTS = 8;

async function moderate(name: string): Promise<readonly string[]> {
  const desk = await desks.open({ platform: "test", id: "crowd" });
  const done: string[] = [];
  for (let i = 0; i < FACTS; i += 1) {
    const outcome = await desk.change<Added>({ platform: "test", id: name, name }, (snapshot) =>
      planAdd(
        {
          talks: "istanbul-april",
          slot: "outcome",
          fields: { result: `agreement number ${i}` },
          as: {},
          // Everybody cites a paragraph of their own, so that each adding is one more citation of one fact.
          citing: {
            source: "new: Crowd Times",
            paragraph: 1 + i * 100 + Number(name.replace(/\D/gu, "")),
            address: "https://crowd.example/1",
          },
        },
        "moderator",
        snapshot,
      ),
    );
    done.push(
      outcome.kind === "done" ? `${outcome.result.how} ${outcome.result.id}` : `refused ${outcome.refusal.message}`,
    );
  }
  return done;
}

const all = await Promise.all(Array.from({ length: 10 }, (_, i) => moderate(`m${who === "a" ? i : i + 10}`)));
process.stdout.write(`${JSON.stringify(all.flat())}\n`);
await store.close();
