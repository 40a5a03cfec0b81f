import { expect, it } from "vitest";
import { commandAsked } from "#core/lookup/asked-command.ts";
import { layersOf } from "#core/lookup/desk-index.ts";
import { shipped } from "#test/desk.ts";

it.each([
  ["disputes", ["do the sources disagree", "kaynaklar çelişiyor mu", "есть ли противоречия"]],
  ["sources", ["what does TASS say", "TASS ne diyor", "что пишет ТАСС", "какие источники есть"]],
  ["changes", ["what changed since last week", "ne değişti", "что изменилось за неделю"]],
  ["compare", ["difference between February and April", "turları karşılaştır", "сравни раунды"]],
  ["list", ["how many rounds were there", "kaç tur yapıldı", "сколько было раундов"]],
  ["list", ["tell me about the second round", "ikinci turu anlat", "расскажи о втором раунде"]],
  ["list", ["give me a summary", "özet ver", "дай краткое содержание"]],
  ["help", ["what can you do", "neler yapabilirsin", "что ты умеешь"]],
  ["help", ["can I get this as a spreadsheet", "yeni bir şey olursa haber ver", "сообщи мне, если что-то изменится"]],
  ["who", ["who is Darchiev", "darchiev hakkında bilgi ver", "кто такой Дарчиев"]],
  ["check-quote", ["is this quote right: the focus is not on Ukraine"]],
  ["timeline", ["show me the timeline"]],
])("%s is reached in three languages", (command, questions) => {
  for (const question of questions)
    expect({ question, ...commandAsked(question, shipped, layersOf(shipped)) }).toMatchObject({
      call: { path: ["talks", command] },
    });
});
