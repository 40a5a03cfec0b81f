/**
 * Kinds of buildings, by stems that their words begin with, in English, Turkish, Russian and Spanish. A residence of a
 * consul is a residence.
 */
export const BUILDINGS: Readonly<Record<string, string>> = {
  residence: "residence residency konut ikametgâh rezidans резиденци residencia",
  consulate:
    "consulate consular konsolosluk konsolosluğ başkonsolosluk başkonsolosluğ консульств генконсульств consulado",
  embassy: "embassy embassies büyükelçilik büyükelçiliğ elçilik elçiliğ sefaret посольств embajada",
  palace: "palace saray дворец дворц palais palacio",
  hotel: "hotel otel отел гостиниц",
  mansion: "mansion villa köşk yalı вилл особняк mansión",
  ministry: "ministry bakanlık bakanlığ министерств ministerio",
  office: "office ofis büro офис бюро oficina",
  centre: "centre center merkez центр centro",
  airport: "airport havaalan havaliman аэропорт aeropuerto",
  university: "university üniversite университет universidad",
};

/** Countries, by stems of their names and adjectives. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  ru: "russia rusya rus росси русск рф rusia",
  us: "us usa america united_states abd amerika сша америк соединенных_штат estados_unidos eeuu estadounidens",
  tr: "türkiye turkey turkish türk турци турецк turquía turco turca",
  ua: "ukrain ukrayna украин ucrania",
  ir: "iran иран irán",
  om: "oman umman оман omán",
  qa: "qatar katar катар catar",
  sa: "saudi suudi сауд saudí",
  ae: "emirati emirates uae bae оаэ эмират",
  eg: "egypt mısır египет египт egipto",
  il: "israel israil израил",
  ch: "switzerland swiss isviçre швейцари suiza",
  it: "italy italian italya итали italia",
  fr: "france french fransa fransız франци француз francia francés",
  de: "germany german almanya alman германи немецк alemania alemán",
  gb: "uk british britain united_kingdom ingiltere britanya ingiliz британ великобритан reino_unido británic",
  cn: "china chinese çin кита chino",
  va: "vatican vatikan ватикан",
};

/** Words that tell no place from another. */
export const PLACE_FILLERS =
  "the a of in at for to s general building complex compound premises grounds city republic federation genel binası binasında bina yerleşkesi şehri kenti federasyonu cumhuriyeti здание здании комплекс город городе генеральное генерального генеральном федерации республики в на при и ve consul consuls başkonsolosu başkonsolosunun konsolosu konsolosunun генконсула генерального_консула консула nun nin nın nün un in ın ün daki deki nda nde da de ta te";
