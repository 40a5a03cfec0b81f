/** Names of months by number, every form of each in the languages that are read. */
export const MONTHS: Readonly<Record<string, string>> = {
  1: "january jan ocak oca январь января январе январю январём янв",
  2: "february feb febr şubat şub февраль февраля феврале февралю февралём фев февр",
  3: "march mar mart март марта марте марту мартом мар",
  4: "april apr nisan nis апрель апреля апреле апрелю апрелем апр",
  5: "may mayıs май мая мае маю маем",
  6: "june jun haziran haz июнь июня июне июню июнем июн",
  7: "july jul temmuz tem июль июля июле июлю июлем июл",
  8: "august aug ağustos ağu август августа августе августу августом авг",
  9: "september sep sept eylül eyl сентябрь сентября сентябре сентябрю сентябрём сен сент",
  10: "october oct ekim eki октябрь октября октябре октябрю октябрём окт",
  11: "november nov kasım kas ноябрь ноября ноябре ноябрю ноябрём ноя нояб",
  12: "december dec aralık ara декабрь декабря декабре декабрю декабрём дек",
};

/** Names of weekdays, 1 Monday to 7 Sunday. */
export const WEEKDAYS: Readonly<Record<string, string>> = {
  1: "monday mon pazartesi понедельник понедельника понедельнику понедельником пн",
  2: "tuesday tue tues salı вторник вторника вторнику вторником вт",
  3: "wednesday wed çarşamba среда среду среды среде средой ср",
  4: "thursday thu thur thurs perşembe четверг четверга четвергу четвергом чт",
  5: "friday fri cuma пятница пятницу пятницы пятнице пятницей пт",
  6: "saturday sat cumartesi суббота субботу субботы субботе субботой сб",
  7: "sunday sun pazar воскресенье воскресенья воскресенью воскресеньем вс",
};

/** Parts of a day. */
export const DAY_PARTS: Readonly<Record<string, string>> = {
  morning: "morning sabah sabahı sabahleyin утром утро утра",
  afternoon: "afternoon öğleden_sonra днём",
  evening: "evening akşam akşamı вечером вечер вечера",
  night: "night gece gecesi ночью ночь",
};

/**
 * Words that say nothing of which day. `of` and the like stand only within a date, but change nothing wherever they
 * stand.
 */
export const DATE_FILLERS =
  "on the of in at gününde günü tarihinde tarihi ayında ayı yılında yılı yıl в во на года году год г гг";

/** Words between the two ends of a range. */
export const RANGE_WORDS = "to and through until till - ve ile ila и по";
export const RANGE_STARTS = "from between с со";
