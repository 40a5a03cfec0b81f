import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

it("answers one person in their own language, with the buttons and pages around it", async () => {
  const { discord } = await talksInDiscord();
  const ayla = discord.user("ayla", { locale: "tr" });
  const shown = await ayla.slash("talks who-led", { side: "us" }).reply();
  expect(shown.text).toContain("Başkanlık eden (ABD): Sonata Coulter");
  expect(shown.buttons.map((b) => b.label)).toEqual(expect.arrayContaining(["Ayrıntılar", "Paylaş", "Nerede"]));
  const refused = await ayla.slash("talks ask", { question: "did they discuss bananas" }).reply();
  expect(refused.text).toContain("Bu konuda kayıt yok: “bananas”.");
});

it("shares it in the language of the server", async () => {
  const { discord } = await talksInDiscord();
  const ayla = discord.user("ayla", { locale: "tr" });
  const alone = await ayla.slash("talks who-led", { side: "us" }).reply();
  const shared = await ayla.click(alone, "Paylaş").reply();
  expect(shared.ephemeral).toBe(false);
  expect(shared.text).toContain("Sonata Coulter led the U.S. side");
  expect(shared.text).toContain(`Asked by <@${ayla.id}>`);
});
