import { describe, expect, it } from "vitest";
import { MODES, shown, talksInSlack } from "./talks.ts";

describe.each(MODES)("over %s", (mode) => {
  it("answers one person in their own language, with the buttons around it", async () => {
    const { slack } = await talksInSlack(mode);
    const vera = slack.user("vera", { locale: "ru-RU" });
    const answer = await vera.slash("/talks", "who-led side:us").reply();
    expect(answer.visibleTo).toBe(vera.id);
    expect(shown(answer)).toContain("Кто возглавил (США): Sonata Coulter");
    expect(shown(answer)).toContain("Поделиться");
    const refused = await vera.slash("/talks", "ask did they discuss bananas").reply();
    expect(shown(refused)).toContain("Об этом нет сведений: “bananas”.");
  });

  it("shares it in English, where the channel says no language", async () => {
    const { slack } = await talksInSlack(mode);
    const vera = slack.user("vera", { locale: "ru-RU" });
    const alone = await vera.slash("/talks", "who-led side:us").reply();
    const all = await vera.click(alone, "Поделиться").reply({ matching: (m) => m.visibleTo === undefined });
    expect(shown(all)).toContain("Sonata Coulter led the U.S. side");
    expect(shown(all)).toContain("Asked by vera");
  });
});
