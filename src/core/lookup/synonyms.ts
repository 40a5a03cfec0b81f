import { lazy } from "#core/text/lazy.ts";
import { termOf } from "./stem.ts";

// The words that people use for the words of sources, beyond any one slot. A slot's own words are in its definition.
const ALIKE =
  "money currency|people population inhabitant|size area big large|tall high height elevation|boss leader chief head|lead head chief leader|" +
  "president leader head|premier minister government|king monarch ruler|ruler leader monarch|start begin commence open|end finish conclude stop|" +
  "talk discuss conversation negotiation|meeting talks session round|purpose aim goal objective|reason cause|buy purchase|die death dead|" +
  "birth born|kill death|build construct|make produce create manufacture|product commodity export|goods commodity|sell export|import buy|" +
  "religion faith religious|speak language|tongue language|weather climate|temperature climate|land terrain|landscape terrain|disaster hazard|" +
  "army military armed|troops military force|soldier military army|law legal legislation|court judicial judge|parliament legislature legislative|" +
  "congress legislature legislative|vote suffrage election|party political|flag banner|anthem song|holiday celebrate|symbol emblem|colour color|" +
  "near border neighbour|neighbor border neighbour|touch border|coast coastline shore|sea coastline water|mountain peak elevation|young youth|old age|" +
  "median age|poor poverty|rich wealth income|job employment unemployment occupation|work employment labor|jobless unemployment|price inflation|" +
  "gdp economy economic|industry industries|farm agriculture agricultural|crop agricultural|grow agricultural|internet web online|website code domain|" +
  "phone telephone|airport airfield|train railway rail|road roadway|ship merchant marine|port harbour|oil petroleum|gas natural|electric electricity|" +
  "power energy electricity|doctor physician|school education|read literacy literate|study education|child children infant|baby infant birth|" +
  "ethnic race nationality|citizen nationality|call demonym nationality|time zone|independent independence|free independence|province division|" +
  "state division|region division area|district division|ambassador envoy mission|embassy mission diplomatic|diplomat ambassador|treaty agreement accord|" +
  "agree agreement|fight battle war|conflict war dispute|attack invade|author writer write|found establish create|located location situated|" +
  "place location venue|date day|year date|amount number quantity|whole total|famous popular|illness disease|disease illness|money fund|pay finance payment|" +
  "car vehicle automobile|movie film|picture image|sickness disease|tax revenue|debt loan|help assist aid|need require|use utilise employ|show display|" +
  "important significant major|main primary principal major|first initial original|last final|new recent|various different|type kind form|" +
  "arrive arrival come|leave depart departure|grievance complaint|building premises|property estate real|seize confiscate|swap exchange trade|exchange swap trade|limit restriction|spokesperson spokeswoman spokesman";

/** Terms that may stand for a term, itself excepted; one direction, from what is asked to what is held. */
export const synonyms = lazy(group);

function group(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const set of ALIKE.split("|")) {
    const [asked = "", ...held] = set.split(" ").map(termOf);
    all.set(asked, [...new Set([...(all.get(asked) ?? []), ...held.filter((t) => t !== asked)])]);
  }
  return all;
}
