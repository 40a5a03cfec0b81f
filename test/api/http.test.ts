import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it, onTestFinished } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { CLIENT, OF_2025 } from "./client.ts";
import { bearer, serving, type Serving } from "./serving.ts";

async function mcp({ address }: Serving, token: string): Promise<Client> {
  const client = new Client(CLIENT);
  const requestInit = { headers: bearer(token) };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`), { requestInit }));
  onTestFinished(() => client.close());
  return client;
}

it("serves the official client the desk of its token, and of no other", async () => {
  const s = await serving();
  await s.admin("W1", "desk library off");
  const client = await mcp(s, await s.token("W1"));
  const other = await mcp(s, await s.token("W2"));
  const ask = { name: "ask", arguments: { question: "where did they meet in april" } };
  expect((await client.callTool(ask)).structuredContent).toMatchObject({ answered: false, facts: [] });
  expect((await other.callTool(ask)).structuredContent).toMatchObject({ answered: true });
  await expect(client.readResource({ uri: "talks://fact/apr-city" })).rejects.toThrow();
  expect((await other.readResource({ uri: "talks://fact/apr-city" })).contents).toHaveLength(1);
});

it("serves a client of 2025 without a session", async () => {
  const s = await serving();
  const headers = { ...bearer(await s.token("W1")), ...OF_2025 };
  const body = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "read", arguments: { topic: "where" } },
  });
  const answered = await fetch(`${s.address}/mcp`, { method: "POST", headers, body });
  expect(answered.status).toBe(200);
  expect(await answered.text()).toContain('"answered":true');
});

it("answers by JSON, and tells that nothing changed until something does", async () => {
  const s = await serving();
  const headers = bearer(await s.token("W1"));
  const first = await s.get("/api/v1/read?topic=where", headers);
  expect(await first.json()).toMatchObject({ answered: true, facts: [{ id: "apr-city" }, { id: "apr-venue" }] });
  const tag = { ...headers, "if-none-match": first.headers.get("etag") ?? "" };
  expect((await s.get("/api/v1/read?topic=where", tag)).status).toBe(304);
  await s.admin("W1", "facts retract apr-venue reason:wrong");
  const then = await s.get("/api/v1/read?topic=where", tag);
  expect(await then.json()).toMatchObject({ facts: [{ id: "apr-city" }] });
});

it("tells a fact whole, with its history and without the people who changed it", async () => {
  const s = await serving();
  const headers = bearer(await s.token("W1"));
  await s.admin("W1", "facts retract apr-venue reason:wrong");
  await s.admin("W1", "facts restore apr-venue");
  const held = await (await s.get("/api/v1/facts/apr-venue", headers)).text();
  expect(JSON.parse(held)).toMatchObject({ id: "apr-venue", history: [{}, { what: "retract" }, { what: "restore" }] });
  expect(held).not.toContain("Ada");
  expect(await (await s.get("/api/v1/articles/ln24sa", headers)).json()).toMatchObject({ outlet: "ln24SA" });
  await s.admin("W1", "facts retract apr-venue reason:wrong");
  expect((await s.get("/api/v1/facts/apr-venue", headers)).status).toBe(404);
});

it("lets nobody in without a token, with one of before, or with a guess", async () => {
  const s = await serving();
  const token = await s.token("W1", "old one");
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await s.get("/api/v1/list", headers)).status;
  expect(await status({})).toBe(401);
  expect(await status(bearer(token))).toBe(200);
  for (const guess of [
    `${token}0`,
    token.toUpperCase(),
    token.slice(0, -1),
    "talks_",
    "null",
    "*",
    `${token}, ${token}`,
  ])
    expect([guess, await status(bearer(guess))]).toEqual([guess, 401]);
  await s.admin("W1", 'desk token remove "old one"');
  expect(await status(bearer(token))).toBe(401);
  await s.admin("W1", "facts undo");
  expect(await status(bearer(token))).toBe(200);
});

it("keeps the hash of a token and never the token, and shows it once", async () => {
  const s = await serving();
  const token = await s.token("W1", "Claude");
  await s.get("/api/v1/list", bearer(token));
  const list = await s.admin("W1", "desk token");
  const audit = await s.admin("W1", "facts audit");
  expect(list).toContain("Claude");
  expect(list).toContain("used last");
  const kept = JSON.stringify(
    await s.store.revisions(await s.store.desk({ platform: "test", id: "W1" }, Temporal.Now.instant()), 0),
  );
  for (const words of [list, audit, kept]) expect(words).not.toContain(token.slice(6));
});

it("refuses a second token of one name, and to remove one that is not there", async () => {
  const s = await serving();
  await s.token("W1", "Claude");
  expect(await s.admin("W1", "desk token add claude")).toContain("already");
  expect(await s.admin("W1", "desk token remove Codex")).toContain("There is no token");
  expect(await s.admin("W1", "desk token add")).toContain("Which token");
});

it("says when to come again to one that asks too often", async () => {
  const s = await serving();
  const headers = bearer(await s.token("W1"));
  const answers = await Promise.all(Array.from({ length: 130 }, () => s.get("/api/v1/list", headers)));
  const refused = answers.filter((a) => a.status === 429);
  expect(refused).toHaveLength(10);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await s.get("/api/v1/list", bearer(await s.token("W1", "another")))).status).toBe(200);
});

it.each([
  ["/api/v1/read", 400],
  ["/api/v1/read?topic=where&topic=when", 400],
  ["/api/v1/read?topic=nothing", 400],
  ["/api/v1/read?topic=where&tier=admin", 400],
  ["/api/v1/ask?question=", 400],
  ["/api/v1/ask?question=LONG", 400],
  ["/api/v1/facts/none", 404],
  ["/api/v1/facts/%E0%A4%A", 404],
  ["/api/v1/facts/a/b", 404],
  ["/api/v1/__proto__", 404],
  ["/api/v1/constructor", 404],
  ["/", 404],
  ["//", 400],
])("tells the problem of %s", async (path, status) => {
  const s = await serving();
  const answered = await s.get(path.replace("LONG", "a".repeat(5000)), bearer(await s.token("W1")));
  expect([answered.status, answered.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect(await answered.json()).toMatchObject({ type: "about:blank", status });
  expect(s.incidents).toEqual([]);
});

it.each([
  ["brief", /^“talks” is missing\.$/u],
  ["read", /^“topic” is missing\. It is one of these: who-led, where, /u],
  ["read?topic=nothing", /^“topic” is one of these: who-led, where, /u],
  ["read?topic=where&tier=admin", /^read has no argument “tier”\. It takes topic, .*talks/u],
  ["ask?question=", /^“question” is empty\.$/u],
  [`ask?question=${"a".repeat(2001)}`, /^“question” has at most 2000 characters\.$/u],
  ["changes?page=two", /^“page” is a whole number\.$/u],
  ["brief?round=first", /^“talks” is missing\. brief has no argument “round”\. It takes talks, as-of\.$/u],
])("says in plain words what is wrong with the arguments of %s", async (path, detail) => {
  const s = await serving();
  const answered = await s.get(`/api/v1/${path}`, bearer(await s.token("W1")));
  expect(await answered.json()).toMatchObject({ status: 400, detail: expect.stringMatching(detail) });
});

it("takes no other method, and no page of another site", async () => {
  const s = await serving();
  const headers = bearer(await s.token("W1"));
  expect((await fetch(`${s.address}/api/v1/list`, { method: "POST", headers })).status).toBe(405);
  expect((await s.get("/api/v1/list", { ...headers, origin: "https://evil.example" })).status).toBe(403);
  expect((await s.get("/api/v1/list", { ...headers, origin: "https://talks.example.org" })).status).toBe(200);
});

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly required: boolean; readonly example?: string }[];
  readonly responses: {
    readonly "200": {
      readonly content: {
        readonly "application/json": { readonly schema: { readonly $ref: string }; readonly example?: unknown };
      };
    };
  };
}

it("describes itself by OpenAPI with real answers as examples, and answers as it says", async () => {
  const s = await serving();
  const headers = bearer(await s.token("W1"));
  const document = (await (await s.get("/api/v1/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, { get: Operation }>;
    components: { schemas: Record<string, object> };
  };
  expect(document.openapi).toBe("3.1.0");
  expect(await new Validator().validate(structuredClone(document) as never)).toMatchObject({ valid: true });
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: "api", ...document });
  const fits = (name: string, value: unknown): string => {
    const check = ajv.getSchema(`api#/components/schemas/${name}`);
    return check?.(value) === true ? "fits" : ajv.errorsText(check?.errors);
  };
  for (const [path, { get }] of Object.entries(document.paths)) {
    const given = Object.fromEntries(get.parameters.flatMap((p) => (p.required ? [[p.name, p.example ?? ""]] : [])));
    const { id = "", ...query } = given;
    const at = path.includes("{id}") ? path.replace("{id}", id) : path;
    const asked = path.includes("{id}") ? query : given;
    const answered = await s.get(`${at}?${new URLSearchParams(asked).toString()}`, headers);
    const { schema, example } = get.responses["200"].content["application/json"];
    const told: unknown = await answered.json();
    expect([path, answered.status, fits(schema.$ref.split("/").at(-1) ?? "", told)]).toEqual([path, 200, "fits"]);
    // Only what tells something else as time goes by has no example.
    expect([path, example]).toEqual([path, path.endsWith("/changes") ? undefined : told]);
  }
  expect(fits("Problem", await (await s.get("/api/v1/none", headers)).json())).toBe("fits");
  expect(fits("Fact", {})).not.toBe("fits");
});

