import { expect, it } from "vitest";
import { servers, type Heard } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();

const labels = ({ refusal }: Heard): readonly string[] => refusal?.buttons.map((b) => b.label) ?? [];

const led = (person: string): string =>
  `facts add led talks:second side:russia person:"${person}" source:"new: Coast Herald" paragraph:2`;

it.each([
  ["G08, a patronymic", "Alexander Nikitich Darchiev"],
  ["G08, a title", "Ambassador Alexander Darchiev"],
  ["a title and the surname", "Ambassador Darchiev"],
  ["a title in Turkish", "Büyükelçi Aleksandr Darçiyev"],
  ["a title in Russian", "посол Александр Дарчиев"],
  ["the surname first", "Darchiev, Alexander"],
  ["a patronymic in Russian, the surname first", "Дарчиев Александр Никитич"],
  ["initials", "A. N. Darchiev"],
  ["another spelling of the same sounds", "Aleksandr Darciev"],
  ["a German spelling", "Alexander Dartschijew"],
  ["a Polish spelling", "Aleksandr Darczijew"],
  ["the surname in another script", "Дарчиев"],
  ["the surname with another first name", "Oleg Darchiev"],
])("asks whose name it is: %s", async (_, name) => {
  const server = await newsroom();
  const asked = await server.say(led(name));
  expect(asked.text).toContain("but knows Alexander Darchiev");
  expect(labels(asked)).toEqual(expect.arrayContaining(["A spelling of Alexander Darchiev", "New person"]));
  const joined = await server.press(asked, /A spelling of Alexander Darchiev/u);
  expect(joined.text).toMatch(/^Joined a fact/u);
  expect(joined.text).toContain(`“${name}” (Coast Herald)`);
  // The answer is remembered.
  const again = await server.say(led(name).replace("Coast Herald", "Harbour Times"));
  expect(again.text).toMatch(/^Joined a fact/u);
});

it.each(["Ambassador Alexander Darchiev", "Aleksandr Darciev"])(
  "takes %s for another person when told so",
  async (name) => {
    const server = await newsroom();
    const added = await server.press(await server.say(led(name)), /New person/u);
    expect(added.text).toContain("Sources differ");
    expect(added.text).toContain(name);
  },
);

it.each(["Ambassador Darchiev", "Alexander Nikitich Darchiev", "Darchiev A."])(
  "offers whom a reader may mean by %s",
  async (name) => {
    const server = await newsroom();
    const asked = await server.say(`who "${name}"`);
    expect(asked.text).toContain("Alexander Darchiev");
  },
);

it("asks about a name in a script that it cannot compare", async () => {
  const server = await newsroom();
  const asked = await server.say(led("دارتشيف"));
  expect(asked.text).toContain("in a script that Talks cannot compare");
  expect(labels(asked)).toContain("New person");
});

it.each(["Maria Vladimirovna Petrova", "Sir Alan Whitcombe", "Ольга Ким"])(
  "knows that %s is like nobody",
  async (name) => {
    const server = await newsroom();
    const added = await server.say(
      `facts add attended talks:second side:us person:"${name}" source:"new: Coast Herald" paragraph:2`,
    );
    expect(added.text).toMatch(/^Added to/u);
  },
);

it.each([
  ["in Turkish", "Rusya'nın İstanbul Başkonsolosluğu"],
  ["in Russian", "Генеральное консульство России в Стамбуле"],
  ["in other English words", "Russia's consulate in Istanbul"],
])("asks about the same building %s", async (_, building) => {
  const server = await newsroom();
  const asked = await server.say(
    `facts add venue talks:second place:"${building}" source:"new: Coast Herald" paragraph:2`,
  );
  expect(labels(asked).join()).toMatch(/A spelling of .*Consulate.*New place/iu);
});

