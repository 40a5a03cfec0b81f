import type { PostgresPool } from "kysely";
import type pg from "pg";

/**
 * A pool that gives up a connection whose server did not answer within the client's `query_timeout`: pg alone would
 * hand it out again, and the next query would wait behind the lost one (a network that swallows packets does not end a
 * connection for a quarter of an hour).
 */
export function impatient(pool: pg.Pool): PostgresPool {
  const connect = async (): Promise<object> => {
    const client = await pool.connect();
    let late = false;
    return {
      async query(text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
        if (late) throw new Error("the connection was ended: timeout");
        try {
          return await client.query(text, [...parameters]);
        } catch (error) {
          late = error instanceof Error && error.message === "Query read timeout";
          throw error;
        }
      },
      release: (destroy?: boolean): void => client.release(late || destroy === true),
    };
  };
  return { connect, end: () => pool.end(), options: pool.options } as PostgresPool;
}
