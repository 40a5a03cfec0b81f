/** What the template of a file of facts remarks. */
export const FILE_TEMPLATE = {
  "template.facts":
    "Facts to import. Fill in what you have, repeat what you need, take out the rest: what stays empty is passed over.",
  "template.source": "who published it",
  "template.address": "http or https; never fetched",
  "template.published": "2025-04-10 or 10.04.2025",
  "template.language": "a tag such as en or tr",
  "template.outletKind": "such as state news agency",
  "template.held": "text (read whole) or notes",
  "template.paragraphs": "how many there are",
  "template.talks": "which round",
  "template.side.required": "required",
  "template.side.optional": "optional",
  "template.paragraph": "which one says it, counted from 1",
  "template.excerpt": "its exact words, where they matter",
  "template.according": "whom the source has it from, such as: according to the ministry",
  "template.oneOf": "{about} ({values})",
  "template.needed": "{about}; needed",
} as const;