it.each(["Istanbul", "İstanbul", "Стамбул"])(
  "says that a building and its city can both be right: %s",
  async (city) => {
    const server = await newsroom();
    const added = await server.say(
      `facts add venue talks:second place:"${city}" source:"new: Coast Herald" paragraph:2`,
    );
    const said = labels(added).includes("A spelling of Istanbul")
      ? await server.press(added, /A spelling of Istanbul/u)
      : added;
    expect(said.text).not.toContain("Sources differ");
  },
);

it.each(["place:Istanbul", "city:Istanbul", "city:Стамбул"])(
  "finds a building and its city consistent, whichever round: %s",
  async (city) => {
    const server = await newsroom();
    for (const round of ["first", "second"]) {
      const added = await server.say(`facts add venue talks:${round} ${city} source:"new: Zed" paragraph:2`);
      expect(added.text).not.toContain("This is a disagreement");
      expect((await server.say(`disputes talks:${round}`)).text).not.toContain("Zed");
    }
  },
);

it.each(["Ankara", "the Russian embassy in Ankara", "Çırağan Palace"])(
  "shows another place as a disagreement: %s",
  async (place) => {
    const server = await newsroom();
    const added = await server.say(`facts add venue talks:second place:"${place}" source:"new: Zed" paragraph:2`);
    expect(added.text).toContain("Sources differ");
  },
);

it.each(["دارتشيف", "ダルチエフ", "다르치예프"])(
  "offers known people for a name in a script that it does not read: %s",
  async (name) => {
    const server = await newsroom();
    const asked = await server.say(led(name));
    expect(labels(asked)).toEqual(expect.arrayContaining(["A spelling of Alexander Darchiev", "New person"]));
    const joined = await server.press(asked, /A spelling of Alexander Darchiev/u);
    expect(joined.text).toContain(`“${name}” (Coast Herald)`);
  },
);

it.each(["alexander DARCHIEV", "ALEKSANDR DARCHİYEV", "Darchiyev", "Александр Дарчиев"])(
  "joins a known spelling without asking, letters' case and Latin marks aside: %s",
  async (name) => {
    expect((await (await newsroom()).say(led(name))).text).toMatch(/^Joined a fact/u);
  },
);

it.each([
  ["source", 'facts source apr-led-russia source:"new: Zed" paragraph:3'],
  ["correct", "facts correct apr-led-russia"],
  ["suggest", 'suggest led talks:second side:russia source:"new: Zed" paragraph:3'],
])("asks on every path, and keeps the spelling that was confirmed: %s", async (_, line) => {
  const server = await newsroom();
  const asked = await server.say(`${line} person:"Ambassador Darchiev"`);
  expect(labels(asked)).toEqual(expect.arrayContaining(["A spelling of Alexander Darchiev", "New person"]));
  await server.press(asked, /A spelling of/u);
  const id = /\bs\d+\b/u.exec((await server.say("facts review")).text)?.[0];
  if (id !== undefined) await server.say(`facts review approve ${id}`);
  expect((await server.say("who-led talks:second side:russia")).text).toContain("“Ambassador Darchiev”");
  expect((await server.say('who "Ambassador Darchiev"')).text).toMatch(/^Alexander Darchiev/u);
});

it("asks whoever approves, where a name became like another one after it was suggested", async () => {
  const server = await newsroom();
  await server.say('suggest led talks:second side:russia person:"Ivan Petrov" source:"new: Zed" paragraph:3');
  await server.say(led("Ivan Ivanovich Petrov"));
  const id = /\bs\d+\b/u.exec((await server.say("facts review")).text)?.[0] ?? "none";
  const asked = await server.say(`facts review approve ${id}`);
  expect(labels(asked)).toEqual(["A spelling of Ivan Ivanovich Petrov", "New person"]);
  expect((await server.press(asked, /^A spelling/u)).text).toContain("“Ivan Petrov” (Zed)");
});

