/**
 * How people ask for each kind of fact, beyond the words that name it: verbs and nouns of whole questions, in English.
 * A phrase's words stand in this order, with at most two others between them. `sure` ones ask for the kind by
 * themselves, `likely` ones beside others.
 */
export interface Cues {
  readonly sure: string;
  readonly likely: string;
}

export const CUES: Readonly<Record<string, Cues>> = {
  date: {
    sure: "what day|which day|what date|date|weekday|what month|which month|what year|day of|on what day",
    likely: "day|calendar|take place|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
  },
  venue: {
    sure: "venue|location|which city|what city|city of|in what city|which building|what building|building used|where held|where meet|what place|which palace|same building|same place|same city|same venue|same hotel|where talks|where round|in which country|which country held|which country meet|which country talks|building of|held building|building where|which town|what town|in which town|which hotel|what hotel|which room|what room|which hall|what hall|which place|what venue|premises|meeting place|took place where|site of|place of",
    likely: "city|building|place|site|held|hotel|palace|embassy|residence|address|country|used|hosted|setting",
  },
  duration: {
    sure: "how long|how much time|duration|length|how many hours|how many minutes|last|lasted|longer|shorter|longest|shortest|go on for|over in|long talks|run for|time spend|hours|hours long|marathon|overrun|overran|spent talking|time spent",
    likely: "long|minutes|hour|go on|take|brief|time",
  },
  session: {
    sure: "what time|start|began|begin|kick off|get going|get under way|underway|end|finish|conclude|wrap up|when open|hallway|run into|corridor|when break|adjourn|pause|hour of|how late|delay|delayed|supposed start|get started|got started|what hour|which hour",
    likely:
      "open|happen|exchange|meet before|beforehand|time|face to face|in writing|trilateral|bilateral|separately|clock|morning|afternoon|evening|when",
  },
  movement: {
    sure: "arrive|arrival|leave|left|depart|departure|come|land|fly|get to|show up|reach|stay|come first|go first|get there|came and went|car|plane|motorcade|convoy|travel|went to|visit|touch down|touched down|checked in|head home",
    likely: "first|earlier|later|before|go|got",
  },
  led: {
    sure: "who led|lead|led|head|headed|leader|chief|boss|in charge|negotiator|spoke for|speak for|represent|represented|top man|front man|run team|ran team|delegation head|head of delegation|at helm|main man|sent by|number one|spearhead|spearheaded|principal|front|fronted|top representative|highest ranking|main representative|in command|speaks for|chief of",
    likely: "who|team|delegation|top|main|side|run|ran|post|job|title|position|office|rank|senior",
  },
  role: {
    sure: "role|mediate|mediator|mediation|go between|broker|intermediary|facilitate|facilitator|host|hosted|chair|chaired|moderate|moderator|carry messages|pass messages|messenger|between two|bring together|middleman|host country|preside|presided|arbiter|arbitrate|brokered|sponsor|sponsored|organiser|organizer|auspices|in middle|head of table",
    likely: "ran|run|who|messages|message|between|organise|organize|opened|organised|organized",
  },
  attended: {
    sure: "attend|attended|take part|took part|participate|participant|participants|who there|who was there|went with|go with|came with|come with|who was with|who were with|who is with|flew with|travelled with|traveled with|arrived with|sat with|member|members|present|accompany|accompanied|who in delegation|in delegation|on team|also came|who else|at table|sit at|experts|make up|composition|join|joined|part of|turn up|turned up|show up|sat in on|sit in on|next to|made up of|consist of|consisted of|include|included|line up|lineup|present at|on hand|along with",
    likely: "came|come|went|who|delegation|team|bring|brought|post|job|expert|side|deputy|position|title",
  },
  figure: {
    sure: "how many|how much|number|figure|count|how big|size of|percent|amount|total|how large|how often|bigger|larger|smaller|biggest|largest|smallest|fewer|minimum|maximum|quantity|proportion|tally|headcount|count of",
    likely: "people|many|much|members|minutes|prisoners|exchange|swap|times",
  },
  position: {
    sure: "want|wants|demand|demands|demanded|insist|refuse|reject|offer|offered|propose|proposal|accept|position|stance|call for|condition|conditions|ask for|asked for|red line|give up|ready to|open to|willing|guarantee|guarantees|require|agree to|line on|answer|respond|response|not negotiable|concession|concessions|terms|claim|seek|push for|oppose|expect|put on table|put forward|turn down|turned down|rule out|ruled out|prepared to|keen to|calls for|calling for|calls on|stand on|stance on|viewpoint|request|requests|requested|precondition|preconditions|ultimatum|red lines|bottom line|hope for|pushing for|asking for|holding out|hold out|back down|in favour|in favor|insisted",
    likely:
      "ask|need|say|after|view|believe|stop|ready|would|should|must|plan|idea|ideas|aim|think|support|favour|favor|object|hope|prepared",
  },
  format: {
    sure: "language|interpreter|interpreters|interpret|translate|translator|in english|direct|indirect|face to face|same room|separate rooms|separate room|format|closed doors|conducted|behind closed|open to press|let in|directly|indirectly|what language|which language|how sit|how seated|shape of table|journalists in room|reporters in room|press in room|reporters allowed|journalists allowed|press allowed|in private|in public|in secret|in person|how did they talk|how they talk|how held|shuttle|structured|structure|arranged|organised|organized|one on one|online|by video|virtual|virtually|remotely|setup|set up how",
    likely: "technical|room|rooms|how|language|contact|press|reporters|media|speak|sit|table|plenary|written",
  },
  assessment: {
    sure: "describe|described|assess|assessment|verdict|rate|progress|constructive|productive|sum up|mood|tone|atmosphere|view of|judge|how go|went well|go well|evaluate|evaluation|successful|success|call talks|called talks|call round|think of|characterise|characterize|impression|satisfied|pleased|optimistic|useful|feel about|react|reacts|reacted|reaction|reactions|take on talks|opinion|opinions|appraisal|appraise|rating|rated|upbeat|downbeat|disappointed|disappointment|hopeful|pessimistic|pessimism|optimism|summarise|summarize|deem|deemed|fruitful|promising|smoothly|view on|views on|happy with|satisfied with|unhappy with|how find|how found|how feel|how felt|make of",
    likely:
      "call|called|say|breakthrough|think|difficult|hard|serious|good|bad|positive|happy|glad|feel|felt|regard|regarded|see|saw",
  },
  purpose: {
    sure: "why|purpose|goal|aim|reason|objective|what for|the point|after what|hope to|trying to|intention|want out of|meant to|intent|motive|rationale|objectives|goals|aims|set out to|in order to|aimed at|hope achieve|hoping to",
    likely: "want|hope|after|try|achieve|hoping|mission",
  },
  agenda: {
    sure: "agenda|discuss|discussed|talk about|talked about|topic|topics|on table|issue|issues|raise|raised|cover|covered|subject|subjects|theme|go over|came up|come up|bring up|brought up|speak about|spoke about|deal with|about what|focus|discussing|dealt with|talking points|touch on|touched on",
    likely: "table|about|mention|question|questions|matters|matter|items|item|address|addressed|mentioned",
  },
  excluded: {
    sure: "excluded|exclude|rule out|ruled out|off table|not discuss|not agenda|left out|leave out|not discussed|avoid|not talk about|refuse discuss|refuse talk about|not negotiable topic|off limits|taboo|kept off|keep off|kept out|keep out|omitted|omit|skipped|sidestep|sidestepped|not raised|not raise",
    likely: "agenda|discuss|discussed|talk about|talked about|on table|topic|raise|raised|came up",
  },
  grievance: {
    sure: "complain|complaint|complaints|grievance|grievances|object to|accuse|accused|accusation|frustration|unhappy|angry about|protest|criticise|criticize|blame|hold against|held against|harass|upset about|upset|resent|resentment|gripe|find fault|denounce|denounced|condemn|condemned|objection|objections|dissatisfied|unfair",
    likely: "problem|problems|trouble|anger|angry|beef|hurt|hurts|harm|harms|harmed",
  },
  property: {
    sure: "property|properties|estate|consulate|consulates|trade mission|seize|seized|houses|compound|compounds|dacha|dachas",
    likely: "taken|back|return|restrict|restricted|land|house|buildings",
  },
  quote: {
    sure: "what say|quote|quotes|quotation|said what|exact words|statement|told reporters|say about|said about|comment|comments|words|in own words|tell press|declare|remark|on record|verbatim|cited|put it|told media|told journalists|speech",
    likely: "say|said|says|tell|told|on|mention|announce|reply|replied|saying",
  },
  outcome: {
    sure: "outcome|outcomes|result|results|agree|agreed|agreement|deal|sign|signed|breakthrough|achieve|achieved|come out of|came out of|came of|come of|decide|decided|settle|settled|accomplish|produce|yield|end with|conclusion|reach|reached|exchange|swap|memorandum|document|roadmap|road map|adopt|adopted|clinch|clinched|upshot|achievement|achievements|deliverable|deliverables|end result|concrete result|bring about|solve|solved|resolve|resolved",
    likely: "fix|get|prisoners|release|done|happen|success|hand over|change|accord|pact|produced|declaration|concluded",
  },
  next: {
    sure: "after when|meet after|going after|go after|went after|another cycle|another session|another summit|more talks|more rounds|go next|going next|after meet|next|what follows|what follow|following|meet again|follow up|planned after|planned|another meeting|another round|upcoming|continue|resume|happen after|after that|come after|future|next steps|plan|plans|scheduled|later meeting|announce next|further talks|ahead|foresee|foreseen|envisage|envisaged|afterwards|reconvene|reconvened|next time|next phase|subsequent",
    likely: "again|after|when|date|will|announce|new|go on|due|timetable|later|expected",
  },
  background: {
    sure: "last met|last meet|last talked|met before that|background|context|history|lead up|led to|before talks|previously|prior|earlier talks|last time|beforehand|run up|come about|origin|recently|until then|backdrop|prompted|prompt|triggered|trigger|preceded|precede|leading up|preceding",
    likely: "before|between|cause|happened|since|deal|previous|earlier",
  },
  note: { sure: "note|notes|anything else", likely: "also" },
};

/** The kinds that can answer a question word: of the others, what the other words say is what it is asked about. */
export const ANSWERS: Readonly<Record<string, ReadonlySet<string>>> = {
  who: new Set(
    "led attended role quote position assessment grievance agenda excluded property session movement next".split(" "),
  ),
  when: new Set("date session movement next background".split(" ")),
  where: new Set("venue property next movement session".split(" ")),
  "how-long": new Set("duration figure session position".split(" ")),
  "how-many": new Set("figure property attended duration outcome position".split(" ")),
};

/** What a question word lets one expect. */
export const WANTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  who: { led: 0.6, attended: 0.5, role: 0.4, quote: 0.2, assessment: 0.1, position: 0.1 },
  when: { date: 0.9, session: 0.4, movement: 0.4, next: 0.3 },
  where: { venue: 0.9, property: 0.3, next: 0.2, movement: 0.1, session: 0.1 },
  why: { purpose: 0.9 },
  "how-many": { figure: 0.6, property: 0.3, attended: 0.2, duration: 0.1 },
};
