import { expect, it } from "vitest";
import { readLength } from "#core/values/length.ts";

const brief = (stated: string): string => {
  const length = readLength(stated);
  if (length === undefined) return "words";
  const { bound, degree, least, most, counts } = length;
  return `${degree === undefined ? "" : `${degree} `}${bound} ${least}..${most ?? ""}${counts === "days" ? " days" : ""}`;
};

const READ: Readonly<Record<string, string>> = {
  "exact 330..330": `5h30|5h30m|5h 30m|5 h 30 min|5 hrs 30 mins|5 hrs. 30 mins.|5 hours 30|5:30 hours|5 1/2 hours|5-1/2 hours|5 and 1/2 hours
    |5½ hours|5 ½ hours|5½-hour|5.5 hours|5,5 hours|five and a half hours|five-and-a-half hours|five hours and a half|five point five hours
    |330 minutes|three hundred and thirty minutes|5 hours and 30 minutes|5 hours & 30 minutes|five hours, thirty minutes|five hours thirty|5:30h|“5½ hours”
    |lasted 5½ hours|for five and a half hours|beş buçuk saat|5 buçuk saat|5,5 saat|beş buçuk saatlik|beş buçuk saat sürdü|5 saat 30 dakika
    |5 saat 30 dk|beş saat otuz dakika|üç yüz otuz dakika|BEŞ BUÇUK SAAT|пять с половиной часов|пяти с половиной часов|5,5 часа|5 ч 30 мин
    |5 ч. 30 мин.|пять часов тридцать минут|триста тридцать минут|длились пять с половиной часов|cinco horas y media|5 horas y media|5,5 horas|5 horas 30 minutos|duró cinco horas y media|trescientos treinta minutos
    |٥ hours 30|५ hours ३० minutes|５．５ hours`,
  "exact 90..90":
    "an hour and a half|hour and a half|one and a half hours|1½ hours|bir buçuk saat|полтора часа|полутора часов|час тридцать|90 minutes",
  "exact 150..150":
    "two and a half hours|two hours and half an hour|2½-hour|iki buçuk saat|двух с половиной часов|два часа 30 минут",
  "exact 30..30": "half an hour|half-an-hour|a half hour|half hour|½ hour|½ an hour|1/2 hour|yarım saat|полчаса",
  "exact 45..45":
    "¾ hour|three quarters of an hour|three-quarters of an hour|три четверти часа|forty-five minutes|kırk beş dakika|kırkbeş dakika|сорок пять минут|cuarenta y cinco minutos|tres cuartos de hora",
  "exact 15..15":
    "a quarter of an hour|quarter hour|çeyrek saat|четверть часа|on beş dakika|onbeş dakika|пятнадцать минут",
  "exact 25..25": "twenty-five minutes|twenty five minutes|yirmi beş dakika|двадцать пять минут|veinticinco minutos",
  "exact 75..75": "an hour and a quarter|one and a quarter hours|час с четвертью|hora y cuarto|una hora y cuarto",
  "exact 125..125":
    "one hundred and twenty-five minutes|a hundred and twenty five minutes|yüz yirmi beş dakika|сто двадцать пять минут",
  "exact 360..360":
    "six hours|6 hours|6h|six-hour|6 hrs|six full hours|exactly six hours|altı saat|шесть часов|6 ч|6 saat sürdü",
  "exact 2880..2880 days": "two days|2 days|iki gün|два дня|двое суток",
  "exact 2160..2160 days": "a day and a half|one and a half days|bir buçuk gün|полтора дня",
  "exact 720..720 days": "half a day|yarım gün|полдня",
  "from-to 300..360": `five to six hours|5-6 hours|5–6h|5 – 6 hours|5h-6h|five-to-six-hour|from five to six hours|between five and six hours
    |five or six hours|anywhere between five and six hours|beş ila altı saat|5-6 saat|beş ile altı saat arasında|5-6 saat arası|beş veya altı saat
    |от пяти до шести часов|5-6 часов|5–6 ч|пять-шесть часов|пять или шесть часов|entre cinco y seis horas|de cinco a seis horas|cinco o seis horas`,
  "from-to 300..390":
    "5 to 6.5 hours|5 to 6½ hours|five to six and a half hours|5 hours to 6 hours 30 minutes|beş ila altı buçuk saat",
  "from-to 150..180": "2½ to 3 hours|two and a half to three hours|2½–3 hours",
  "from-to 60..120": "an hour or two|one to two hours|час или два|один-два часа|bir ila iki saat",
  "from-to 60..90": "час-полтора|an hour to an hour and a half|60 to 90 minutes",
  "about 324..396": `about six hours|around six hours|approximately 6 hours|approx. 6 hours|roughly six hours|some six hours|circa 6 hours|~6 hours
    |≈ 6 h|six hours or so|six hours approximately|more or less six hours|close to six hours|yaklaşık altı saat|yaklaşık olarak 6 saat
    |aşağı yukarı altı saat|altı saat kadar|6 saat civarında|около шести часов|примерно шесть часов|приблизительно 6 часов|порядка шести часов|unas seis horas|alrededor de seis horas
    |cerca de 6 horas|aproximadamente seis horas`,
  "about 297..363": "yaklaşık 5,5 saat|about 5½ hours|около пяти с половиной часов",
  "about 270..330": "часов пять|about five hours",
  "about 90..150": "часа два|about two hours",
  "about 270..396": "roughly five to six hours|около пяти-шести часов|yaklaşık 5-6 saat",
  "more than 300..": `more than five hours|over five hours|over 5h|>5 h|longer than five hours|in excess of five hours|upwards of five hours|beş saatten fazla
    |5 saatten uzun|beş saati aşkın|beş saati aşkın süre|5 saatin üzerinde|более пяти часов|свыше пяти часов|больше 5 часов|более чем 5 часов
    |más de cinco horas|mas de 5 horas|durante más de cinco horas`,
  "at least 180..": `at least three hours|no less than 3 hours|not less than three hours|no fewer than three hours|3+ hours|3-plus hours|three or more hours
    |three hours or more|≥3 h|>= 3 hours|en az 3 saat|en az üç saat|3 saatten az değil|не менее трёх часов|не меньше 3 часов|минимум три часа|al menos tres horas
    |no menos de tres horas|tres horas o más|como mínimo tres horas`,
  "at most 0..360": `at most six hours|not more than six hours|no more than 6 hours|no longer than six hours|up to six hours|six hours at most|≤ 6 h
    |6 hours or less|a maximum of six hours|en fazla altı saat|6 saate kadar|altı saatten fazla değil|не более 6 часов|не больше шести часов
    |максимум шесть часов|до шести часов|no más de seis horas|como máximo seis horas|hasta seis horas`,
  "less than 0..60":
    "less than an hour|under an hour|<1 hour|bir saatten az|1 saatin altında|менее часа|меньше одного часа|menos de una hora",
  "just more than 60..90":
    "just over an hour|a little over an hour|slightly more than an hour|bir saatten biraz fazla|чуть более часа|час с небольшим",
  "just more than 300..330":
    "пять с лишним часов|немногим более пяти часов|poco más de cinco horas|algo más de cinco horas",
  "just less than 324..360":
    "nearly six hours|almost six hours|just under six hours|a little less than six hours|not quite six hours|neredeyse altı saat|altı saate yakın|почти шесть часов|casi seis horas",
  "well less than 0..120": "well under two hours|iki saatten çok daha az",
  "well more than 120..": "well over two hours|гораздо больше двух часов",
};
const GERMAN_AND_FRENCH: Readonly<Record<string, string>> = {
  "exact 330..330": `fünfeinhalb Stunden|5 Stunden und 30 Minuten|5 Std. 30 Min.|5,5 Stunden|FÜNFEINHALB STUNDEN|dauerte fünfeinhalb Stunden
    |dreihundertdreißig Minuten|cinq heures et demie|5 heures 30|cinq heures trente minutes|5,5 heures|trois cent trente minutes|a duré cinq heures et demie`,
  "exact 90..90":
    "anderthalb Stunden|eineinhalb Stunden|ein und eine halbe Stunde|une heure et demie|quatre-vingt-dix minutes",
  "exact 30..30": "eine halbe Stunde|dreißig Minuten|dreissig Minuten|une demi-heure|trente minutes",
  "exact 45..45":
    "eine Dreiviertelstunde|dreiviertel Stunde|trois quarts d’heure|fünfundvierzig Minuten|quarante-cinq minutes",
  "exact 15..15": "eine Viertelstunde|un quart d'heure",
  "exact 75..75": "une heure et quart|eineinviertel Stunden|soixante-quinze minutes|soixante quinze minutes",
  "exact 125..125": "hundertfünfundzwanzig Minuten|cent vingt-cinq minutes",
  "exact 165..165": "deux heures trois quarts|zwei Stunden und eine Dreiviertelstunde",
  "exact 200..200": "zweihundert Minuten|deux cents minutes",
  "exact 1260..1260": "einundzwanzig Stunden|vingt et une heures|vingt-et-une heures",
  "exact 2880..2880 days": "zwei Tage|deux jours",
  "from-to 300..360": `fünf bis sechs Stunden|zwischen fünf und sechs Stunden|von fünf bis sechs Stunden|fünf oder sechs Stunden|5-6 Stunden
    |cinq à six heures|de cinq à six heures|entre cinq et six heures|cinq ou six heures|cinq-six heures`,
  "about 324..396":
    "etwa sechs Stunden|rund sechs Stunden|ungefähr sechs Stunden|ca. 6 Stunden|environ six heures|six heures environ|à peu près six heures|quelque six heures",
  "more than 300..": "mehr als fünf Stunden|über fünf Stunden|plus de cinq heures|au-delà de cinq heures",
  "at least 180..":
    "mindestens drei Stunden|nicht weniger als drei Stunden|au moins trois heures|trois heures au minimum",
  "at most 0..360":
    "höchstens sechs Stunden|nicht mehr als sechs Stunden|bis zu sechs Stunden|au plus six heures|pas plus de six heures|jusqu’à six heures",
  "less than 0..360": "weniger als sechs Stunden|unter sechs Stunden|moins de six heures",
  "just more than 300..330": "gut fünf Stunden|etwas mehr als fünf Stunden|un peu plus de cinq heures",
  "just less than 324..360": "knapp sechs Stunden|fast sechs Stunden|près de six heures|presque six heures",
  "well more than 120..": "deutlich mehr als zwei Stunden|bien plus de deux heures",
};
const cases = [...Object.entries(READ), ...Object.entries(GERMAN_AND_FRENCH)].flatMap(([as, ways]) =>
  ways.split("|").map((way) => [way.trim(), as] as const),
);

