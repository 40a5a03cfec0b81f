import type { Sentence } from "./passage.ts";
import { trimmed, type Span } from "./span.ts";

const SAYS =
  "sa(?:id|ys)|t(?:old|ells)|add(?:ed|s)|stat(?:ed|es)|announc(?:ed|es)|confirm(?:ed|s)|report(?:ed|s)|not(?:ed|es)|explain(?:ed|s)|according|disclos(?:ed|es)|wr(?:ote|ites)|declar(?:ed|es)|stress(?:ed|es)|emphasi[sz](?:ed|es)|insist(?:ed|s)|claim(?:ed|s)|acknowledg(?:ed|es)|recall(?:ed|s)|remark(?:ed|s)|conclud(?:ed|es)|comment(?:ed|s)|argu(?:ed|es)|warn(?:ed|s)|observ(?:ed|es)|admit(?:ted|s)|disclos(?:ed|es)|reveal(?:ed|s)";

/** What ends a clause that began earlier. */
const STOPS: readonly RegExp[] = [
  /[;!?](?:\s|$)|:\s|\s[—–-]\s|\s?\(|[“”"]/u,
  /,\s(?:ending|averting|bringing|paving|clearing|raising|leaving|easing|allowing)\s/u,
  /,\s(?:which|who|whom|whose|where|when|once)\s/u,
  /,?\s(?:while|whereas|although|though|because|amid|despite|following|adding|saying|noting|before|after|until|so that)\s/u,
  /,\s(?:but|as|and\s(?:said|added|noted|that|the\s(?:two|sides|parties)|both|they|he|she|it|their|its)|with|without|in\s(?:a|an)\s(?:statement|move|sign)|during|marking|making|according)\s/u,
  /,?\sand\s(?:also\s|then\s|they\s|both\s)?(?:agreed|decided|pledged|signed|noted|reaffirmed|stressed|expressed|underlined|welcomed|outlined|adopted|instructed|discussed|addressed|reviewed|considered|examined|exchanged|debated)\b/u,
  /,\sand\s(?:the\s|its\s|their\s)?(?:[\w’'-]+\s){1,4}?(?:will|would|shall|are to|is to|was|were|has|have)\s/u,
  /,\s(?:in\s(?:response\sto|line\swith|accordance\swith|view\sof|light\sof)|as\spart\sof)\s/u,
  /\s(?:but|as\s(?:the|both|they|he|she|it|confirmed|part|well\sas\sby)|according\sto)\s/u,
  new RegExp(String.raw`,\s[^,;]{2,80}?\s(?:${SAYS})\b`, "u"),
  new RegExp(String.raw`,\s(?:${SAYS})\b`, "u"),
];

/** Where the clause goes on to from `from`: before what ends it, at the latest at the sentence's end. */
export function clauseEnd(bare: string, from: number, { end }: Span): number {
  const rest = bare.slice(from, end);
  let to = rest.length;
  for (const stop of STOPS) {
    const at = rest.search(stop);
    if (at >= 0 && at < to) to = at;
  }
  return from + to;
}

/** The words from `from` to their clause's end. */
export function clauseFrom(bare: string, from: number, within: Span): Span | undefined {
  return trimmed(bare, { start: from, end: clauseEnd(bare, from, within) });
}

const STARTS = new RegExp(
  String.raw`[;:—–“”"(]\s*|,\s|\s(?:but|while|whereas|although)\s|\b(?:${SAYS}|reaffirmed|reiterated|underlined|underscored|maintained|understood|accepted|saying|stating|announcing|adding|noting|declaring)\s(?:[\w\s]{0,30}?\s)?that\s|\b(?:${SAYS}|saying|adding|noting|reporting)\s(?=(?:the|both|a|an|talks|they|it)\s)`,
  "giu",
);

/** Where the clause that stands before `at` begins. */
export function clauseBegin(bare: string, at: number, { start }: Sentence): number {
  // An aside in brackets that is over begins nothing: "the army (ELN) will".
  const starts = [...bare.slice(start, at).matchAll(STARTS)].filter(
    (m) => !m[0].startsWith("(") || !bare.slice(start + m.index, at).includes(")"),
  );
  const last = starts.at(-1);
  return last === undefined ? start : start + last.index + last[0].length;
}

/** All matches of a global pattern within a sentence, with their place in the paragraph. */
export function matchesIn(pattern: RegExp, text: string, { start, end }: Span): readonly RegExpExecArray[] {
  const part = text.slice(start, end);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let m = pattern.exec(part); m !== null; m = pattern.exec(part)) {
    if (m[0] === "") pattern.lastIndex += 1;
    m.index += start;
    found.push(m);
  }
  return found;
}
