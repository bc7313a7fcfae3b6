/** The meaning that windows-1252 gives to the bytes 0x80 to 0x9F; five of them have none. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const C1 = /[\u0080-\u009f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]/g;
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02c8\u2018\u2019\u201a\u201b\u2032\uff07]/g;

/**
 * Gives C1 control characters the meaning that windows-1252 gives their byte. Node 20's decoder
 * reads windows-1252 as latin1 (nodejs/node#60888), so that an Outlook "don’t" loses its
 * apostrophe and with it the negation.
 */
export function repairC1(text: string): string {
  return text.replace(C1, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** Removes characters that nobody sees: zero-width spaces, direction marks, soft hyphens. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Every sign that people and keyboards use as an apostrophe becomes `'`. */
export function foldApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "'");
}

/** One spelling for matching: repaired, composed, lower case, plain apostrophes, quotes and spaces. */
export function fold(text: string): string {
  return foldApostrophes(visible(repairC1(text)).normalize('NFKC'))
    .toLowerCase()
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[^\S\n]+/g, ' ');
}
