/** One way of writing times: a day in words, the hour on the 24-hour clock, no seconds. */
export const moment = (at) => written(at, { day: "numeric", month: "long", year: "numeric" });

/** The same for narrow places. */
export const shortMoment = (at) => written(at, { day: "numeric", month: "short" });

function written(at, day) {
  return new Date(at).toLocaleString("en-GB", { ...day, hour: "2-digit", minute: "2-digit" }).replace(" at ", ", ");
}
