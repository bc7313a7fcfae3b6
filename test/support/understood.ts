import {
  type Context,
  type Understanding,
  understand,
  type Wish,
} from '../../functions/core/replies/understand.ts';

const hours = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** A wish in one line: `pause from 2026-12-20 until 2027-01-07`, `schedule 12345 at 8:00`. */
export function wishInShort(wish: Wish): string {
  switch (wish.is) {
    case 'pause':
      return words('pause', wish.from && `from ${wish.from}`, wish.until && `until ${wish.until}`);
    case 'resume':
      return words('resume', wish.on);
    case 'schedule':
      return words(
        'schedule',
        wish.days,
        wish.minutes === undefined ? undefined : `at ${hours(wish.minutes)}`,
        wish.zone,
      );
    case 'skip':
      return words('skip', wish.count === 1 ? undefined : String(wish.count));
    case 'resend':
      return words('resend', wish.letter?.toString());
    case 'track':
      return `track ${wish.to}`;
    case 'discreet':
    case 'newsletter':
      return `${wish.is} ${wish.on ? 'on' : 'off'}`;
    case 'address':
      return words('address', wish.to);
    case 'leave':
    case 'stop-course':
    case 'course':
      return words(wish.is, wish.of);
    default:
      return wish.is;
  }
}

const words = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ');

/** What a reply comes to, in one line: its wishes, `ask`, `distress`, or `nothing`. */
export function inShort({ wishes, question, distress }: Understanding): string {
  const done = wishes.map(wishInShort).join(' and ');
  if (distress !== undefined) return words('distress', done || undefined);
  if (question !== undefined) return 'ask';
  return done || 'nothing';
}

/** The day of most tests of replies: Sunday, November 22, 2026, ten in the morning in Berlin. */
export const SUNDAY: Context = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Berlin' };

/** What a reply comes to on that Sunday. */
export const read = (text: string, context: Partial<Context> = {}): string =>
  inShort(understand(text, { ...SUNDAY, ...context }));
