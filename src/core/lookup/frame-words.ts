const FRAME = new Set(
  "acted acts nobody everybody exact precise people man men guys person official officials group kind sort part way thing things per exactly really actually already according question answer news facts fact information info detail details moment point case first happen happened side head table names name whose himself themselves round rounds meetings sessions discussion discussions list show items item biggest main used use uses using per negotiate negotiates negotiated negotiating negotiation negotiations converse conversed confer conferred compare compares compared comparing".split(
    " ",
  ),
);

/** Whether a word is of what any question is asked about, and says nothing of it. */
export function isFrame(word: string): boolean {
  return FRAME.has(word);
}
