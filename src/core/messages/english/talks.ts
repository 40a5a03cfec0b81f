/** What the commands for everyone say beside facts: help, one fact, one person. */
export const TALKS_WORDS = {
  "help.title": "Talks: sourced answers about the talks",
  "help.plain": "Ask in your own words, or with a command.",
  "help.ask": "Ask in your own words, misspelt or not: ",
  "help.question": "how long did they meet",
  "help.orCommand": ". Or with a command:",
  "help.options": "Every command takes its options as ",
  "help.pair": "name:value",
  "help.shows": "; help and a command's name shows them all.",
  "help.example": "For example: ",
  "help.unread":
    "A language model wrote these wordings and compared them with the English. No native speaker has read them yet.",
  "button.rounds-list": "Rounds",
  "button.quotations": "Quotations",

  "who.spelled": "Also spelled {names} in the sources.",

  "fact.retracted": "Retracted because: ",
  "fact.disputed": "In dispute with {fact}: ",
  "fact.settled": "Set aside in favour of: ",
  "fact.locked": "Locked: ",
  "fact.onlyAdmin": "only an admin may change it",
  "fact.standing": "Standing: ",
  "fact.revision": "Revision: ",
  "fact.shipped": "as shipped",
  "fact.id": "Fact id {id}.",
} as const;
