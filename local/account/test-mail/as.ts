import type { Rhythm } from '../../../functions/core/reader/schedule.ts';
import { parseDays, parseHour } from '../../../functions/core/reader/schedule.ts';
import { parseZone } from '../../../functions/core/time.ts';
import { RefusedError } from '../restore/home.ts';

/** The reader that an author has in mind, as far as they said it. */
export interface As extends Partial<Rhythm> {
  readonly course?: string;
  readonly track?: string;
  readonly language?: string;
  readonly name?: string;
  /** How many letters of the course they had before. */
  readonly place?: number;
  readonly discreet?: boolean;
  readonly gentler?: boolean;
}

const TEXTS = ['course', 'track', 'language', 'name'] as const;
const FLAGS = ['discreet', 'gentler'] as const;

/** What else may be said, how it is read, and what it has to look like. */
const PARSED = {
  place: [(text: string) => (/^\d+$/.test(text) ? Number(text) : undefined), 'a number such as 9'],
  zone: [parseZone, 'a time zone such as Europe/Berlin'],
  hour: [parseHour, 'an hour such as 7 or 7:30'],
  // Among commas, days stand with spaces.
  days: [(text: string) => parseDays(text, 1), 'daily, weekdays, or days such as mon wed fri'],
} as const;

const KNOWN = [...TEXTS, ...Object.keys(PARSED), ...FLAGS];

/**
 * Reads `track=partner,name=Ann,place=9,discreet`.
 *
 * @throws RefusedError on a word that is not known, or a value that is none
 */
export function asIn(text: string): As {
  const said = text.split(',').map((part) => part.trim());
  return Object.fromEntries(said.filter((part) => part !== '').map(read));
}

function read(part: string): readonly [string, unknown] {
  const [key = '', ...rest] = part.split('=');
  const value = rest.join('=').trim();
  const isFlag = FLAGS.some((one) => one === key);
  if (!KNOWN.includes(key)) {
    throw new RefusedError(`--as knows no "${key}". Known: ${KNOWN.join(', ')}.`);
  }
  if (isFlag && rest.length > 0) throw new RefusedError(`--as ${key} stands alone, without a =.`);
  if (isFlag) return [key, true];
  if (value === '') throw new RefusedError(`--as ${key} wants a value: ${key}=...`);
  if (!(key in PARSED)) return [key, value];
  const [parse, what] = PARSED[key as keyof typeof PARSED];
  const parsed = parse(value);
  if (parsed === undefined) throw new RefusedError(`--as ${key} wants ${what}, not "${value}".`);
  return [key, parsed];
}
