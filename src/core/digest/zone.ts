import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { eitherIn } from "#core/messages/lists.ts";
import type { Choice } from "#core/request/choice.ts";
import { nearest } from "#core/text/near.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { fold, shorten } from "#core/text/text.ts";
import { citiesOf, zoneOfCity } from "#core/time/zone-cities.ts";
import { zonesOfCountry } from "./zone-places.ts";

// The runtime's list has some zones under names that the IANA database has since replaced (its file `backward`).
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

// People type these for a zone, and they are not one: an abbreviation leaves out summer time, or names several zones.
const SHORT: ReadonlyMap<string, readonly string[]> = new Map([
  ["est", ["America/New_York", "America/Panama"]],
  ["edt", ["America/New_York"]],
  ["et", ["America/New_York"]],
  ["cst", ["America/Chicago", "Asia/Shanghai"]],
  ["cdt", ["America/Chicago"]],
  ["mst", ["America/Denver", "America/Phoenix"]],
  ["pst", ["America/Los_Angeles"]],
  ["pdt", ["America/Los_Angeles"]],
  ["cet", ["Europe/Berlin", "Europe/Paris"]],
  ["cest", ["Europe/Berlin", "Europe/Paris"]],
  ["eet", ["Europe/Kyiv", "Europe/Athens"]],
  ["bst", ["Europe/London"]],
  ["gmt", ["Europe/London", "UTC"]],
  ["msk", ["Europe/Moscow"]],
  ["trt", ["Europe/Istanbul"]],
  ["ist", ["Europe/Istanbul", "Asia/Kolkata", "Asia/Jerusalem"]],
  ["jst", ["Asia/Tokyo"]],
]);

interface Zone {
  readonly name: string;
  readonly city: string;
  /** Also typed: the former name and its city. */
  readonly former: readonly string[];
}

let known: readonly Zone[] | undefined;

function zones(): readonly Zone[] {
  known ??= [...Intl.supportedValuesOf("timeZone").map(zoneOf), { name: "UTC", city: "UTC", former: ["Etc/UTC"] }];
  return known;
}

function zoneOf(listed: string): Zone {
  const name = RENAMED[listed] ?? listed;
  return { name, city: cityOf(name), former: name === listed ? [] : [listed, cityOf(listed)] };
}

function cityOf(name: string): string {
  return (name.split("/").at(-1) ?? name).replaceAll("_", " ");
}

/**
 * A zone by its city or its IANA name, also a former one, by a city that keeps its time, or by a country that has one.
 * The value is its present name. Offsets and abbreviations are refused.
 */
export function readZone(typed: string, at: Told = {}): Read<string> {
  // "Istanbul, Turkey": the city comes first.
  const [place = "", ...within] = typed.split(",");
  const found = zoneNamed(place) ?? (within.length === 0 ? undefined : zoneNamed(typed));
  if (found !== undefined) return ok(found);
  const words = fold(typed);
  const several = zonesOfCountry(place).map((name) => RENAMED[name] ?? name);
  const offered = several.length > 0 ? (several.length > 3 ? [] : several) : (SHORT.get(words) ?? near(typed));
  const shown = { typed: shorten(typed, 40) };
  const why = /\d/u.test(typed)
    ? tell(at, "zone.noClocks", shown)
    : SHORT.has(words)
      ? tell(at, "zone.short", shown)
      : several.length > 0
        ? tell(at, "zone.several", { ...shown, n: several.length })
        : tell(at, /^[a-z]{2,4}$/iu.test(typed.trim()) ? "zone.noClocks" : "zone.not", shown);
  const hint = offered.length > 0 ? tell(at, "unknown.meant", { names: eitherIn(at, offered) }) : tell(at, "zone.type");
  const refusal = refuse("usage", why, hint);
  return { ok: false, refusal: { ...refusal, offers: offered.map((name) => ({ label: name, value: name })) } };
}

function zoneNamed(typed: string): string | undefined {
  const words = fold(typed);
  const found =
    zones().find((z) => fold(z.name) === words) ??
    only(zones().filter((z) => [z.city, ...z.former].some((n) => fold(n) === words))) ??
    alias(typed.trim());
  if (found !== undefined) return found.name;
  const country = only(zonesOfCountry(typed));
  return zoneOfCity(typed) ?? (country === undefined ? undefined : (RENAMED[country] ?? country));
}

function near(typed: string): readonly string[] {
  const labels = ({ city, name, former }: Zone) => [city, name, ...former, ...citiesOf(name)];
  return nearest(typed, zones(), labels, 3).map((n) => n.item.name);
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

// A link of the database, such as `Turkey` or `US/Eastern`, is the zone that it leads to. `EST` is a link too, but has
// no summer time.
function alias(typed: string): Zone | undefined {
  if (!/^[A-Z][A-Za-z_/-]+$/iu.test(typed) || /^[A-Z]{2,4}$/iu.test(typed)) return undefined;
  try {
    const meant = EPOCH.toZonedDateTimeISO(typed);
    return zones().find((z) => EPOCH.toZonedDateTimeISO(z.name).equals(meant));
  } catch {
    return undefined;
  }
}

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);

/** Every zone, by its city, as one types. */
export function zoneChoices(): readonly Choice[] {
  return zones().map(({ name, city }) => ({ label: city === name ? name : `${city} (${name})`, value: name }));
}
