import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, it, onTestFinished } from "vitest";
import { CLIENT } from "./client.ts";
import { bearer, serving, type Serving } from "./serving.ts";

const LED = { slot: "led", side: "us", source: "new: The Gazette", paragraph: 4, fields: { leader: "Ann Example" } };

async function program({ address }: Serving, token: string): Promise<Client> {
  const client = new Client(CLIENT);
  const requestInit = { headers: bearer(token) };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`), { requestInit }));
  onTestFinished(() => client.close());
  return client;
}

async function suggesting(workspace: string): Promise<{ s: Serving; suggest: (args: object) => Promise<string> }> {
  const s = await serving();
  const client = await program(s, await s.token(workspace, "Claude", "may:suggest"));
  return {
    s,
    async suggest(args) {
      const { structuredContent } = await client.callTool({ name: "suggest", arguments: { ...LED, ...args } });
      return JSON.stringify(structuredContent);
    },
  };
}

it("lets a program suggest only where an admin allowed it", async () => {
  const s = await serving();
  const reading = await program(s, await s.token("W1", "Reader"));
  expect((await reading.listTools()).tools.map((t) => t.name)).not.toContain("suggest");
  const refused = await reading.callTool({ name: "suggest", arguments: LED }).then(
    (answered) => answered.isError === true,
    () => true,
  );
  expect(refused).toBe(true);
  const allowed = await program(s, await s.token("W1", "Claude", "may:suggest"));
  const tool = (await allowed.listTools()).tools.find((t) => t.name === "suggest");
  expect(tool?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: false });
  expect(await s.admin("W1", "desk token")).toContain("it may suggest");
});

it("puts what a program suggests into the queue, and makes no fact of it", async () => {
  const { s, suggest } = await suggesting("W1");
  expect(await suggest({ fields: { name: "Ann Example" } })).toContain('"queued":false');
  expect(await suggest({ fields: { person: "new: Ann Example" } })).toContain('"queued":true');
  const queue = await s.admin("W1", "facts review");
  expect(queue).toContain("Ann Example");
  expect(queue).toContain("Claude");
  expect(await s.admin("W1", "talks who-led side:us")).not.toContain("Ann Example");
  expect(await s.admin("W2", "facts review")).not.toContain("Ann Example");
});

it.each([
  ["a kind of fact that there is not", { slot: "weather" }, "weather"],
  ["no field of its kind", { fields: {} }, "missing"],
  ["a round that is not held", { talks: "the ninth round in Paris" }, "ninth"],
  ["a field that its kind does not have", { fields: { person: "Sonata Coulter", colour: "red" } }, "colour"],
  [
    "a field that names a place of its own in the call",
    { fields: { person: "Sonata Coulter", submitted: "x" } },
    "submitted",
  ],
  ["a name that is like a held one", { fields: { person: "Sonatta Coulter" } }, "Sonata Coulter"],
])("says what is wrong with %s, and keeps nothing", async (_, wrong, said) => {
  const { s, suggest } = await suggesting("W1");
  const told = await suggest({ fields: { person: "Sonata Coulter" }, ...wrong });
  expect(told).toContain('"queued":false');
  expect(told).toContain(said);
  expect(await s.admin("W1", "facts review")).not.toContain("Gazette");
});
