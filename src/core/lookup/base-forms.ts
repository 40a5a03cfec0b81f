const VERBS =
  "arise arose arisen|be was were been|bear bore born borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|" +
  "bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|" +
  "come came|cling clung|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|" +
  "eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|" +
  "forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|" +
  "hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|lose lost|make made|mean meant|" +
  "meet met|mislead misled|mistake mistook mistaken|overcome overcame|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|" +
  "run ran|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|" +
  "sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|spring sprang sprung|stand stood|" +
  "steal stole stolen|stick stuck|strike struck stricken|strive strove|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|" +
  "teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|wake woke woken|" +
  "wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|write wrote written|" +
  "free freed|big bigger biggest|large larger largest|small smaller smallest|long longer longest|short shorter shortest|few fewer fewest|high higher highest|" +
  "man men|woman women|child children|foot feet|tooth teeth|mouse mice|person people|life lives|wife wives|leaf leaves";

/** Irregular forms and the word they are of: `led` → `lead`. */
export const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  VERBS.split("|").flatMap((forms) => {
    const [base = "", ...others] = forms.split(" ");
    return others.map((form) => [form, base] as const);
  }),
);
