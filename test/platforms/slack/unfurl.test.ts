import { expect, it } from "vitest";
import { answer } from "#core/answer/answer.ts";
import { ada } from "#test/moderation.ts";
import { talksInSlack, type Running } from "./talks.ts";

const site = "https://talks.example.org";

async function open(): Promise<
  Running & {
    readonly link: (id: string) => Promise<string>;
    readonly said: (path: string, values: Record<string, string>) => Promise<string>;
  }
> {
  const running = await talksInSlack("socket", { site });
  const { host, slack } = running;
  const said = async (path: string, values: Record<string, string>): Promise<string> => {
    const desk = await host.desk({ platform: "slack", id: slack.user("ada").person.teamId });
    const { commands, clock } = host;
    const token = (length: number): string => host.token(length);
    const incident = (defect: unknown): string => host.incident(defect);
    const session = { commands, clock, token, incident, desk, site };
    return JSON.stringify(await answer({ path: path.split(" "), values }, ada, session));
  };
  await said("desk pages", { switch: "on" });
  const link = async (id: string): Promise<string> =>
    /https:\/\/talks\.example\.org\/f\/[^"\s]+/u.exec(await said("talks fact", { id }))?.[0] ?? "";
  return { ...running, said, link };
}

/** The entities of the calls of one method. */
function entities({ slack }: Running, method: string): string[] {
  return slack.requests.filter((r) => r.method === method).map(({ args }) => JSON.stringify(args));
}

it("shows a posted page as a Work Object, with the fact, its talks and its first sources", async () => {
  const running = await open();
  const url = await running.link("apr-city");
  await running.slack.user("ann").postLink(url).acknowledged;
  await expect.poll(() => entities(running, "chat.unfurl")).toHaveLength(1);
  const [shown = ""] = entities(running, "chat.unfurl");
  for (const words of ["slack#/entities/item", "Istanbul", "Second round", "ln24SA", url])
    expect(shown).toContain(words);
  expect(shown).not.toContain("History");
});

it("does so while somebody still writes", async () => {
  const running = await open();
  await running.slack.user("ann").postLink(await running.link("apr-city"), true).acknowledged;
  await expect.poll(() => entities(running, "chat.unfurl")).toHaveLength(1);
  expect(entities(running, "chat.unfurl")[0]).toContain('"source":"composer"');
});

it("shows its excerpts and its history beside the conversation", async () => {
  const running = await open();
  await running.slack.user("ann").openDetails(await running.link("apr-city")).acknowledged;
  await expect.poll(() => entities(running, "entity.presentDetails")).toHaveLength(1);
  expect(entities(running, "entity.presentDetails")[0]).toContain("History");
});

it("leaves every other address alone, and tells nothing of why", async () => {
  const running = await open();
  const url = await running.link("apr-city");
  const ann = running.slack.user("ann");
  const wrong = [
    `${url.slice(0, -1)}${url.endsWith("0") ? "1" : "0"}`,
    url.replace("talks.example.org", "evil.example.org"),
    url.replace("apr-city", "apr-venue"),
    `${site}/api/v1/list`,
  ];
  for (const one of wrong) await ann.postLink(one).acknowledged;
  await running.said("facts retract", { id: "apr-city", reason: "wrong" });
  await ann.postLink(url).acknowledged;
  await ann.openDetails(url).acknowledged;
  await expect.poll(() => entities(running, "entity.presentDetails")).toHaveLength(1);
  expect(entities(running, "entity.presentDetails")[0]).toContain("not_found");
  expect(entities(running, "chat.unfurl")).toEqual([]);
});

it("is told in the language of its channel, and beside the conversation in the reader's", async () => {
  const running = await open();
  const url = await running.link("apr-city");
  const { slack } = running;
  slack.channel("haberler", { locale: "tr-TR" });
  const vera = slack.user("vera", { locale: "ru-RU", channels: ["haberler"] });
  await vera.postLink(url, false, { channel: "haberler" }).acknowledged;
  await vera.postLink(url, true).acknowledged;
  await vera.openDetails(url).acknowledged;
  await expect.poll(() => entities(running, "chat.unfurl")).toHaveLength(2);
  await expect.poll(() => entities(running, "entity.presentDetails")).toHaveLength(1);
  const [turkish = "", russian = ""] = entities(running, "chat.unfurl");
  for (const words of ["Olgu", "Görüşmeler", "Kabul edildi", "Nerede: "]) expect(turkish).toContain(words);
  expect(russian).toContain("Где: ");
  expect(entities(running, "entity.presentDetails")[0]).toMatch(/История.*Поставлен с Talks/u);
});
