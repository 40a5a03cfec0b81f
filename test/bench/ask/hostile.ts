import { answer } from "#core/answer/answer.ts";
import { ask } from "#core/request/call.ts";
import { library, reader, siteOver } from "#test/desk.ts";
import { libraryView } from "#core/desk/library-view.ts";
import { line, median, type Row } from "#test/bench/measure.ts";
import { swollen } from "./swollen.ts";

// `npm run bench -- ask --hostile`: questions made to take long, on the shipped facts and on ten thousand. Each is asked
// so often with other marks before it, since what was read last is remembered; the least is what it takes, the rest is
// what else this machine does.
const SIZES = [library.claims.length, 10_000];
const TIMES = 7;

const names = [...library.people, ...library.places, ...library.parties].map((n) => n.name);
// Each name with two letters struck wrong.
const near = names.map((name) => name.replace(/(\p{L})(\p{L})(\p{L}*)$/u, "$2$1$3x"));

/** By what they are, each of at most ten thousand letters. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "ten thousand letters": "abcdefghij".repeat(1000),
  "one letter ten thousand times": "a".repeat(10_000),
  "400 words": "who led the delegation that spoke of visas in ".repeat(45),
  "400 words that nobody has": Array.from({ length: 400 }, (_, i) => `zq${i.toString(36)}vx`).join(" "),
  "bait of near names": near.join(" "),
  "bait of near names, the last first": near.toReversed().join(" "),
  "near words of facts":
    "vsias flgihts propretis consluates emabssies sancitons delgeations diplomtas ambasadros bnaking",
  "words without spaces": "whoheadedthedelegation wheredidtheymeet howlongdidittake whatwasagreed",
  "pieces of words": "w ho le d t he deleg ation w he re di d th ey me et",
  "many quotes": `${'"'.repeat(3000)}who ${"'“”‘’«»".repeat(300)}led`,
  "many brackets": `${"(".repeat(3000)}who led${")".repeat(3000)}`,
  "marks over a letter": `who led a${"\u0301".repeat(9000)}`,
  "bait of regular expressions": `${"(a+)+$".repeat(1500)}!`,
  "months and numbers": "january february march april may june 1 2 3 4 5 6 7 8 9 10 11 12 first second third 2024 2025",
  "Turkish endings":
    "görüşmelerdekilerinkiler heyetlerindekilerden toplantılarındakilerle müzakerecilerinkilerden kimlerinkiydi",
  "Russian with slips": "кто возглавял делгацию перговоры встерча посоль резиднция визаы санкици обмне дипломтаы",
  "every letter system": "谁 領導 कौन ใคร من مَن εσείς 누가 誰が ვინ ով מי кто who led".repeat(3),
  "as of and as of": "who led as of ".repeat(700),
};

const rows: Row[] = [];
for (const size of SIZES) {
  const view = libraryView(swollen(library, size));
  const session = siteOver(view);
  const say = async (question: string): Promise<number> => {
    const from = performance.now();
    await answer(ask("ask", { question }), reader, session);
    return performance.now() - from;
  };
  for (let i = 0; i < 30; i += 1) await say(`how long did they meet ${i}`);
  for (const [what, whole] of Object.entries(QUESTIONS)) {
    // A longer one is refused unread.
    const question = whole.slice(0, 1980);
    const times: number[] = [];
    for (let i = 0; i < TIMES; i += 1) times.push(await say(`${"?".repeat(i)}${question}`));
    const told = `${what}, ${view.facts.length} facts`;
    rows.push({
      what: told,
      unit: "ms",
      runs: TIMES,
      median: median(times),
      p99: Math.max(...times),
      least: Math.min(...times),
    });
  }
}
console.log(rows.map(line).join("\n"));
const worst = rows.toSorted((a, b) => (b.least ?? 0) - (a.least ?? 0))[0];
console.log(`The one that takes most: ${worst?.what}, ${worst?.least?.toFixed(1)} ms`);
