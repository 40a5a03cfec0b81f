const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter((w) => w !== ""));

/** Nouns that say what somebody is. */
const POSTS = set(`
  ambassador envoy representative negotiator spokesperson spokesman spokeswoman diplomat consul minister president
  premier secretary director chief head senator governor chancellor chairman chairwoman chairperson chair speaker aide
  adviser advisor official commissioner coordinator mediator general colonel admiral judge economist engineer lawyer
  undersecretary gen lt maj col adm capt brig deputy leader commander delegate attaché attache counsellor
  counselor king prince emir sheikh sultan mayor lawmaker legislator mp analyst expert professor
  rapporteur counterpart monk priest bishop archbishop cardinal scientist lieutenant major marshal brigadier captain
  sergeant prosecutor attorney hydrologist geologist biologist historian academic researcher specialist treasurer
  superintendent inspector rector dean imam ayatollah patriarch executive ceo manager organiser organizer activist
  interpreter intermediary facilitator convener convenor intellectual writer officer colleague fm pm nsa assessor
  councillor councilor commodore magistrate auditor ombudsman boss steward mp`);

/** Whether a word says what somebody is, or what several are, or a part of it does: `director-general`. */
export function isPost(low: string): boolean {
  const one = low.replace(/s$/u, "");
  return POSTS.has(low) || POSTS.has(one) || (low.includes("-") && low.split("-").some((part) => POSTS.has(part)));
}

/** What stands before a post or a name and belongs to the post. */
export const TITLE_PARTS = set(`
  mr mrs ms miss dr prof professor sir lord lady dame hon shri smt h.e his her excellency deputy vice assistant under
  acting former new special senior chief top lead foreign affairs state defence defense interior economy finance trade
  prime principal permanent first general press regional national security presidential political legal department
  ministry ministerial office council cabinet lt gen col maj capt adm brig integration transport energy justice home
  veteran incoming outgoing main official honourable honorable white house kremlin congress parliament parliamentary
  middle east plenipotentiary extraordinary international relations cooperation bureau division directorate agency
  army navy staff desk team delegation agriculture fisheries food water irrigation resources industry industrial
  environment environmental labour labor health education culture commerce tourism planning development digital
  communications science technology social human rights infrastructure intelligence energy mines mining oil petroleum
  roads railways aviation maritime fishing customs investment integration regions natural emergency situations public
  works rural territorial reconciliation reconstruction reform territories borders armed commanding policy`);

/** Capitalised words that do not stand in a person's name. */
export const NOT_NAMES = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december government republic kingdom federation union nations united organization organisation
  commission committee embassy consulate university institute bank court party forces corps group times post news press
  center centre palace hotel hall castle airport square street avenue sea lake river gulf ocean island islands mountain
  mountains war treaty agreement accord accords convention summit talks conference forum dialogue joint supreme european
  african arab western eastern northern southern north south east west central cold assembly radio television tv city
  province region district peninsula mission residence villa monastery headquarters club resort complex peace council
  memorandum protocol declaration charter statute communique communiqué article round god christmas easter ramadan eid
  live image photo u.s us uk eu un nato g7 g20 asean au i'm i`);

/** Words that begin sentences; a name does not begin with them. */
export const STARTERS = set(`
  the a an he she it they we i you in on at but and or so if as by for from to of with this that these those there here
  both two three four five six seven eight nine ten one after before during while when where since although though
  however meanwhile also another other some many most all each every no none neither nobody nothing not only even
  still yet then now today yesterday tomorrow earlier later asked speaking according among across behind under over
  between through within without against about what who why how which whose its his her their our my your such
  negotiators delegations officials diplomats envoys representatives sides parties talks discussions negotiations
  consultations heading leading despite following amid because once until unlike like next last first second third
  delegates teams ministers experts sources analysts critics observers military water air new old is was are were will
  would could should did does do has have had let seated present accompanied joined led headed chaired topics issues
  whether yes officially instead perhaps maybe each either such representing
  russian-led us-led saudi-led brokered mediated`);

/** Particles inside names. */
export const PARTICLES = set(
  "al el bin ibn ben de del della da dos di du la le von van der den ter ten zu abu ould bint",
);

export const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
export const WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

/** The event itself, as a noun. */
export const EVENT =
  "talks|negotiations?|discussions?|consultations?|meetings?|rounds?|sessions?|summit|dialogue|encounter|gathering|conference|videoconference|conversations?|deliberations|exchanges?";
/** That it took place. */
export const MEETS =
  "met|meet|meets|meeting|held|hold|holds|holding|gathered|gather|convened|sat down|sat across|took place|take place|takes place|taking place|began|begin|begins|opened|open|started|kicked off|got under way|concluded|ended|wrapped up|conducted|hosted|hosts|hosting|launched|resumed|completed|finished|were in|came together|(?:were\\s)?seated|sat|spent (?=the\\s|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\\p{L}+ (?:hour|day))|arriv\\w+|remained|entered|left|departed|flew|travelled|traveled|negotiated|reconvened|stayed";
/** A group that has a head. */
export const GROUP =
  "delegations?|teams?|sides?|group|negotiators|negotiating teams?|mission|party|representatives|officials|envoys|contingent|working group|experts|engineers|scientists|technicians|lawyers|committee|commission";
