import type { Server } from "node:http";

/** Has a server listen; where the port is taken, on one of the next `tries`. @throws Error where it may not */
export function listening(server: Server, host: string, port: number, tries = 0): Promise<void> {
  return new Promise((resolve, reject) => {
    const taken = (error: NodeJS.ErrnoException): void => {
      if (tries === 0 || error.code !== "EADDRINUSE") reject(error);
      else resolve(listening(server, host, port + 1, tries - 1));
    };
    server.once("error", taken);
    server.listen(port, host, () => {
      server.off("error", taken);
      resolve();
    });
  });
}

/** Where a server that listens is reached. */
export function addressOf(server: Server, host: string): string {
  const held = server.address();
  const port = typeof held === "object" && held !== null ? held.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
