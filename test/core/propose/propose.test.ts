import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { articleText } from "#core/propose/reading/article-text.ts";
import type { Proposal } from "#core/propose/reading/proposal.ts";
import { ROOT, shipped } from "#test/desk.ts";
import { goldIn, goldOfLibrary } from "#test/bench/proposals/gold.ts";
import { score, type Gold } from "#test/bench/proposals/score.ts";

const BENCH = join(ROOT, "test/bench/proposals");

/** Each proposal as `¶1 led Norway: Ida Ray`. */
function told(...paragraphs: readonly string[]): readonly string[] {
  return propose(paragraphs, shipped).map(lineOf);
}

function lineOf({ paragraph, slot, side, fields }: Proposal): string {
  const values = Object.entries(fields).flatMap(([name, { text }]) => (name === "post" ? [] : [text]));
  return `¶${paragraph} ${slot}${side === undefined ? "" : ` ${side.name}`}: ${values.join(" | ")}`;
}

const ungrounded = (paragraphs: readonly string[], proposals: readonly Proposal[]): readonly Proposal[] =>
  proposals.filter(({ paragraph, fields, according }) =>
    [...Object.values(fields), ...(according === undefined ? [] : [according])].some(
      ({ start, end, text }) => text === "" || paragraphs[paragraph - 1]?.slice(start, end) !== text,
    ),
  );

/** Precision and recall over articles, with what was proposed that stands nowhere in them. */
function measured(folder: string, gold: readonly Gold[]) {
  const sum = { wanted: 0, proposed: 0, right: 0, found: 0, placed: 0, ungrounded: 0 };
  for (const article of new Set(gold.map((g) => g.article))) {
    const { paragraphs } = articleText(readFileSync(join(folder, article), "utf8"));
    const proposals = propose(paragraphs, shipped);
    const all = score(
      proposals,
      gold.filter((g) => g.article === article),
      shipped,
    ).scores.get("all");
    for (const key of ["wanted", "proposed", "right", "found", "placed"] as const) sum[key] += all?.[key] ?? 0;
    sum.ungrounded += ungrounded(paragraphs, proposals).length;
  }
  return {
    precision: sum.right / sum.proposed,
    recall: sum.found / sum.wanted,
    placed: sum.placed / sum.proposed,
    ungrounded: sum.ungrounded,
  };
}

describe("what texts in several styles propose, beside what stands in them", () => {
  it.each([
    { file: "gold.jsonl", precision: 0.95, recall: 0.9, placed: 0.95 },
    { file: "gold-unseen.jsonl", precision: 0.95, recall: 0.9, placed: 0.95 },
    { file: "gold-read.jsonl", precision: 0.95, recall: 0.9, placed: 0.95 },
    { file: "gold-read-2.jsonl", precision: 0.9, recall: 0.85, placed: 0.95 },
    // Nobody looks at what is missed in these: they say what to expect of a new article.
    { file: "gold-held.jsonl", precision: 0.8, recall: 0.6, placed: 0.85 },
    { file: "gold-held-2.jsonl", precision: 0.85, recall: 0.6, placed: 0.9 },
    { file: "gold-read-3.jsonl", precision: 0.9, recall: 0.8, placed: 0.95 },
    // An interview, a feature, a live blog: the rules see half of what they tell.
    { file: "gold-held-3.jsonl", precision: 0.85, recall: 0.45, placed: 0.9 },
  ])("finds what $file has", ({ file, ...least }) => {
    const is = measured(join(BENCH, "articles"), goldIn(readFileSync(join(BENCH, file), "utf8")));
    expect(is.precision).toBeGreaterThanOrEqual(least.precision);
    expect(is.recall).toBeGreaterThanOrEqual(least.recall);
    expect(is.placed).toBeGreaterThanOrEqual(least.placed);
    expect(is.ungrounded).toBe(0);
  });

  const coverage = process.env["TALKS_COVERAGE"] ?? "";
  it.skipIf(!existsSync(join(coverage, "istanbul-embassy-talks.txt")))(
    "finds what the library has of its article",
    () => {
      const is = measured(coverage, goldOfLibrary(shipped));
      expect(is.precision).toBeGreaterThanOrEqual(0.95);
      expect(is.recall).toBeGreaterThanOrEqual(0.95);
      expect(is.ungrounded).toBe(0);
    },
  );
});

