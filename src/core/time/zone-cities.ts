import { fold } from "#core/text/text.ts";
import { lazy } from "#core/text/lazy.ts";

// Capitals and places of talks that the IANA database names no zone after, and names of its cities in other languages.
const CITIES: Readonly<Record<string, string>> = {
  "Africa/Cairo": "Kahire|Каир",
  "Africa/Johannesburg": "Pretoria",
  "Africa/Lagos": "Abuja",
  "America/New_York": "Washington|Washington DC|Boston|Miami|Вашингтон|Нью-Йорк",
  "America/Chicago": "Houston|Dallas",
  "America/Los_Angeles": "San Francisco|Seattle",
  "America/Sao_Paulo": "Brasilia|Rio de Janeiro",
  "America/Toronto": "Ottawa|Montreal",
  "Asia/Almaty": "Astana",
  "Asia/Baku": "Bakü|Баку",
  "Asia/Dubai": "Abu Dhabi",
  "Asia/Ho_Chi_Minh": "Hanoi",
  "Asia/Jakarta": "Cakarta",
  "Asia/Jerusalem": "Tel Aviv",
  "Asia/Karachi": "Islamabad|Lahore",
  "Asia/Kolkata": "Delhi|New Delhi|Mumbai",
  "Asia/Muscat": "Maskat|Маскат",
  "Asia/Qatar": "Doha|Доха",
  "Asia/Riyadh": "Jeddah|Riyad|Эр-Рияд",
  "Asia/Shanghai": "Beijing|Pekin|Пекин",
  "Asia/Tbilisi": "Tiflis|Тбилиси",
  "Asia/Tehran": "Tahran|Тегеран",
  "Asia/Yerevan": "Erivan|Ереван",
  "Australia/Sydney": "Canberra",
  "Europe/Amsterdam": "The Hague",
  "Europe/Athens": "Atina|Афины",
  "Europe/Berlin": "Munich|Frankfurt|Hamburg|Bonn|Берлин",
  "Europe/Brussels": "Brüksel|Брюссель",
  "Europe/Istanbul": "Ankara|Izmir|Antalya|Стамбул|Анкара",
  "Europe/Kyiv": "Киев|Київ|Kiyev",
  "Europe/London": "Londra|Лондон|Edinburgh",
  "Europe/Madrid": "Barcelona",
  "Europe/Moscow": "Saint Petersburg|St Petersburg|Moskova|Moskva|Москва|Санкт-Петербург",
  "Europe/Paris": "Strasbourg|Париж",
  "Europe/Rome": "Milan|Roma|Рим",
  "Europe/Vienna": "Viyana|Вена",
  "Europe/Warsaw": "Varşova|Варшава",
  "Europe/Zurich": "Geneva|Cenevre|Bern|Lausanne|Женева",
};

/** The further cities that keep a zone's time. */
export function citiesOf(zone: string): readonly string[] {
  return CITIES[zone]?.split("|") ?? [];
}

let cities: ReadonlyMap<string, string> | undefined;

/** The zone of a city that is named after none. */
export function zoneOfCity(typed: string): string | undefined {
  cities ??= new Map(Object.keys(CITIES).flatMap((zone) => citiesOf(zone).map((name) => [fold(name), zone])));
  return cities.get(fold(typed));
}

// `Europe/Istanbul`, `America/Argentina/Buenos_Aires`: the last part is the city, save where it is a whole ocean's.
const cityNames = lazy(
  () =>
    new Set([
      ...Intl.supportedValuesOf("timeZone").map((zone) => fold(zone.split("/").at(-1)?.replaceAll("_", " ") ?? "")),
      ...Object.keys(CITIES).flatMap((zone) => citiesOf(zone).map(fold)),
    ]),
);

/** Whether words are the name of a city that keeps a zone's time. Of any other word it says nothing. */
export function isZoneCity(typed: string): boolean {
  return cityNames().has(fold(typed));
}
