/** Names of months by number, every form of each in the languages that are read, and in a few neighbours of theirs. */
export const MONTHS: Readonly<Record<string, string>> = {
  1: "january jan ocak oca январь января январе январю январём янв enero ene januar jänner janvier gennaio janeiro січень січня",
  2: "february feb febr şubat şub февраль февраля феврале февралю февралём фев февр febrero februar février febbraio fevereiro лютий лютого",
  3: "march mar mart март марта марте марту мартом мар marzo märz mars março березень березня",
  4: "april apr nisan nis апрель апреля апреле апрелю апрелем апр abril abr avril aprile квітень квітня",
  5: "may mayıs май мая мае маю маем mayo mai maggio maio травень травня",
  6: "june jun haziran haz июнь июня июне июню июнем июн junio juni juin giugno junho червень червня",
  7: "july jul temmuz tem июль июля июле июлю июлем июл julio juli juillet luglio julho липень липня",
  8: "august aug ağustos ağu август августа августе августу августом авг agosto août серпень серпня",
  9: "september sep sept eylül eyl сентябрь сентября сентябре сентябрю сентябрём сен сент septiembre setiembre septembre settembre setembro вересень вересня",
  10: "october oct ekim eki октябрь октября октябре октябрю октябрём окт octubre oktober octobre ottobre outubro жовтень жовтня",
  11: "november nov kasım kas ноябрь ноября ноябре ноябрю ноябрём ноя нояб noviembre novembre novembro листопад листопада",
  12: "december dec aralık ara декабрь декабря декабре декабрю декабрём дек diciembre dic dezember décembre dicembre dezembro грудень грудня",
};

/** Names of weekdays, 1 Monday to 7 Sunday. */
export const WEEKDAYS: Readonly<Record<string, string>> = {
  1: "monday mon pazartesi понедельник понедельника понедельнику понедельником пн lunes montag lundi lunedì понеділок",
  2: "tuesday tue tues salı вторник вторника вторнику вторником вт martes dienstag mardi martedì вівторок",
  3: "wednesday wed çarşamba среда среду среды среде средой ср miércoles mittwoch mercredi mercoledì середа середу",
  4: "thursday thu thur thurs perşembe четверг четверга четвергу четвергом чт jueves donnerstag jeudi giovedì",
  5: "friday fri cuma пятница пятницу пятницы пятнице пятницей пт viernes freitag vendredi venerdì п'ятниця п'ятницю",
  6: "saturday sat cumartesi суббота субботу субботы субботе субботой сб sábado samstag sonnabend samedi sabato субота суботу",
  7: "sunday sun pazar воскресенье воскресенья воскресенью воскресеньем вс domingo sonntag dimanche domenica неділя неділю",
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
  "on the of in at gününde günü tarihinde tarihi ayında ayı yılında yılının yılı yıl в во на года году год г гг el de del día am den dem der des im vom le du il dal року";

/** Words between the two ends of a range; those of a pair make one only where its second day follows the first. */
export const RANGE_WORDS = "to through until till - ile ila по al hasta bis au";
export const PAIR_WORDS = "and ve и y und et та";
export const RANGE_STARTS = "from between с со desde entre";

/** Numbers of days written in words, beside the name of a month: `the tenth of April`, `десятого апреля`. */
export const ORDINALS: Readonly<Record<string, string>> = {
  1: "first primero первое первого первому",
  2: "second второе второго второму",
  3: "third третье третьего третьему",
  4: "fourth четвертое четвертого четвертому",
  5: "fifth пятое пятого пятому",
  6: "sixth шестое шестого шестому",
  7: "seventh седьмое седьмого седьмому",
  8: "eighth восьмое восьмого восьмому",
  9: "ninth девятое девятого девятому",
  10: "tenth десятое десятого десятому",
  11: "eleventh одиннадцатое одиннадцатого одиннадцатому",
  12: "twelfth двенадцатое двенадцатого двенадцатому",
  13: "thirteenth тринадцатое тринадцатого тринадцатому",
  14: "fourteenth четырнадцатое четырнадцатого четырнадцатому",
  15: "fifteenth пятнадцатое пятнадцатого пятнадцатому",
  16: "sixteenth шестнадцатое шестнадцатого шестнадцатому",
  17: "seventeenth семнадцатое семнадцатого семнадцатому",
  18: "eighteenth восемнадцатое восемнадцатого восемнадцатому",
  19: "nineteenth девятнадцатое девятнадцатого девятнадцатому",
  20: "twentieth двадцатое двадцатого двадцатому",
  30: "thirtieth тридцатое тридцатого тридцатому",
};
/** What stands before the words for one to nine in those of a higher day: `twenty-first`, `двадцать первого`. */
export const ORDINAL_TENS: Readonly<Record<string, string>> = { 20: "twenty двадцать", 30: "thirty тридцать" };
