import type { Posting } from "#core/reply/posting.ts";
import { commands } from "#commands/index.ts";
import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { Digests } from "#core/digest/digests.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import type { Paint } from "#core/chat/paint.ts";
import type { Host } from "#core/chat/platform.ts";
import type { Quoted } from "#core/reply/reply.ts";
import type { DeskKey, Store } from "#core/desk/store.ts";
import { defined } from "#core/text/defined.ts";
import { deliveriesOf } from "#src/app/deliveries.ts";
import { memoryDigests } from "#test/stores/memory-digests.ts";
import { memoryStore } from "#test/stores/memory-store.ts";
import { library as shipped, locales } from "#test/desk.ts";

/** A host for a platform under test, and what the platform told it. */
export interface Hosted {
  readonly host: Host;
  readonly desks: Desks;
  readonly store: Store;
  readonly shown: { readonly platform: string; readonly posting: Posting; readonly facts: readonly Quoted[] }[];
  readonly left: DeskKey[];
  /** Each call, with the workspaces that it named. */
  readonly back: (readonly DeskKey[])[];
  readonly lines: string[];
  /** Defects; a test that expects none checks that it is empty. */
  readonly incidents: unknown[];
}

export async function hosted(
  store: Store = memoryStore(),
  library = shipped,
  { site, paint }: { readonly site?: string | undefined; readonly paint?: Paint | undefined } = {},
): Promise<Hosted> {
  const clock = { now: () => Temporal.Now.instant() };
  const loaded = await openLibrary(library, store, clock);
  let tokens = 0;
  const token = (length: number): string => `t${(tokens += 1)}`.padEnd(length, "x");
  const desks = new Desks({ store, library: loaded, clock, token });
  const scope = ({ platform, id }: DeskKey): string => `place ${platform} ${id}`;
  const lists = { shown: [], left: [], back: [], lines: [], incidents: [] } as Pick<
    Hosted,
    "shown" | "left" | "back" | "lines" | "incidents"
  >;
  const digests = memoryDigests();
  const host: Host = {
    commands,
    ...defined({ paint }),
    locales: () => locales,
    clock,
    library: new ReadOnlyDesk(loaded),
    desk: (key) => desks.open(key),
    digests: (workspace, poster) => new Digests(digests, workspace, poster),
    token,
    ...(site === undefined
      ? {}
      : {
          site,
          published: async (address: string) => {
            const url = URL.parse(address);
            return url?.origin === site ? desks.published(url.pathname) : undefined;
          },
        }),
    incident: (defect) => {
      lists.incidents.push(defect);
      return `i${lists.incidents.length}`;
    },
    stash: {
      async put(workspace, content) {
        const name = token(20);
        await store.stash.put(scope(workspace), name, content, clock.now().add({ hours: 24 }));
        return name;
      },
      get: (workspace, name) => store.stash.get(scope(workspace), name, clock.now()),
    },
    secrets: {
      put: (name, content, until) => store.stash.put("secret", name, content, until),
      get: (name) => store.stash.get("secret", name, clock.now()),
      names: () => store.stash.tokens("secret", clock.now()),
      pop: (name) => store.stash.pop("secret", name, clock.now()),
    },
    deliveries: deliveriesOf(store, clock),
    async remember(platform, posting, { facts }) {
      if (facts.length > 0) lists.shown.push({ platform, posting, facts });
    },
    left: async (key) => void lists.left.push(key),
    back: async (platform, ids) => void lists.back.push(ids.map((id) => ({ platform, id }))),
    log: (line) => void lists.lines.push(line),
  };
  return { host, desks, store, ...lists };
}
