import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A network between Talks and a PostgreSQL server that fails as networks do. */
export interface Proxy {
  readonly url: string;
  /**
   * What becomes of the next packet with a commit in it: `pass`; `lose answer` lets it through and ends the connection
   * before the server's answer; `lose` ends the connection before the server sees it. Both affect one commit, then all
   * pass. `cut`: as `lose answer` for each commit, and no new connection comes through.
   */
  commits: "pass" | "lose answer" | "lose" | "cut";
  /** Packets of the connections that are open now go nowhere from here on; new connections come through. */
  swallow(): void;
  close(): Promise<void>;
}

export async function startProxy(server: string): Promise<Proxy> {
  const { hostname, port } = new URL(server);
  const open = new Set<Socket>();
  const listening = createServer((client) => {
    if (proxy.commits === "cut") return void client.destroy();
    const upstream = connect(Number(port || 5432), hostname);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    let silent = false;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", end).on("close", () => {
        open.delete(socket);
        end();
      });
    }
    client.on("swallow", () => (silent = true));
    let losing = false;
    client.on("data", (data) => {
      if (silent) return;
      if (proxy.commits !== "pass" && /\bcommit\0/u.test(data.toString("latin1"))) {
        const fate = proxy.commits;
        if (fate !== "cut") proxy.commits = "pass";
        if (fate === "lose") return end();
        losing = true;
      }
      upstream.write(data);
    });
    upstream.on("data", (data) => {
      if (losing) end();
      else if (!silent) client.write(data);
    });
  }).listen(0, "127.0.0.1");
  await once(listening, "listening");
  const url = new URL(server);
  url.port = String((listening.address() as AddressInfo).port);
  const proxy: Proxy = {
    url: url.href,
    commits: "pass",
    swallow: () => {
      for (const socket of open) socket.emit("swallow");
    },
    async close() {
      for (const socket of open) socket.destroy();
      listening.close();
      await once(listening, "close");
    },
  };
  return proxy;
}
