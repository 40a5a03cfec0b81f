import { expect, it } from "vitest";
import { formOf, servers } from "#test/servers.ts";

it("offers the held words to be confirmed, and keeps what the source says instead", async () => {
  const server = await (await servers()).server();
  const form = formOf(await server.say("facts source apr-led-us"));
  expect(form.fields.find((f) => f.name === "post")?.value).toBe("U.S. Deputy Assistant Secretary of State");
  const { text } = await server.fill(form, {
    source: "new: Zed",
    paragraph: "3",
    person: "Sonata Coulter",
    post: "senior U.S. diplomat",
  });
  expect(text).toContain("“senior U.S. diplomat” (Zed)");
  expect(text).toContain("4 outlets name the same person; the post and scope differ");
});

it("never shows a bare citation as if it worded anything", async () => {
  const server = await (await servers()).server();
  const { text } = await server.say('facts source apr-led-us source:"new: Zed" paragraph:3');
  expect(text).not.toMatch(/“[^”]*” \([^)]*Zed/u);
  expect(text).toContain("3 outlets name the same person");
  expect(text).toContain("also: Zed, ¶3");
  const zed = (await server.say("sources zed")).text;
  expect(zed).toContain("Cited, without its own words");
  expect(zed).not.toContain("Deputy Assistant");
});

it("refuses words that make another statement, and offers to add them as a fact of their own", async () => {
  const server = await (await servers()).server();
  const heard = await server.say('facts source apr-duration-tass source:"new: Zed" paragraph:3 stated:"four hours"');
  expect(heard.refusal?.message).toContain("That is not what apr-duration-tass says");
  const added = await server.press(heard, /own fact/u);
  expect(added.text).toContain("four hours (Zed)");
});

it("keeps the words typed for a name beside the person that they were read as", async () => {
  const server = await (await servers()).server();
  const { text } = await server.say(
    'facts add led talks:second side:russia person:"Aleksandr Darchiyev" source:"new: UPI" paragraph:2',
  );
  expect(text).toContain("“Aleksandr Darchiyev” (UPI)");
});

it("keeps them through a suggestion and its approval", async () => {
  const server = await (await servers()).server();
  await server.say('suggest led talks:second side:russia person:"Aleksandr Darchiyev" source:"new: UPI" paragraph:2');
  const id = /\bs\d+\b/u.exec((await server.say("facts review")).text)?.[0] ?? "none";
  const form = formOf(await server.say(`facts approve ${id}`));
  expect((await server.fill(form, {})).text).toContain("“Aleksandr Darchiyev” (UPI)");
});

it("shows no spelling for a name that was picked from the list by its id", async () => {
  const server = await (await servers()).server();
  const { text } = await server.say(
    'facts add led talks:second side:russia person:darchiev source:"new: UPI" paragraph:2',
  );
  expect(text).not.toMatch(/“[^”]*” \([^)]*UPI/u);
});

it("says what the added source says, in its own words, and in which talks", async () => {
  const server = await (await servers()).server();
  const { text } = await server.say(
    'facts source apr-duration-tass source:"new: Zed" paragraph:3 stated:"five hours and a half"',
  );
  expect(text).toContain("Source added to Second round, Istanbul, April 2025");
  expect(text).toContain("Zed, ¶3: The talks lasted five hours and a half.");
  const bare = await server.say('facts source apr-duration-tass source:"new: Yed" paragraph:4');
  expect(bare.text).toContain("Yed, ¶4: cited without words of its own.");
});

it.each(["Zed", "Edu", "Sat", "Today", "Daily News"])("takes %s for an outlet of its own", async (outlet) => {
  const server = await (await servers()).server();
  const { text } = await server.say(
    `facts add note talks:second remark:"no flags stood there" source:"${outlet}" paragraph:2`,
  );
  expect(text).toContain(`${outlet}, ¶2`);
});

it.each(["Medusa", "Hurriyet", "LN24", "Turkiye Todai", "meduza.io"])("asks which outlet %s is", async (outlet) => {
  const server = await (await servers()).server();
  const { refusal } = await server.say(
    `facts add note talks:second remark:"no flags stood there" source:"${outlet}" paragraph:2`,
  );
  expect(refusal?.message).toContain(`The desk holds no article of "${outlet}", but of `);
});
