import type { YAMLError } from "yaml";
import type { MessageId } from "#core/messages/english.ts";

type Fault = Extract<
  MessageId,
  `yaml.${"tab" | "indent" | "key" | "start" | "escape" | "missing" | "twice" | "tag" | "anchor" | "unfit"}`
>;

/** The message that tells a fault of the parser in plain words, by its code. */
export function faultOf({ code }: YAMLError): Fault {
  switch (code) {
    case "TAB_AS_INDENT":
      return "yaml.tab";
    case "BAD_INDENT":
      return "yaml.indent";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return "yaml.key";
    case "BAD_SCALAR_START":
      return "yaml.start";
    case "BAD_DQ_ESCAPE":
      return "yaml.escape";
    case "MISSING_CHAR":
      return "yaml.missing";
    case "DUPLICATE_KEY":
      return "yaml.twice";
    case "TAG_RESOLVE_FAILED":
    case "MULTIPLE_TAGS":
      return "yaml.tag";
    case "ALIAS_PROPS":
    case "BAD_ALIAS":
    case "MULTIPLE_ANCHORS":
      return "yaml.anchor";
    case "BAD_COLLECTION_TYPE":
    case "BAD_DIRECTIVE":
    case "BAD_PROP_ORDER":
    case "BLOCK_IN_FLOW":
    case "IMPOSSIBLE":
    case "MULTIPLE_DOCS":
    case "NON_STRING_KEY":
    case "RESOURCE_EXHAUSTION":
    case "UNEXPECTED_TOKEN":
      return "yaml.unfit";
  }
}
