/**
 * Words of every sentence: they find nothing by themselves. The speller knows them, so that "teh" does not count as a
 * rare word.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about all also am an and any are as at be because been before being both but by can could did do does doing for from had has " +
    "have having he her here hers him his how i if in into is it its itself just know me might mine more most my myself no nor not of on " +
    "one only or other our out over own please said same say shall she should so some such tell than that the their them then there " +
    "these they this those through to too under until up upon very was we were what when where which while who whom whose why will " +
    "with would you your yours many much called name named find give show whats whos"
  ).split(" "),
);
