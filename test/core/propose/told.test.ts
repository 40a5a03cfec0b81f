import { expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

/** Each proposal as `led Chile: Ida Ray`. */
function told(...paragraphs: readonly string[]): readonly string[] {
  return propose(paragraphs, shipped).map(({ slot, side, fields }) => {
    const values = Object.entries(fields).flatMap(([name, { text }]) => (name === "post" ? [] : [text]));
    return `${slot}${side === undefined ? "" : ` ${side.name}`}: ${values.join(" | ")}`;
  });
}

it.each([
  ["The Norwegian team was under Director Ida Ray.", "led Norway: Ida Ray"],
  ["The Chinese delegation was headed by Vice Premier He Lifeng.", "led China: He Lifeng"],
  [
    "The meeting was held under the chairmanship of Deputy Minister of Chile Ida Ray and Deputy Minister of Peru Bo Lin.",
    "led Peru: Bo Lin",
  ],
  ["The leader of the Norwegian delegation, Ida Ray, spoke first.", "led Norway: Ida Ray"],
  ["Ida Ray is the chief negotiator for Norway.", "led Norway: Ida Ray"],
  ["Chile, represented by Minister Ida Ray, and Peru, represented by Bo Lin, met in Lima.", "led Peru: Bo Lin"],
  ["Norway was led by Ida Ray. She was accompanied by her deputy Bo Lin.", "attended Norway: Bo Lin"],
  ["Officials attending the meeting were Ida Ray, the mayor, and Bo Lin, a judge.", "attended: Bo Lin"],
  ["Mediator Ida Ray was in the chair, with economist Bo Lin at her side.", "attended: Bo Lin"],
  ["Ida Ray, who runs Norway's trade office, was also present.", "attended Norway: Ida Ray"],
  ["Minister Ida Ray acted as chief mediator, taking messages to and fro.", "attended: Ida Ray"],
  ["The sides continued consideration of the border at Lima.", "agenda: the border at Lima"],
  ["Areas such as salmon, nets and tags, among others, were discussed.", "agenda: salmon, nets and tags"],
  ["At the heart of the talks were the quotas for tuna.", "agenda: the quotas for tuna"],
  ["Fishing rights were the main topic.", "agenda: Fishing rights"],
  ["The delegations brought up the tax on nets.", "agenda: the tax on nets"],
  [
    "The two sides have reached an interim arrangement on tuna.",
    "outcome Both sides: reached an interim arrangement on tuna",
  ],
  ["They agreed not to fire first.", "outcome Both sides: agreed not to fire first"],
  ["A decision was made to open a hotline.", "outcome: A decision was made to open a hotline"],
  ["Each side may send an inspector, the document says.", "outcome: Each side may send an inspector"],
  ["The drivers will get 5 percent in two steps.", "outcome: The drivers will get 5 percent in two steps"],
  ["Norway has pledged 900 million euros.", "outcome Norway: pledged 900 million euros"],
  [
    "An agreement was reached to hold the next meeting in Lima.",
    "next: An agreement was reached to hold the next meeting in Lima",
  ],
  ["The next meeting is pencilled in for May.", "next: The next meeting is pencilled in for May"],
  ["With the next round scheduled for May, they left.", "next: the next round scheduled for May"],
  ["The talks were held on the border between Norway and Sweden.", "venue: the border between Norway and Sweden"],
  ["The venue was a disused school in Lima.", "venue: a disused school in Lima | Lima"],
  ["They agreed to meet again after concluding talks in Lima.", "venue: Lima"],
  ["Norway charged Chile with mining a road.", "grievance Norway: mining a road"],
  ["The Norwegian side protested the arrest of two men.", "grievance Norway: the arrest of two men"],
  ["Norway says Chile is delaying ships.", "grievance Norway: Chile is delaying ships"],
  ["From 11 to 14 June of this year, a meeting of the groups was held.", "date: 11 to 14 June"],
  ["After twelve hours and a bit, Ida Ray and Bo Lin came out together.", "duration: twelve hours"],
  [
    "‘We will be back before the boats’ return,’ said Minister Ida Ray.",
    "quote: We will be back before the boats’ return | Ida Ray",
  ],
  [
    'The head of the Chilean team underscored that "no boat of ours will be seized".',
    "quote Chile: no boat of ours will be seized | The head of the Chilean team",
  ],
  ["The Chilean delegation was headed by Defence Minister No Kwang Chol.", "led Chile: No Kwang Chol"],
  ["The Chilean side was led by Ida Ray, and the Peruvian side by Bo Lin.", "led Peru: Bo Lin"],
  ["Norway's director-general for trade, Ida Ray, headed the team.", "led Norway: Ida Ray"],
  ["From the Chilean side, the director of ports, Bo Lin, took part.", "attended Chile: Bo Lin"],
  ["Deputy ministers Ida Ray and Bo Lin represented Chile at the talks.", "attended Chile: Bo Lin"],
  ["Minister Ida Ray and the diplomat Bo Lin were in the room.", "attended: Bo Lin"],
  ["Whale meat, which both ministers eat, was kept off the table.", "excluded: Whale meat"],
  ["Quotas, tags and nets were discussed.", "agenda: Quotas, tags and nets"],
  ["Talks between Norway and Chile on salmon ended on Monday.", "agenda: salmon"],
  [
    "Both sides will observe a pause from midnight.",
    "outcome Both sides: Both sides will observe a pause from midnight",
  ],
  ["The text commits Chile to open a port by May.", "outcome: The text commits Chile to open a port by May"],
  ["The delegations approved a plan for 2031.", "outcome Both sides: approved a plan for 2031"],
  ["The sides agreed to resume direct flights.", "outcome Both sides: agreed to resume direct flights"],
  ["The talks were aimed at de-escalating tensions.", "purpose: aimed at de-escalating tensions"],
  ["Minister Ida Ray noted with concern the delays at the port.", "grievance: the delays at the port"],
  ["“We have agreed to mend the net,” the statement read.", "quote: We have agreed to mend the net | the statement"],
  ["The parties meet again on 9 July in Lima.", "next: The parties meet again on 9 July in Lima"],
  ["The talks in Oslo ended on Monday after more than three hours.", "duration: more than three hours"],
  ["The envoys spent the better part of two days arguing over a net.", "duration: the better part of two days"],
  ["The teams had been locked in a hotel for 19 hours.", "duration: 19 hours"],
  ["The ministers met from 3 to 5 June 2031 in Lima.", "date: 3 to 5 June 2031"],
  ["Norway and Chile on Thursday signed a protocol on salmon.", "date: Thursday"],
  ["Ministers of the two countries met in the Norwegian capital.", "venue: the Norwegian capital"],
  ["The envoys met in a hotel overlooking the harbour of Lima.", "venue: a hotel overlooking the harbour of Lima"],
  ["Chile was represented by its envoy, Ida Ray, and Peru by Minister Bo Lin.", "led Peru: Bo Lin"],
  ["The Norwegian side was represented by Minister Ida Ray.", "led Norway: Ida Ray"],
  ["Ida Ray headed the Chilean team, while Bo Lin represented Norway.", "led Norway: Bo Lin"],
  ["The teams were led by Ida Ray for Norway and Bo Lin for Chile.", "led Chile: Bo Lin"],
  ["Chile has sent Minister Ida Ray and Peru its envoy, Bo Lin.", "attended Peru: Bo Lin"],
  ["Minister Ida Ray and the governors of three provinces also took part.", "attended: Ida Ray"],
  ["Norway has accepted the release of 40 fishermen.", "outcome Norway: accepted the release of 40 fishermen"],
  ["A daily exchange of catches was agreed.", "outcome: A daily exchange of catches was agreed"],
  ["Under the deal, wages will rise by 4 percent.", "outcome: wages will rise by 4 percent"],
  ["The sides agreed to open a port and to share their maps.", "outcome Both sides: to share their maps"],
  ["The two sides narrowed their differences on tuna.", "outcome Both sides: narrowed their differences on tuna"],
  ["Particular attention was paid to the mesh of the nets.", "agenda: the mesh of the nets"],
  ["Lobster, which had held up the spring round, was left out.", "excluded: Lobster"],
  ["Crabs were deliberately left aside.", "excluded: Crabs"],
  ["The experts will be back on 9 May.", "next: The experts will be back on 9 May"],
  ["Chile will host the fourth session in Lima.", "next: Chile will host the fourth session in Lima"],
  ["The delegations met in an effort to save the herring.", "purpose: to save the herring"],
  ["Also at the table were Judge Bo Lin and, for Chile, the port engineer Ida Ray.", "attended Chile: Ida Ray"],
  [
    "The Chilean team was led by Bo Lin, and comprised Mr. Al Dun, Head of Nets, and Ms. Ida Ray.",
    "attended Chile: Ida Ray",
  ],
  ["The Chilean panel met; its members included harbour chief Ida Ray and Bo Lin.", "attended Chile: Bo Lin"],
  ["Delegates included Chilean Minister Ida Ray and the engineer Bo Lin.", "attended: Bo Lin"],
  ["In the meeting participated Bo Lin, Ida Ray (Chile) and Al Dun (Peru).", "attended Chile: Bo Lin"],
  ["Joining them on the Chilean side were Ida Ray and Bo Lin.", "attended Chile: Bo Lin"],
  ["Chile: Ida Ray (chair), Bo Lin.", "attended Chile: Bo Lin"],
  ["Chilean Minister Ida Ray brought a single adviser, Bo Lin.", "attended Chile: Bo Lin"],
  ["A judge, Bo Lin, is mediating.", "attended: Bo Lin"],
  ["At the head of the Chilean table sat Ida Ray.", "led Chile: Ida Ray"],
  ["Leading for Chile: Ida Ray, who drew the map.", "led Chile: Ida Ray"],
  ["The Chilean team, with Ida Ray at its head, arrived at noon.", "led Chile: Ida Ray"],
  ["Ida Ray is in charge of the Chilean delegation.", "led Chile: Ida Ray"],
  ["Ida Ray led for Norway and Bo Lin for Chile.", "led Chile: Bo Lin"],
  ["Chile’s team was headed by FM Ida Ray and Peru’s by the NSA, Bo Lin.", "led Peru: Bo Lin"],
  ["Ida Ray headed the Chilean team. Opposite her sat Bo Lin, the Peruvian minister.", "led Peru: Bo Lin"],
  ["The Parties: (a) adopted the Rules of Nets; (b) approved a fee.", "outcome Both sides: adopted the Rules of Nets"],
  ["Chile is to free six sailors, it was announced.", "outcome Chile: Chile is to free six sailors"],
  ["In return, Peru lifts the ban on nets.", "outcome Peru: Peru lifts the ban on nets"],
  ["A hotline will be opened, they agreed.", "outcome: A hotline will be opened"],
  ["A joint commission will be set up in Lima.", "outcome: A joint commission will be set up in Lima"],
  ["The ministers came to terms on a price.", "outcome Both sides: came to terms on a price"],
  ["It was agreed that a port would be opened in May.", "outcome: agreed that a port would be opened in May"],
  ["The Chileans resent that the ferry left.", "grievance Chile: that the ferry left"],
  ["Chile is not satisfied with the tax on nets.", "grievance Chile: the tax on nets"],
  ["Chile rejects that and says Peru shelters poachers.", "grievance Chile: Peru shelters poachers"],
  ["Nobody was to speak of the whale.", "excluded: the whale"],
  ["The question of whales was not considered.", "excluded: The question of whales"],
  ["Seals were not on their agenda.", "excluded: Seals"],
  ["For nine hours they went through the lists.", "duration: nine hours"],
  ["Two issues today, a source says: quotas and nets.", "agenda: quotas and nets"],
  ["The lawyers will sign the text in Lima on the 30th.", "next: The lawyers will sign the text in Lima on the 30th"],
  ["The committee was convened with a view to saving the herring.", "purpose: with a view to saving the herring"],
  ["A table stands in the Maritime Museum. The envoys met there.", "venue: the Maritime Museum"],
  ["“We want the nets back,” an envoy, Ida Ray, tells us.", "quote: We want the nets back | Ida Ray"],
  ["Minister Ida Ray of Chile led the Chilean delegation.", "led Chile: Ida Ray"],
  ["Ida Ray (Chile) and Bo Lin (Peru) headed the delegations.", "led Chile: Ida Ray"],
  ["Minister Ida Ray of Chile and Bo Lin of Peru took part.", "attended Chile: Ida Ray"],
  [
    "Minister Ida Ray of Peru smiled. Santiago said: “We will not give up the port.”",
    "quote Chile: We will not give up the port. | Santiago",
  ],
  ["“We addressed the tags,” the Chilean envoy Bo Lin said.", "agenda: the tags"],
])("%s", (sentence, line) => {
  expect(told(sentence)).toContain(line);
});

it("reads the answer to a question of what was on the agenda", () => {
  expect(told("What was on the agenda?", "Two things: quotas and nets.")).toContain("agenda: quotas and nets");
});

it("does not carry a post over from the sentence before", () => {
  const all = propose(["Chile sent Minister Ida Ray. A Bank engineer, Bo Lin, sat in."], shipped);
  const attended = all.find((p) => p.fields["person"]?.text === "Bo Lin");
  expect(attended?.fields["post"]?.text).toBe("A Bank engineer");
});

it("knows who speaks in a transcript", () => {
  const all = told(
    "With us are Minister Ida Ray of Chile and Minister Bo Lin of Peru.",
    "MINISTER RAY: We agreed to raise the quota. I was accompanied by Al Dun. We object to the burning of nets.",
    "MINISTER LIN: We met at the Maritime Museum.",
  );
  expect(all).toContain("outcome Both sides: agreed to raise the quota");
  expect(all).toContain("attended Chile: Al Dun");
  expect(all).toContain("grievance Chile: the burning of nets");
  expect(all).toContain("venue: the Maritime Museum");
});

it("takes where captives are held for no venue", () => {
  expect(told("The talks turned to the sailors held near Lima.").filter((line) => line.includes("Lima"))).toEqual([
    "agenda: the sailors held near Lima",
  ]);
});

it("takes what will be discussed for no agenda", () => {
  expect(told("Seals will be discussed when the sides meet.")).toEqual([]);
});

it("gives the next one in a list no post of the one before", () => {
  const all = propose(
    ["Chile’s team included Mr. Bo Lin, Head of Nets, Ms. Ida Ray, Counsellor, and Al Dun."],
    shipped,
  );
  expect(all.map((p) => p.fields["post"]?.text)).toEqual(["Head of Nets", "Counsellor", undefined]);
});

it("hears sides that are not states", () => {
  expect(told("The rebels of the M99 met Chilean envoys. The M99 delegation was led by Ida Ray.")).toContain(
    "led M99: Ida Ray",
  );
  expect(told("The union Net Makers United has a chief negotiator, Ida Ray of the union.")).toContain(
    "led Net Makers United: Ida Ray",
  );
  expect(
    told("The talks were between the employers and the strikers. The employers accepted a pause of two days."),
  ).toContain("outcome the employers: accepted a pause of two days");
  expect(told("The Chilean government sent six men. The government’s team was led by Ida Ray.")).toContain(
    "led Chile: Ida Ray",
  );
  expect(told("Talks with the EU ended in Oslo. The European Union delegation was headed by Bo Lin.")).toContain(
    "led European Union: Bo Lin",
  );
});

it("reads an answer by its question", () => {
  expect(told("Q: How long did you sit there?", "A: Eleven days. It felt like more.")).toEqual([
    "duration: Eleven days",
  ]);
  expect(told("Q: How long is the border?", "A: Nobody knows.")).toEqual([]);
});

it("takes what is said of the next meeting as none of this one", () => {
  const all = told(
    "The sides met in Oslo on Monday.",
    "Talks are scheduled to begin in Lima on 9 May to discuss tags.",
  );
  expect(all.filter((line) => /Lima|tags|9 May/u.test(line)).map((line) => line.split(":")[0])).toEqual(["next"]);
});

it("does not read an adjective as a denial", () => {
  expect(told("The envoys discussed the disputed islands.")).toContain("agenda: the disputed islands");
  expect(told("The envoys disputed that the talks were held in Oslo on Monday.")).toEqual([]);
});
