import { expect, it } from "vitest";
import { clientOf } from "./client.ts";
import { bearer, serving, type Serving } from "./serving.ts";

const LINK = /https:\/\/talks\.example\.org(\/f\/[a-z0-9]+\/[a-z0-9-]+\/[0-9a-f]{32})/u;

/** The path of a fact's page, as an answer in this workspace links it; empty where it links none. */
async function pathOf(s: Serving, id: string, workspace = "W1"): Promise<string> {
  return LINK.exec(await s.admin(workspace, `talks fact ${id}`))?.[1] ?? "";
}

async function open(): Promise<Serving> {
  const s = await serving();
  await s.admin("W1", "desk pages on");
  return s;
}

it("shows a fact to those who have its link, and to nobody else", async () => {
  const s = await open();
  const shown = await s.get(await pathOf(s, "apr-city"));
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const html = await shown.text();
  for (const words of ["Istanbul", "ln24SA", "¶", "History", "Shipped with Talks"]) expect(html).toContain(words);
  expect(html).toContain('<meta property="og:title"');
  expect(html).toContain('<meta property="og:description"');
});

it("runs, loads, frames and sends nothing from a page, and is listed by no search engine", async () => {
  const s = await open();
  const { headers } = await s.get(await pathOf(s, "apr-city"));
  expect(headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u,
  );
  expect(headers.get("x-robots-tag")).toBe("noindex");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

it("answers everything else alike", async () => {
  const s = await open();
  const city = await pathOf(s, "apr-city");
  const venue = await pathOf(s, "apr-venue");
  const swapped = city.replace("apr-city", "apr-venue");
  const off = await serving();
  const others = [
    swapped,
    `${city.slice(0, -1)}${city.endsWith("0") ? "1" : "0"}`,
    `${city}/`,
    "/f/",
    "/f/x/apr-city/y",
  ];
  const bodies = await Promise.all(
    [...others, city.replace("/f/", "/f/x"), "/f/__proto__/constructor/x"].map(async (path) => {
      const answered = await s.get(path);
      return [answered.status, await answered.text()];
    }),
  );
  const elsewhere = await off.get(venue);
  bodies.push([elsewhere.status, await elsewhere.text()]);
  expect(new Set(bodies.map((b) => JSON.stringify(b))).size).toBe(1);
  expect(bodies[0]?.[0]).toBe(404);
  expect((await fetch(`${s.address}${city}`, { method: "POST" })).status).toBe(405);
  expect(await (await fetch(`${s.address}${city}`, { method: "HEAD" })).text()).toBe("");
});

it("takes all pages down, gives new links when they are allowed again, and old ones back by undo", async () => {
  const s = await open();
  const first = await pathOf(s, "apr-city");
  await s.admin("W1", "desk pages off");
  expect((await s.get(first)).status).toBe(404);
  expect(await pathOf(s, "apr-city")).toBe("");
  await s.admin("W1", "facts undo");
  expect((await s.get(first)).status).toBe(200);
  await s.admin("W1", "desk pages off");
  await s.admin("W1", "desk pages on");
  expect((await s.get(first)).status).toBe(404);
  expect((await s.get(await pathOf(s, "apr-city"))).status).toBe(200);
});

it("says that nothing changed until the fact does, whatever else of the desk changes", async () => {
  const s = await open();
  const path = await pathOf(s, "apr-city");
  const etag = (await s.get(path)).headers.get("etag") ?? "";
  await s.admin("W1", "facts retract apr-venue reason:wrong");
  expect((await s.get(path, { "if-none-match": etag })).status).toBe(304);
  await s.admin("W1", "facts lock apr-city");
  expect((await s.get(path, { "if-none-match": etag })).status).toBe(200);
});

it("says of a retracted fact that it was retracted, and no more of it", async () => {
  const s = await open();
  const path = await pathOf(s, "apr-city");
  await s.admin("W1", "facts retract apr-city reason:wrong");
  const gone = await s.get(path);
  expect(gone.status).toBe(410);
  const html = await gone.text();
  expect(html).toContain("This fact was retracted");
  expect(html).not.toMatch(/Istanbul|ln24SA|wrong/u);
  await s.admin("W1", "facts restore apr-city");
  expect((await s.get(path)).status).toBe(200);
});

it("escapes what sources say, and links no address but the web's", async () => {
  const s = await open();
  const nasty = `<script>alert(1)</script> "x" onload='y' & \`z\``;
  const added = await s.admin(
    "W1",
    `facts add note remark:${JSON.stringify(nasty)} source:"new: <b>Gazette</b>" paragraph:1 excerpt:${JSON.stringify(nasty)} talks:second`,
  );
  const id = /"id":"(f\d+)"/u.exec(added)?.[1] ?? added;
  const html = await (await s.get(await pathOf(s, id))).text();
  expect(html).toContain("&#60;script&#62;");
  const tags = [...html.matchAll(/<(\/?[a-z!][a-z0-9]*)/giu)].map(([, tag]) => tag);
  expect(tags.filter((tag) => /script|^b$/iu.test(tag ?? ""))).toEqual([]);
  expect(html).not.toMatch(/\son[a-z]+=/iu);
});

it("tells nothing of other facts, of people, or of the desk", async () => {
  const s = await open();
  await s.admin("W1", "facts dispute apr-city with:apr-venue reason:hidden");
  const html = await (await s.get(await pathOf(s, "apr-city"))).text();
  expect(html).toContain("This fact is disputed.");
  expect(html).not.toMatch(/Ada|hidden|apr-venue|apr-city|W1/u);
});

it("links pages from answers where they are allowed, and from no other desk's", async () => {
  const s = await open();
  expect(await s.admin("W1", "talks where second")).toMatch(LINK);
  expect(await s.admin("W2", "talks where second")).not.toMatch(LINK);
  expect(await s.admin("W1", "facts history apr-city")).not.toMatch(LINK);
});

it("needs no token, and lets nobody in with one", async () => {
  const s = await open();
  const path = await pathOf(s, "apr-city");
  expect((await s.get(path, bearer("talks_wrong"))).status).toBe(200);
  expect((await s.get("/f/x/y/z", bearer(await s.token("W1")))).status).toBe(404);
});

it("shows one address no more than so many pages a minute", async () => {
  const s = await open();
  const statuses = await Promise.all(Array.from({ length: 610 }, async () => (await s.get("/f/x")).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

it("gives programs the address of each fact's page too", async () => {
  const s = await open();
  const headers = bearer(await s.token("W1"));
  const path = await pathOf(s, "apr-city");
  const page = `https://talks.example.org${path}`;
  expect(await (await s.get("/api/v1/read?topic=where", headers)).json()).toMatchObject({ facts: [{ page }, {}] });
  expect(await (await s.get("/api/v1/facts/apr-city", headers)).json()).toMatchObject({ page });
  const desk = await s.host.desk({ platform: "test", id: "W1" });
  const client = await clientOf({
    commands: s.host.commands,
    clock: s.host.clock,
    token: (length) => s.host.token(length),
    incident: (defect) => s.host.incident(defect),
    desk,
    site: "https://talks.example.org",
  });
  const fetched = await client.callTool({ name: "fetch", arguments: { id: "apr-city" } });
  expect(fetched.structuredContent).toMatchObject({ url: page });
  await s.admin("W1", "desk pages off");
  expect(await (await s.get("/api/v1/facts/apr-city", headers)).json()).not.toHaveProperty("page");
});

it.each([
  ["tr", "tr-TR,tr;q=0.9,en;q=0.8", ["Nerede: ", "Kaynaklar", "Geçmiş", "Talks ile geldi"]],
  ["ru", "de, ru;q=0.7, en;q=0.3", ["Где: ", "Источники", "История", "Поставлен с Talks"]],
  ["en", "en-GB, tr;q=0.5", ["Sources", "History", "Shipped with Talks"]],
  ["en", "tr;q=0, de", ["Sources"]],
])("is in %s where a browser asks for %s, under a tag of its own", async (lang, accepted, words) => {
  const s = await open();
  const path = await pathOf(s, "apr-city");
  const page = await s.get(path, { "accept-language": accepted });
  const html = await page.text();
  expect(html).toContain(`<html lang="${lang}">`);
  for (const one of words) expect(html).toContain(one);
  expect(page.headers.get("vary")).toBe("accept-language");
  const english = await s.get(path);
  expect(english.headers.get("etag") === page.headers.get("etag")).toBe(lang === "en");
  const none = await s.get("/f/nothing", { "accept-language": accepted });
  expect([none.status, (await none.text()).includes(`<html lang="${lang}">`)]).toEqual([404, true]);
});
