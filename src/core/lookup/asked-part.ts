const ENDS = /(?<=[\p{L}\p{N})”"']{2}[.?!…]+)\s+|\s*[;\n]\s*|,\s+|\s+[-–—]+\s+|(?<=\p{L}{3}):\s+/u;
const QUESTION =
  /^(?:(?:and|so|but|ok|okay|hey|hi|hello|well) )?(?:who|whom|whose|whos|when|where|wher|why|how|what|whats|which|is|are|was|were|did|do|does|has|have|had|can|could|will|would|tell|any)\b/iu;
const OF_ASKER = /(?<![\p{L}\p{N}'’])(?:i|i['’]?m|i['’]?ve|i['’]?d|my|me|mine|we['’]?re|our|ours)(?![\p{L}\p{N}'’])/iu;
// "need this for air in five minutes", "on deadline", "quick question": why and how fast it is wanted.
const URGENT =
  /^(?:(?:i['’]?m|i am|we['’]?re|we are|it['’]?s|its|it is|this is) )?(?:(?:quick|urgent|asap|stupid|dumb|silly|one more|last|another|simple|easy|serious)(?: (?:one|q|question|thing|check|ask))?|(?:on|near|close to) (?:a |the )?deadline|(?:for|before) (?:the )?(?:air|print|press|class|school|homework|work|broadcast|bulletin|publication|a? ?(?:story|piece|report|article|paper|essay|test|exam|quiz)|tomorrow|tonight|today)\b.*|(?:need|needed|want|wanted|writing|working|doing|filing|checking|editing|preparing|going|live|asking|sorry|fact ?check(?:ing)?|just)\b.*|(?:thanks|thank you|thx|ty|cheers|pls|plz|please|sorry)(?: .*)?)$/iu;
const WORDS_MIN = 3;

/** "correct?", "isn't it": what comes before is asked yes or no. */
const TAG =
  /^(?:right|correct|yes|yeah|no|true|is (?:that|it|this) (?:right|correct|true|so)|(?:is|was|are|were|did|do|does|has|have|had|would|will|could)n['’]?t (?:it|he|she|they|that|there)|(?:did|was|is|were|are|do|does) (?:it|he|she|they)|am i (?:right|wrong|correct)|or (?:not|no|am i wrong)|eh|huh)[?!. ]*$/iu;
// "he flew in by train right?", where no comma parts it.
const LAST =
  / (?:right|correct|is (?:that|it) (?:right|correct|true)|am i right|isn['’]?t it|didn['’]?t (?:he|she|they|it))[?!. ]*$/iu;

/** What is asked in a message, and whether a tag at its end makes a question of a statement. */
export interface AskedPart {
  readonly words: string;
  readonly tagged: boolean;
}

/**
 * The part of a message that asks. What people say of themselves and of their hurry is left out, before it or after
 * it: "my uncle never came back", "need this for air in five minutes". So is a tag at the end: "…, correct?"
 */
export function askedPart(message: string): AskedPart {
  const all = message.split(ENDS).map((piece) => piece.trim());
  const pieces = all.filter((piece) => piece !== "");
  const last = pieces.at(-1) ?? "";
  const said = pieces.slice(0, -1);
  if (said.length > 0 && TAG.test(last) && !said.some(asks)) return { words: said.join(", "), tagged: true };
  if (pieces.length === 1 && !QUESTION.test(last) && LAST.test(last) && sizeOf(last) > WORDS_MIN + 1)
    return { words: last.replace(LAST, ""), tagged: true };
  const asking = pieces.some((piece) => asks(piece) && sizeOf(piece) >= WORDS_MIN);
  const isBeside = (piece: string): boolean => !asks(piece) && (URGENT.test(piece) || (asking && OF_ASKER.test(piece)));
  const kept = pieces.filter((piece) => !isBeside(piece));
  const isWhole = kept.length === pieces.length || sizeOf(kept.join(" ")) < 2;
  return { words: isWhole ? message : kept.join(", "), tagged: false };
}

function asks(piece: string): boolean {
  return QUESTION.test(piece) || (piece.endsWith("?") && !TAG.test(piece));
}

function sizeOf(piece: string): number {
  return piece.split(/\s+/u).length;
}