it.each([
  ["/api/v1/ask?question=where", undefined],
  ["/api/v1/facts/apr-city", undefined],
  ["/mcp", { method: "tools/call", params: { name: "ask", arguments: { question: "where did they meet" } } }],
  ["/mcp", { method: "tools/call", params: { name: "search", arguments: { query: "where did they meet" } } }],
  ["/mcp", { method: "resources/read", params: { uri: "talks://fact/apr-city" } }],
])("reads the desk once for one request: %s %j", async (path, message) => {
  const s = await serving();
  const headers = { ...bearer(await s.token("W1")), ...OF_2025 };
  let reads = 0;
  const [revisions, heads] = [s.store.revisions.bind(s.store), s.store.heads.bind(s.store)];
  s.store.revisions = (...asked) => ((reads += 1), revisions(...asked));
  s.store.heads = (...asked) => ((reads += 1), heads(...asked));
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, ...message });
  const answered = await fetch(
    s.address + path,
    message === undefined ? { headers } : { method: "POST", headers, body },
  );
  expect([answered.status, reads]).toEqual([200, 1]);
  expect(await answered.text()).toContain("Istanbul");
});

it("has no examples where no sample is shipped", async () => {
  const s = await serving({ library: EMPTY_LIBRARY });
  const document = await (await s.get("/api/v1/openapi.json")).text();
  expect(document).toContain('"operationId":"ask"');
  expect(document).not.toContain('"example"');
});