it.each(cases)("reads %s as %s", (stated, as) => {
  expect(brief(stated)).toBe(as);
});

it.each(
  `|several hours|a couple of hours|a few minutes|hours|saat|часов|several|all day|a long time|under five|just over|quarter to six hours|a quarter to six hours
  |saat beş buçuk sürdü|saat 5|beş altı saat|birkaç saat|несколько часов|five six hours|6|5:30|-5 hours|−5 hours|about -5 hours|+5 hours|5.30 hours|1,000 minutes
  |2/3 hours|5 hours 90 minutes|5.5 hours 30 minutes|30 minutes 5 hours|six to five hours|six to six hours|at least five to six hours|about more than six hours
  |six hours over|six hours, with breaks|not six hours|five hours or a day or two|thirteen moons|ten past six hours|over six saat|beş hours
  |between five hours|from five hours|с пяти до шести часов|шесть часов вечера|seis largas horas|las seis horas|a las seis horas|varias horas|cinco hours|🕐|constructor hours|__proto__|5 million|altı saat fazla|half a dozen hours
  |ein paar Stunden|mehrere Stunden|zwei, drei Stunden|halb sechs Stunden|sechs Uhr|um sechs Stunden herum|Viertel vor sechs|fünf Stunden vor Ort|cinq Stunden
  |quelques heures|plusieurs heures|une bonne heure|à six heures|six heures du soir|cinq heures moins dix|six heures moins le quart|deux, trois heures|quatre vingt trente heures`
    .split("|")
    .map((stated) => stated.trim()),
)("keeps %j as words", (stated) => {
  expect(brief(stated)).toBe("words");
});
