/** Dates and durations as people in Serang read them (WIB). */

const ZONE = "Asia/Jakarta";
const format = (options) => new Intl.DateTimeFormat("id-ID", { timeZone: ZONE, ...options });
const HOUR = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = format({ day: "numeric", month: "long" });
const DAY_KEY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });
const FULL_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });

export const shortDay = (date) => SHORT_DAY.format(date);
export const hour = (date) => HOUR.format(date);
export const fullDay = (date) => FULL_DAY.format(date);
export const dayKey = (date) => DAY_KEY.format(date);

/** "Hari ini", "Kemarin", or the date; `now` is the arena's, not this computer's. */
export function dayName(date, now) {
  if (dayKey(date) === dayKey(now)) return "Hari ini";
  if (dayKey(date) === dayKey(new Date(now.getTime() - 86_400_000))) return "Kemarin";
  return DAY.format(date);
}

/** How far a clock has been moved, in its two largest units: "2 hari 3 jam". */
export function span(seconds) {
  const minutes = Math.round(seconds / 60);
  const parts = [[Math.floor(minutes / 1440), "hari"], [Math.floor((minutes % 1440) / 60), "jam"], [minutes % 60, "menit"]];
  return parts.filter(([count]) => count > 0).slice(0, 2).map(([count, unit]) => `${count} ${unit}`).join(" ");
}

/** Seconds as a player shows them: 0:04. */
export function playTime(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
