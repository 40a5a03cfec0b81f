import { expect, it } from "vitest";
import { servers, type TestServer } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();
const venue = (server: TestServer, said: string) =>
  server.say(`facts add venue talks:second ${said} source:"new: Zed" paragraph:2`);

it.each([
  ["a district", 'city:"Beyoğlu"'],
  ["a suburb", 'city:"Kadıköy"'],
  ["an island", 'city:"Büyükada"'],
  ["islands by what they are", `city:"Princes' Islands"`],
  ["a country", "city:Türkiye"],
  ["a former name", "city:Constantinople"],
  ["a name in a language that is not known", "city:Konstantiniyye"],
  ["a street", 'place:"Istiklal Avenue"'],
  ["a street in another language", 'place:"İstiklal Caddesi"'],
  ["what may be a part of the city", "place:Beyoğlu"],
])("never says that sources differ by the place of the words alone, but asks: %s", async (_, said) => {
  const server = await newsroom();
  const added = await venue(server, said);
  expect(added.text).not.toContain("differ:");
  expect(added.text).toContain("Can both be right? The desk holds: The talks were held ");
  expect((await server.say("disputes talks:second")).text).not.toContain("Zed");
  const differ = await server.press(added, /^They differ/u);
  expect(differ.text).toContain("Marked as disputed");
  expect((await server.say("disputes talks:second")).text).toContain("Zed");
});

it("joins a place where a moderator says that it is the same, in its own words", async () => {
  const server = await newsroom();
  const { text } = await server.press(await venue(server, "city:Constantinople"), /^They say the same/u);
  expect(text).toContain("“Istanbul” (ln24SA); “Constantinople” (Zed)");
});

it.each([
  ["its city after a comma", 'city:"new: Beyoğlu, Istanbul"'],
  ["its city as the place", "place:Istanbul"],
])("finds a place consistent that names the city: %s", async (_, said) => {
  const { text } = await venue(await newsroom(), said);
  expect(text).not.toMatch(/differ:|Can both be right/u);
});

it.each(["Ankara", "Geneva", "Cenevre", "Riyadh", "Эр-Рияд", "Oslo", "New York"])(
  "says that sources differ on two cities: %s",
  async (city) => {
    expect((await venue(await newsroom(), `city:"new: ${city}"`)).text).toContain("Sources differ:");
  },
);

it.each([
  "the consulate in Beyoğlu",
  "Generalkonsulat Russlands in Istanbul",
  "consulat général de Russie à Istanbul",
  "Rus Başkonsolosluğu, Beyoğlu",
])("asks whether a mission is the one that is held: %s", async (place) => {
  const asked = await venue(await newsroom(), `place:"${place}"`);
  expect(asked.refusal?.buttons.map((b) => b.label)).toContain("New place");
});

it("says in the dry run of an import which place a new one stands beside", async () => {
  const server = await newsroom();
  const file = "talks,slot,source,paragraph,city\nsecond,venue,new: Zed,2,Beyoğlu\n";
  const { text } = await server.ask({ path: ["facts", "import"], values: { file } });
  expect(text).toContain("Near apr-");
  expect(text).not.toContain("Differs");
});
