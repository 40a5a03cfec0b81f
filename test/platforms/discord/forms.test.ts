import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

const MODERATOR = { permissions: ["ManageGuild"] } as const;

it("asks what kind of fact, then what is needed first, and is sent without the rest", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const kind = await ada.slash("facts add").modal();
  expect(kind.title).toBe("Add a fact");
  const waiting = await ada.submitModal(kind, { slot: "duration", source: "new: The Gazette" }).reply();
  expect(waiting.ephemeral).toBe(true);
  const form = await ada.click(waiting, "Fill in").modal();
  expect(form.components).toHaveLength(5);
  const more = await ada.submitModal(form, { stated: "4 hours", paragraph: "3" }).reply();
  expect(more.text).toContain("What you entered is kept. The rest may stay empty.");
  const done = await ada.click(more, "Send").reply();
  expect(done.text).toContain("4 hours");
  expect(done.text).toContain("The Gazette, ¶3");
});

it("continues in a second step, the last of a common fact, and loses nothing of the first", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const first = await ada.slash("facts add", { slot: "duration" }).modal();
  const more = await ada.submitModal(first, { stated: "4 hours", source: "new: The Gazette", paragraph: "3" }).reply();
  const second = await ada.click(more, "Continue").modal();
  expect(second.title).toContain("(2/2)");
  const done = await ada.submitModal(second, { according: "according to a diplomat" }).reply();
  expect(done.text).toContain("4 hours");
  expect(done.text).toContain("according to a diplomat");
  const described = await ada.click(done, "Describe the article").modal();
  const kept = await ada.submitModal(described, { title: "Talks end", published: "2025-04-11" }).reply();
  const told = await ada.click(kept, "Send").reply();
  expect(told.text).toContain("none → Talks end");
});

it("asks for a kind of fact by its words, also where it completes it", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const kind = await ada.slash("facts add").modal();
  expect(JSON.stringify(kind.components)).toContain("What kind of fact?");
  expect(JSON.stringify(kind.components)).toContain("Who led");
  const typed = await ada.autocomplete("facts add", "slot", "who le");
  expect(typed[0]).toMatchObject({ name: "Who led", value: "led" });
});

it("brings a refused form back filled in, with what was wrong", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const form = await ada.slash("facts add", { slot: "duration" }).modal();
  const more = await ada.submitModal(form, { stated: "5 hours", source: "TASS", paragraph: "99" }).reply();
  const refused = await ada.click(more, "Send").modal();
  expect(refused.values).toMatchObject({ stated: "5 hours", source: "TASS", paragraph: "99" });
  expect(JSON.stringify(refused.components)).toContain("there is no number 99");
  const again = await ada.submitModal(refused, { paragraph: "98" }).reply();
  const last = await ada.click(again, "Send").modal();
  expect(JSON.stringify(last.components)).toContain("there is no number 98");
});

it("corrects a fact from the form that has its present values", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const form = await ada.slash("facts correct", { id: "apr-duration-tass" }).modal();
  expect(Object.values(form.values)).toContain("5½ hours");
});

it("saves a message as a fact that cites its link, a suggestion if the caller is no moderator", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const cid = discord.user("cid");
  const said = cid.say("The next round is in Cairo, a diplomat told me.");
  const kind = await ada.messageCommand("Save as fact", said).modal();
  expect(kind.title).toBe("Add a fact");
  const waiting = await ada.submitModal(kind, { slot: "note" }).reply();
  const fields = await ada.click(waiting, "Fill in").modal();
  const rest = await ada.submitModal(fields, { remark: "the next round is in Cairo, a diplomat says" }).reply();
  const last = await ada.click(rest, "Continue").modal();
  expect({ ...kind.values, ...fields.values, ...last.values }).toMatchObject({
    source: "new: cid",
    paragraph: "1",
    excerpt: "The next round is in Cairo, a diplomat told me.",
  });
  const added = await ada.click(rest, "Send").reply();
  expect(added.text).toContain(`/${said.channel}/${said.id})`);
  expect((await cid.messageCommand("Save as fact", said).modal()).title).toBe("Suggest a fact");
});

it("imports the file of a message from its menu", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const text = "talks,slot,source,paragraph,remark\nsecond,note,TASS,1,it rained\n";
  const said = ada.say("here they are", undefined, [{ name: "facts.csv", text }]);
  const checked = await ada.messageCommand("Import facts", said).reply();
  expect(checked.text).toContain("Dry run: nothing was changed yet");
  expect((await ada.click(checked, "Import all 1").reply()).text).toContain("Imported");
});

it("proposes facts from the words of a message, asks once what article it is, and shows them to press", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const said = ada.say("The talks lasted nine hours.\n\nThe sides agreed to open a direct line.");
  const place = await ada.messageCommand("Propose facts", said).modal();
  expect(place.title).toBe("Propose facts");
  const shown = await ada.submitModal(place, { source: "The Gazette", talks: "istanbul-april" }).reply();
  expect(shown.text).toContain("The talks lasted **nine hours**.");
  const next = await ada.click(shown, "Accept 1").reply();
  expect(next.text).toContain("The sides **agreed to open a direct line**.");
  expect((await ada.click(next, "Edit 2").modal()).title).toContain("Accept as edited");
  expect((await ada.click(next, "Accept 2").reply()).text).toContain("2 accepted");
  expect(discord.violations).toEqual([]);
});

it("says what it needs where a message has no words to check", async () => {
  const { discord } = await talksInDiscord();
  const cid = discord.user("cid");
  const picture = cid.say("", undefined, [{ name: "screenshot.png", text: "not words" }]);
  const told = await cid.messageCommand("Check this quote", picture).reply();
  expect(told.text).toContain("That message has no words that Talks can read");
  expect(told.text).toContain("/talks check-quote");
});

it("checks a quotation from the message's menu", async () => {
  const { discord } = await talksInDiscord();
  const cid = discord.user("cid");
  const exact = cid.say("“The focus is not on Ukraine”");
  expect((await cid.messageCommand("Check this quote", exact).reply()).text).toContain("Exactly as ln24SA quotes it");
  const altered = cid.say("The focus is now on Ukraine");
  expect((await cid.messageCommand("Check this quote", altered).reply()).text).toContain("**now**");
  const unknown = cid.say("lovely weather today");
  expect((await cid.messageCommand("Check this quote", unknown).reply()).text).toContain(
    "holds no quotation like that",
  );
});