describe("a sentence that denies, wishes, asks or looks back proposes nothing", () => {
  const WITHOUT = [
    "The talks were not led by Ambassador Ida Ray.",
    "The talks in Oslo never lasted six hours.",
    "The Norwegian delegation was not, officials said, headed by Minister Ida Ray.",
    "Neither side agreed to restore direct payments.",
    "No agreement was reached on the return of the library.",
    "The sides refused to agree on a roadmap for the ports.",
    "Norway denied that the talks had lasted six hours.",
    "The sides failed to reach an agreement on the ports.",
    "The Norwegian team could be led by Minister Ida Ray.",
    "The sides may have agreed to restore direct payments.",
    "The two sides might meet again in Oslo in May.",
    "If the payments fail, the sides agreed to meet in Oslo.",
    "Unless flights resume, the next round will be held in Oslo.",
    "It is unclear whether the talks lasted six hours.",
    "Chile urged Norway to sign an agreement on ports.",
    "The envoys hoped that an understanding would be reached on ports.",
    "The mediator proposed that the talks be led by Judge Ida Ray.",
    "Were the talks led by Ambassador Ida Ray?",
    "The sides must decide to exchange notes on ports.",
    "The previous round of talks in Oslo lasted six hours.",
    "Last year, the Norwegian delegation was led by Minister Ida Ray.",
    "The sides were unable to agree on a date for the next round.",
    "Without an agreement on ports signed, the delegations left.",
    "Reports on social media say a truce has been signed.",
    "A truce was signed at noon. Both delegations deny it.",
    "The two sides signed a protocol on ports, one agency wrote. That is not true.",
    "The talks are expected to be led by Minister Ida Ray.",
    "A deal on ports is expected to be signed by both sides in Oslo.",
    "Neither the Norwegian team nor the Chilean one was led by a minister.",
    "An official denied that the sides had agreed to open the ports.",
    "Norway's envoy said the sides would agree on ports only if payments resume.",
    "Should funding be confirmed, the parties will sign a protocol.",
    "Asked whether the talks lasted six hours, the envoy shrugged.",
    "There was no agreement to restore direct payments.",
    "The delegations left Oslo without having agreed on a date.",
    "Both sides stopped short of signing a treaty.",
    "Under the plan, wages will rise by 4 percent.",
    "Under the draft agreement, wages will rise by 4 percent.",
    "Under the deal, no boat will be seized.",
    "Had Chile accepted the release of the crew, they would have signed.",
    "Chile would have accepted the release of the crew, had they asked for it.",
    "Chile will only sign after Norway has lifted its ban.",
    "The sides will meet on 9 May unless it rains.",
    "The talks came ahead of the first summit between President Ida Ray and President Bo Lin at Peace House.",
    "The most recent talks, held in Oslo, lasted six hours.",
    "According to the White House, the talks went well.",
    "The strike lasted nine days.",
    "They agreed on nothing.",
    "The two sides hope that the drivers will get 5 percent.",
    "The offer was that the drivers will get 5 percent.",
    "The ministers were to have signed a memorandum, but cancelled the ceremony.",
  ];
  it.each(WITHOUT)("%s", (sentence) => {
    expect(told(sentence)).toEqual([]);
  });

  it("keeps what stands beside the denial in a clause of its own", () => {
    expect(told("The talks, which lasted six hours, did not produce an agreement.")).toEqual([
      "¶1 duration: six hours",
    ]);
    expect(told("The sides did not sign a treaty, but they agreed to restore direct payments.")).toEqual([
      "¶1 outcome Both sides: agreed to restore direct payments",
    ]);
  });
});

