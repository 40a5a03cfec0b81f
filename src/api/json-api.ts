import type { IncomingMessage, ServerResponse } from "node:http";
import type { Session } from "#core/answer/answer.ts";
import type { Asker } from "#core/request/asker.ts";
import { argumentProblem } from "./argument-problem.ts";
import { askDesk } from "./ask-desk.ts";
import { heldArticle, heldFact } from "./held.ts";
import { withPage } from "./page-of.ts";
import { problem, send } from "./problem.ts";
import { readsOf } from "./reads.ts";

/** Where the JSON API is. */
export const API = "/api/v1/";

/** Reads that tell something else as time goes by, also where the desk did not change. */
const OF_THE_MOMENT = new Set(["changes"]);

/** Answers one request of a program that was let in. `url` is under `API`. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { session, asker }: { readonly session: Session; readonly asker: Asker },
): Promise<void> {
  if (request.method !== "GET")
    return problem(response, 405, "Only GET: nothing can be changed here.", { allow: "GET" });
  const [name = "", id, ...more] = url.pathname.slice(API.length).split("/").map(decoded);
  if (more.length > 0) return problem(response, 404, "There is nothing at that address.");
  if (id !== undefined) {
    const snapshot = await session.desk.whole();
    const held =
      name === "facts" ? heldFact(id, snapshot) : name === "articles" ? heldArticle(id, snapshot) : undefined;
    return held === undefined
      ? problem(response, 404, "The desk holds nothing by that id.")
      : tagged(request, response, versionOf(snapshot), async () =>
          name === "facts" ? (await withPage([held], session))[0] : held,
        );
  }
  const snapshot = await session.desk.snapshot();
  const reads = readsOf(session.commands);
  const read = reads.find((r) => r.name === name);
  if (read === undefined)
    return problem(response, 404, `There is no read of that name. There are: ${reads.map((r) => r.name).join(", ")}.`);
  const twice = [...url.searchParams.keys()].find((key, i, all) => all.indexOf(key) !== i);
  if (twice !== undefined) return problem(response, 400, `“${twice}” is given twice.`);
  const given = numbered(Object.fromEntries(url.searchParams));
  const asked = read.input.safeParse(given);
  if (!asked.success) {
    const problems = asked.error.issues.map((issue) => argumentProblem(issue, read, given));
    return problem(response, 400, problems.join(" "));
  }
  const answer = (): Promise<unknown> => askDesk(read, asked.data, { session, asker, reads });
  if (OF_THE_MOMENT.has(name)) return send(response, 200, await answer());
  return tagged(request, response, versionOf(snapshot), answer);
}

/** Sends the answer with the desk's version as its tag. One that has it already is told so. */
async function tagged(
  request: IncomingMessage,
  response: ServerResponse,
  version: string,
  answer: () => Promise<unknown>,
): Promise<void> {
  const etag = `"${version}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else send(response, 200, await answer(), { etag });
}

function versionOf({ own, library }: Awaited<ReturnType<Session["desk"]["snapshot"]>>): string {
  return `${library.version}.${own.version}`;
}

/** An address has words alone: whole numbers are read as numbers. */
function numbered(values: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === "page" && /^\d{1,6}$/u.test(value) ? Number(value) : value,
    ]),
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