it("refuses an imported name that is like a known one, and says how to say which, once", async () => {
  const server = await newsroom();
  const imported = async (person: string) => {
    const rows = [`led,russia,${person},new: Zed,2`, "attended,russia,Ambassador Darchiev,new: Zed,3"];
    const file = ["talks,slot,side,person,source,paragraph", ...rows.map((row) => `second,${row}`)].join("\n");
    return server.ask({ path: ["facts", "import"], values: { file, apply: "yes" } });
  };
  const refused = await imported("Ambassador Darchiev");
  expect(refused.text).toContain('Type "Alexander Darchiev = Ambassador Darchiev", or "new: Ambassador Darchiev".');
  expect((await imported("Alexander Darchiev = Ambassador Darchiev")).text).toMatch(/1 new fact.*1 more source/u);
});

const noted = (address: string, more = ""): string =>
  `facts add note talks:second remark:"the delegations took no questions" source:"Coast Herald" address:"${address}" paragraph:2${more}`;

it.each([
  ["G09, tracking parameters", "https://coastherald.example/world/talks-1?utm_source=tw&utm_medium=social"],
  ["G09, a slash at the end", "https://coastherald.example/world/talks-1/"],
  ["G09, http", "http://coastherald.example/world/talks-1"],
  ["www", "https://www.coastherald.example/world/talks-1"],
  ["the host's case", "https://CoastHerald.example/world/talks-1"],
  ["a fragment", "https://coastherald.example/world/talks-1#comments"],
  ["a click's number", "https://coastherald.example/world/talks-1?fbclid=abc123"],
])("knows one article by its address: %s", async (_, address) => {
  const server = await newsroom();
  await server.say(noted("https://coastherald.example/world/talks-1"));
  expect((await server.say(noted(address))).text).toContain("That is held already, from the same place");
});

it.each([
  ["another path", "https://coastherald.example/world/talks-2"],
  ["the path's case", "https://coastherald.example/world/Talks-1"],
  ["a parameter that names the article", "https://coastherald.example/world/talks-1?id=2"],
  ["another host", "https://m.coastherald.example/world/talks-1"],
])("keeps two articles apart: %s", async (_, address) => {
  const server = await newsroom();
  await server.say(noted("https://coastherald.example/world/talks-1"));
  expect((await server.say(noted(address))).text).toMatch(/2 articles|Source: /u);
  expect((await server.say("sources")).text).toContain(address);
});

it.each(["İstanbul", "Стамбул", "Estambul"])("finds no other city in another spelling of it: %s", async (city) => {
  const server = await newsroom();
  const added = await server.say(
    `facts add venue talks:second place:russian-consulate city:${city} source:"new: Zed" paragraph:2`,
  );
  expect(added.text).toContain(`“${city}” (Zed)`);
  expect(added.text).not.toContain("the city differs");
  const other = await server.say(
    `facts add venue talks:second place:russian-consulate city:"new: Ankara" source:"new: Yed" paragraph:2`,
  );
  expect(other.text).toContain("the city differs");
});

it("finds another post in one that differs by a mark alone", async () => {
  const server = await newsroom();
  const post = (words: string, source: string): string =>
    `facts add attended talks:second side:us person:"new: Ida Ray" post:"${words}" source:"new: ${source}" paragraph:2`;
  await server.say(post("мой советник", "Zed"));
  expect((await server.say(post("мои советник", "Yed").replace("new: Ida", "Ida"))).text).toContain("the post differs");
  expect((await server.say(post("Мой  советник", "Xed").replace("new: Ida", "Ida"))).text).toContain("3 outlets name");
});

it.each([
  ["in two languages", "советник по вопросам торговли", "the post is told in 2 languages"],
  ["in two languages of one script", "ticaret danışmanı", "the post is told in 2 languages"],
  ["in one language, other words", "an adviser on energy", "the post differs"],
])("finds a post another one only where it can be compared: %s", async (_, post, told) => {
  const server = await newsroom();
  const attended = (person: string, words: string, source: string): string =>
    `facts add attended talks:second side:us person:"${person}" post:"${words}" source:"new: ${source}" paragraph:2`;
  await server.say(attended("new: Ida Ray", "an adviser on trade", "Zed"));
  expect((await server.say(attended("Ida Ray", post, "Yed"))).text).toContain(
    `2 outlets name the same person; ${told}`,
  );
});
