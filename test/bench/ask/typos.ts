// Numbers by Lehmer's generator: the same slips on every run.
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const LEAST = 4;

/** A question with one slip in a word of four letters and more, two in a long question: dropped, doubled or swapped. */
export function mistyped(words: string, seed: number): string {
  const random = seeded(seed * 7919 + 17);
  for (let i = 0; i < 3; i += 1) random();
  const all = words.split(" ");
  const able = all.flatMap((word, i) => (/^[a-z]+$/iu.test(word) && word.length >= LEAST ? [i] : []));
  for (let n = all.length > 7 ? 2 : 1; n > 0 && able.length > 0; n -= 1) {
    const [at = 0] = able.splice(Math.floor(random() * able.length), 1);
    all[at] = slipped(all[at] ?? "", random);
  }
  return all.join(" ");
}

function slipped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, own, next, rest] = [word.slice(0, at), word[at] ?? "", word[at + 1] ?? "", word.slice(at + 2)];
  const kind = Math.floor(random() * 3);
  return kind === 0 ? before + next + rest : kind === 1 ? before + own + own + next + rest : before + next + own + rest;
}