describe("every value is what the text says", () => {
  it("leaves a weekday a weekday, and a name as it is spelt", () => {
    expect(told("Norwegian and Chilean envoys met in Lisbon on Thursday.")).toEqual([
      "¶1 venue: Lisbon",
      "¶1 date: Thursday",
    ]);
    expect(told("The Russian delegation was led by Aleksandr Darchiyev.")).toEqual([
      "¶1 led Russia: Aleksandr Darchiyev",
    ]);
  });

  it("reads words in quotation marks as the speaker's and not as the article's", () => {
    const text = "“The talks were led by Ida Ray and lasted nine hours,” said the Norwegian envoy Bo Lin.";
    expect(told(text)).toEqual(["¶1 quote Norway: The talks were led by Ida Ray and lasted nine hours | Bo Lin"]);
  });

  it("says whom the article has it from, in its own words", () => {
    const [duration] = propose(["The talks lasted six hours, according to Norway’s foreign ministry."], shipped);
    expect(duration?.according?.text).toBe("according to Norway’s foreign ministry");
  });

  it("leaves a speaker open whom the paragraph does not name, and hints at the one before", () => {
    const [, quote] = propose(
      ["The Norwegian delegation was led by Minister Ida Ray.", "“We came to make a long list,” she said."],
      shipped,
    );
    expect(quote?.fields["speaker"]).toBeUndefined();
    expect(quote?.hints).toEqual({ speaker: "Ida Ray" });
  });
});

describe("text that was not written for it", () => {
  const TABLE = "Name | Post | Side\nIda Ray | envoy | Norway\nBo Lin | envoy | Chile";
  const SCRIPT =
    "<script>alert(“The talks were led by Ida Ray”)</script> [x](javascript:alert(1)) @everyone <!channel>";
  const TRANSCRIPT =
    "Q: Did the talks last six hours?\n\nA: I would not say so.\n\nQ: Will you meet again?\n\nA: We may.";
  const MARKED = "The \u202Etalks\u202C lasted \u200Bsix\u200B hours.";
  it.each([
    TABLE,
    SCRIPT,
    TRANSCRIPT,
    "?!".repeat(5000),
    "led by ".repeat(2000),
    "“".repeat(3000),
    "A. ".repeat(3000),
    "“a b c d e,” said ".repeat(200),
  ])("proposes nothing of it that does not stand there", (raw) => {
    const { paragraphs, leftOut } = articleText(raw);
    expect(ungrounded(paragraphs, propose(paragraphs, shipped))).toEqual([]);
    const kept = [...paragraphs, ...leftOut.map((part) => part.text)].join(" ").replace(/\s+/gu, "");
    expect(kept.length).toBeGreaterThanOrEqual(raw.replace(/\s+/gu, "").replace(/^[#>]/gmu, "").length);
  });

  it("drops marks that hide what is written", () => {
    const { paragraphs } = articleText(MARKED);
    expect(paragraphs).toEqual(["The talks lasted six hours."]);
    expect(told(...paragraphs)).toEqual(["¶1 duration: six hours"]);
  });
});

describe("a pasted article as numbered paragraphs", () => {
  it("leaves out headline, credit, clock times, subheadings and comment prompt, and says so", () => {
    const raw =
      "Two sides meet\n\nImage: Wire\n\nThey met.\n\nWhat next\n\n14:05 GMT\n\nThey left.\n\nAdd Your Comment";
    expect(articleText(raw)).toEqual({
      title: "Two sides meet",
      paragraphs: ["They met.", "They left."],
      leftOut: [
        { what: "headline", text: "Two sides meet" },
        { what: "credit", text: "Image: Wire" },
        { what: "heading", text: "What next" },
        { what: "time", text: "14:05 GMT" },
        { what: "prompt", text: "Add Your Comment" },
      ],
    });
  });

  it("takes each line for a paragraph where no line is empty, and joins lines that one paragraph is broken into", () => {
    expect(articleText("One.\nTwo.").paragraphs).toEqual(["One.", "Two."]);
    expect(articleText("One is\nbroken.\n\nTwo.").paragraphs).toEqual(["One is broken.", "Two."]);
  });

  it("keeps a text of one line", () => {
    expect(articleText("The sides met in Oslo on Monday").paragraphs).toEqual(["The sides met in Oslo on Monday"]);
  });
});
