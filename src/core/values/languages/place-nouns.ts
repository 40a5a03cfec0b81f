/**
 * Kinds of buildings, by stems that their words begin with, in English, Turkish, Russian,
 * Spanish and a few languages beside them. A residence of a
 * consul is a residence.
 */
export const BUILDINGS: Readonly<Record<string, string>> = {
  residence: "residence residency konut ikametgâh rezidans резиденци residencia residenz residenza",
  consulate:
    "consulate consular konsolosluk konsolosluğ başkonsolosluk başkonsolosluğ консульств генконсульств consulado konsulat generalkonsulat consulat consolato",
  embassy:
    "embassy embassies büyükelçilik büyükelçiliğ elçilik elçiliğ sefaret посольств embajada botschaft ambassade ambasciata embaixada",
  palace: "palace saray дворец дворц palais palacio palast palazzo",
  hotel: "hotel otel отел гостиниц hôtel albergo",
  mansion: "mansion villa köşk yalı вилл особняк mansión",
  ministry:
    "ministry bakanlık bakanlığ министерств ministerio ministerium außenministerium ministère ministero ministério",
  office: "office ofis büro офис бюро oficina bureau",
  centre: "centre center merkez центр centro zentrum",
  airport: "airport havaalan havaliman аэропорт aeropuerto flughafen aéroport aeroporto",
  university: "university üniversite университет universidad université universität università",
};

/** Buildings that are one of their kind for a country and a city: each is told by where it stands. */
export const MISSIONS: readonly string[] = ["residence", "consulate", "embassy", "ministry"];

/**
 * What lies within a city or beside one and is not a building: a district, a street, an island. Written and read as the
 * buildings are.
 */
export const AREAS =
  "district quarter neighbourhood neighborhood suburb suburbs borough municipality province region county street avenue road boulevard square island islands isles peninsula coast shore waterfront side centre! center! downtown outskirts village ilçe semt mahalle caddesi cadde sokak sokağı bulvarı meydanı meydan ada! adası adaları yakası sahil köy! köyü район округ квартал улиц проспект площад остров пригород посёлок берег сторона barrio distrito calle avenida plaza! isla islas suburbio stadtteil bezirk viertel straße strasse platz insel vorort quartier arrondissement rue boulevard île îles banlieue quartiere via! piazza isola";

/** Countries, by stems of their names and adjectives; one that ends in `!` has no endings: Russell names no country. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  ru: "russia rusya rus росси русск рф rusia ruso! rusa! rusos! rusas! russe! russes! russie russo! russa! russisch russland",
  us: "us usa america united_states abd amerika сша америк соединенных_штат estados_unidos eeuu estadounidens états_unis stati_uniti ee_uu usa",
  tr: "türkiye turkey turkish türk турци турецк turquía turco turca türkei türkisch turc! turque turquie turchia",
  ua: "ukrain ukrayna украин ucrania ucrain",
  ir: "iran иран irán",
  om: "oman umman оман omán",
  qa: "qatar katar катар catar",
  sa: "saudi suudi сауд saudí saoudite saudit",
  ae: "emirati emirates uae bae оаэ эмират",
  eg: "egypt mısır египет египт egipto ägypt",
  il: "israel israil израил",
  ch: "switzerland swiss isviçre швейцари suiza schweiz suisse svizzera",
  it: "italy italian italya итали italia italien",
  fr: "france french fransa fransız франци француз francia francés frankreich französisch",
  de: "germany german almanya alman германи немецк alemania alemán deutsch allemagne allemand",
  gb: "uk british britain united_kingdom ingiltere britanya ingiliz британ великобритан reino_unido británic britann britisch royaume_uni",
  cn: "china chinese çin кита chino",
  va: "vatican vatikan ватикан",
};

/** Words that tell no place from another. */
export const PLACE_FILLERS =
  "the a of in at for to s general building complex compound premises grounds city republic federation genel binası binasında bina yerleşkesi şehri kenti federasyonu cumhuriyeti здание здании комплекс город городе генеральное генерального генеральном федерации республики в на при и ve consul consuls başkonsolosu başkonsolosunun konsolosu konsolosunun генконсула генерального_консула консула nun nin nın nün un in ın ün daki deki nda nde da de ta te el la los las del y en edificio sede generalkonsul generalkonsuls konsul konsuls das der die des dem den im am gebäude stadt und le les l du d au bâtiment ville il lo della dello dei";
