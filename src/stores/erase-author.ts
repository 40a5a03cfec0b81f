import type { Author, Erasing } from "#core/desk/store.ts";
import { defined } from "#core/text/defined.ts";
import { insert, lockedVersion } from "./append.ts";
import { forgetIn } from "./outbox/person-rows.ts";
import type { Database } from "./sql/database.ts";

/** See `Store.erase`: all of it in one transaction, so that a person is not half erased where the process dies. */
export function eraseAuthor(
  database: Database,
  desk: number,
  { platform, id }: Pick<Author, "platform" | "id">,
  token: string,
  erasing?: Erasing,
): Promise<number> {
  return database.write(async (tx) => {
    const base = await lockedVersion(tx, desk, database.engine.name);
    const row = await tx
      .updateTable("author")
      .set({ external: token, name: token })
      .where("desk", "=", desk)
      .where("platform", "=", platform)
      .where("external", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (row === undefined) return 0;
    const { times } = await tx
      .selectFrom("revision")
      .where("desk", "=", desk)
      .where("author", "=", row.id)
      .select((e) => e.fn.countAll<number | string>().as("times"))
      .executeTakeFirstOrThrow();
    if (erasing !== undefined) {
      const { by, at, workspace, tongue } = erasing;
      const heir = { id: by.id, ...defined({ tongue }) };
      const changes = [{ subject: `author/${token}`, kind: "erase", after: null }] as const;
      await insert(tx, { desk, base, by, at, changes });
      if (workspace.platform === platform) await forgetIn(tx, { platform, workspace: workspace.id, user: id }, heir);
    }
    return Number(times);
  });
}
