/**
 * Kinds of buildings, by stems that their words begin with, in English, Turkish and Russian. A residence of a consul is
 * a residence.
 */
export const BUILDINGS: Readonly<Record<string, string>> = {
  residence: "residence residency konut ikametgâh rezidans резиденци",
  consulate: "consulate consular konsolosluk konsolosluğ başkonsolosluk başkonsolosluğ консульств генконсульств",
  embassy: "embassy embassies büyükelçilik büyükelçiliğ elçilik elçiliğ sefaret посольств",
  palace: "palace saray дворец дворц palais",
  hotel: "hotel otel отел гостиниц",
  mansion: "mansion villa köşk yalı вилл особняк",
  ministry: "ministry bakanlık bakanlığ министерств",
  office: "office ofis büro офис бюро",
  centre: "centre center merkez центр",
  airport: "airport havaalan havaliman аэропорт",
  university: "university üniversite университет",
};

/** Countries, by stems of their names and adjectives. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  ru: "russia rusya rus росси русск рф",
  us: "us usa america united_states abd amerika сша америк соединенных_штат",
  tr: "türkiye turkey turkish türk турци турецк",
  ua: "ukrain ukrayna украин",
  ir: "iran иран",
  om: "oman umman оман",
  qa: "qatar katar катар",
  sa: "saudi suudi сауд",
  ae: "emirati emirates uae bae оаэ эмират",
  eg: "egypt mısır египет египт",
  il: "israel israil израил",
  ch: "switzerland swiss isviçre швейцари",
  it: "italy italian italya итали",
  fr: "france french fransa fransız франци француз",
  de: "germany german almanya alman германи немецк",
  gb: "uk british britain united_kingdom ingiltere britanya ingiliz британ великобритан",
  cn: "china chinese çin кита",
  va: "vatican vatikan ватикан",
};

/** Words that tell no place from another. */
export const PLACE_FILLERS =
  "the a of in at for to s general building complex compound premises grounds city republic federation genel binası binasında bina yerleşkesi şehri kenti federasyonu cumhuriyeti здание здании комплекс город городе генеральное генерального генеральном федерации республики в на при и ve consul consuls başkonsolosu başkonsolosunun konsolosu konsolosunun генконсула генерального_консула консула nun nin nın nün un in ın ün daki deki nda nde da de ta te";
