const MEANS =
  /^(?:planes?|aeroplanes?|airplanes?|aircraft|jets?|flights?|flew|fly|helicopters?|cars?|motorcade|convoy|trains?|rail|railway|bus|buses|coach|boats?|ships?|ferry|road|foot|air)$/u;

/** Whether a word says by what means somebody travels: "train". */
export function isMeans(word: string): boolean {
  return MEANS.test(word);
}
