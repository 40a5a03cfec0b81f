/** Units of figures that several words name. Any other word after a number is its own unit. */
export const UNIT_NAMES: Readonly<Record<string, string>> = {
  percent: "% percent yüzde процент процента процентов процентам per_cent por_ciento prozent pour_cent",
  "percentage point":
    "percentage_point percentage_points puan yüzde_puan пп процентный_пункт процентного_пункта процентных_пункта процентных_пунктов pp puntos_porcentuales punto_porcentual prozentpunkt prozentpunkte prozentpunkten point_de_pourcentage points_de_pourcentage",
  dollar: "$ dollar dollars dolar доллар доллара долларов долл dólar dólares",
  "US dollar":
    "us_$ u_s_$ usd u_s_dollars us_dollars us_dollar u_s_dollar abd_doları доллар_сша доллара_сша долларов_сша dólares_estadounidenses",
  euro: "€ eur euro euros avro евро",
  cent: "cent cents цент цента центов céntimo céntimos centime centimes",
  pound: "£ gbp pound pounds sterlin фунт фунта фунтов",
  ruble: "₽ rub ruble rubles rouble roubles ruble рубль рубля рублей руб rublo rublos rubel roubles",
  lira: "₺ try tl lira liras лира лиры лир",
  yuan: "cny yuan renminbi rmb юань юаня юаней",
  rial: "irr rial rials riyal риал риала риалов",
  hryvnia: "₴ uah hryvnia hryvnias grivna гривна гривны гривен",
  kilometre:
    "km kilometre kilometres kilometer kilometers kilometre километр километра километров км kilómetro kilómetros kilomètre kilomètres",
  tonne: "t tonne tonnes ton tons тонна тонны тонн tonelada toneladas tonnen",
  kilogram:
    "kg kilogram kilograms kilogramme kilogrammes килограмм килограмма килограммов кг kilogramo kilogramos kilogrammes",
  degree: "° degree degrees derece градус градуса градусов grado grados grad degré degrés",
  person: "person persons people kişi человек человека людей persona personas personen personnes personne leute",
  minute: "min mins minute minutes dakika dk минута минуты минут мин minuto minutos minuten",
  hour: "hour hours hr hrs saat час часа часов hora horas stunde stunden heure heures",
  day: "day days gün день дня дней día días tag tage tagen jour jours",
  month: "month months ay месяц месяца месяцев mes meses monat monate monaten mois",
  year: "year years yıl год года лет año años jahr jahre jahren an ans",
};
