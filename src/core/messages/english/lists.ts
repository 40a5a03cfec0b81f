/** What the commands that list things say: properties, sources, changes, rounds, quotations. */
export const LISTS = {
  "button.properties": "Properties",
  "button.compare": "Compare",
  "button.earlier": "Earlier changes",
  "button.thatQuote": "That quotation",
  "button.thisFact": "This fact",

  "properties.of": "Properties: {round}",
  "properties.one": "{kind} in {place}",
  "properties.oneByOne": "Named one by one",
  "properties.count": "{outlets} {n, plural, one {counts} other {count}} {number}",
  "properties.notStated": "not stated",
  "properties.sources": "For the table",
  "column.name": "Name",
  "column.place": "Place",
  "column.kind": "Kind",
  "column.owner": "Whose",
  "column.measure": "What was done",
  "column.by": "Said by",

  "sources.held":
    "The desk holds {n, plural, one {# article} other {# articles}} of {outlets, plural, one {# outlet} other {# outlets}}.",
  "sources.of":
    "{n, plural, one {# article} other {# articles}} of {outlets, plural, one {# outlet} other {# outlets}} {n, plural, one {tells} other {tell}} of {round}.",
  "sources.marks": "A ¶ is a paragraph of the article. A note is an item of the notes on it.",
  "sources.outlet": 'an outlet "{typed}"',
  "sources.says":
    "{outlet} says {n, plural, one {# fact} other {# facts}} in {articles, plural, one {# article} other {# articles}}.",
  "sources.cited": "{outlet} is cited for {n, plural, one {# fact} other {# facts}} without words of its own.",
  "sources.saysAndCited":
    "{outlet} says {n, plural, one {# fact} other {# facts}} in {articles, plural, one {# article} other {# articles}}, and is cited for {more} more without words of its own.",
  "sources.own": "In this outlet's own wording.",
  "sources.bare": "Cited, without its own words",
  "sources.noDay": "no day given",
  "sources.paragraphs": "{n, plural, one {# paragraph} other {# paragraphs}}",
  "sources.notes": "{n, plural, one {# note} other {# notes}}",
  "column.outlet": "Outlet",
  "column.published": "Published",
  "column.facts": "Facts",
  "column.held": "Held as",
  "column.article": "Article",

  "changes.none": "Nothing changed since {moment}.",
  "changes.since": "{n, plural, one {# change} other {# changes}} since {moment}.",
  "changes.shipped": "Besides, {n, plural, one {# change} other {# changes}} came with the library that Talks ships.",
  "moment.at": "{day}, {time} UTC",
  "moment.endOf": "the end of {day} (UTC)",

  "list.known": "The desk knows {n, plural, one {# round} other {# rounds}} of talks{whose}.",
  "list.round":
    ": {n, plural, one {# fact} other {# facts}} from {articles, plural, one {# article} other {# articles}}",

  "quote.none": "The desk holds no quotation like that.",
  "quote.look": "Look through the quotations that it holds, or ask who said it.",
  "quote.nearest": "Nearest is “{words}”, {name}, as quoted by {outlets}.",
  "quote.exact": "Exactly as {outlets} {n, plural, one {quotes} other {quote}} it",
  "quote.part": "Exact, but only a part of the quotation, as {outlets} {n, plural, one {quotes} other {quote}} it",
  "quote.punctuation":
    "Altered: the same words, with other punctuation than {outlets} {n, plural, one {quotes} other {quote}}",
  "quote.capitals":
    "Altered: the same words, with other capital letters than {outlets} {n, plural, one {quotes} other {quote}}",
  "quote.altered": "Altered: the words differ from those that {outlets} {n, plural, one {quotes} other {quote}}",
  "quote.others": "In other words or in another language:",
  "quote.goesOn": "The quotation goes on with the words in bold: ",
  "quote.yours": "Your words; the source does not have those in bold: ",
  "quote.theirs": "The source's words; yours lack or change those in bold: ",

  "person.none": "No fact tells of {name}.",
  "person.known": "The desk knows the name: {what}.",
  "person.of": "of {party}",
  "person.party": "a party in {negotiation}",
  "person.mediator": "a mediator in {negotiation}",
  "person.host": "a host in {negotiation}",
  "person.observer": "an observer in {negotiation}",
  "compare.one": "Those two are one round: {round}.",
  "compare.noOther": "The desk knows no other round of it.",
  "compare.type": 'Type two, as in: /talks compare "{a}" "{b}"',
} as const;
