/** Words that do not say which fact is meant: little words, and words of every question about talks. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and are as at be been but by can could did do does for from had has have he her his how i in is it its me my of on or our " +
    "wouldnt couldnt shouldnt isnt arent werent havent hasnt hadnt dont doesnt cant wont " +
    "im ive youre youve theyre hes shes weve lets please say she so tell that the their them then there they this to was we were what when where which who whom whose why will with " +
    "would you your if no not of off or out over so than then too up yes about all any many much talks talk meeting meet met round " +
    "here delegation delegations side sides team again exactly both happen happened happens " +
    "ne mi mu bir ve ile var vardi и в на с о об же ли что как это был была были " +
    "heyet heyeti heyetini tarafi gorusme gorusmeler делегация делегацию делегации сторона сторону переговоры переговоров"
  ).split(" "),
);
