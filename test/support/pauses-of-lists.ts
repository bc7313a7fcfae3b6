import type { CourseSlug } from '../../functions/core/course.ts';
import type { List } from '../../functions/core/mail/compose.ts';
import type { InNewsletter, Pause, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import { understand } from '../../functions/core/replies/understand.ts';
import type { Wish } from '../../functions/core/replies/understanding.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { enrollment, reader, received } from './builders.ts';
import { CLOSER, now, present, READERS } from './readers-of-lists.ts';

/** Readers of letters and a newsletter in pauses of each, and what is in one by a reply. */

export const day = (text: string) => text as LocalDate;
export const MARCH = { until: day('2027-03-01') } as const;
export const ISSUES: InNewsletter = { from: day('2026-11-01') };
export const paused = (fields: Partial<Pause> = {}) =>
  ({ standing: { is: 'paused', since: now, ...fields } }) as const;
const inPause = (days: InNewsletter['paused'] = {}) => ({ issues: { ...ISSUES, paused: days } });

export const BOTH = { ...READERS.both, issues: ISSUES };
export const WHO = {
  ...READERS,
  both: BOTH,
  'all read': reader({
    enrollments: [enrollment({ received: received('one', 'two', 'three') })],
    newsletter: true,
  }),
  'letters, in a pause': { ...READERS.letters, ...paused() },
  'all in a pause': { ...BOTH, ...paused() },
  'all in a pause that is over': { ...BOTH, ...paused({ until: day('2026-11-20') }) },
  away: { ...BOTH, ...paused({ ...MARCH, absent: true }) },
  'letters in a pause': { ...BOTH, ...paused({ letters: true }) },
  'newsletter in a pause': { ...BOTH, ...inPause() },
  'each in a pause': { ...BOTH, ...paused({ letters: true }), ...inPause() },
  'all, and the newsletter, in a pause': { ...BOTH, ...paused(), ...inPause() },
} as const satisfies Readonly<Record<string, Subscriber>>;
export type Who = keyof typeof WHO;

/** What is in a pause: `letters until 2027-03-01, newsletter`; `both` by one. */
export function inShort({ standing, issues }: Subscriber): string {
  const named = (what: string, until?: string) => (until ? `${what} until ${until}` : what);
  const [own] = [issues?.paused];
  return [
    ...(standing.is === 'paused'
      ? [named(standing.letters ? 'letters' : 'both', standing.until)]
      : []),
    ...(own ? [named('newsletter', own.until)] : []),
  ].join(', ');
}

export interface Answered {
  readonly list?: List;
  readonly about?: CourseSlug;
}
export const LETTER: Answered = { list: 'letters', about: CLOSER };
export const ISSUE: Answered = { list: 'newsletter' };
export const NOTICE: Answered = { list: 'letters' };

export function comesTo(text: string, who: Who, to: Answered, language = 'en') {
  const one: Subscriber = WHO[who];
  const isWaiting = one.standing.is === 'paused' || one.issues?.paused !== undefined;
  const state = isWaiting ? 'paused' : 'active';
  const context = { now, zone: one.zone, language, courses: present.courses, state } as const;
  const decision = decide(understand(text, context), 1, one, { ...present, ...to });
  const change = decision.change?.(one);
  const after = change?.is === 'changed' ? change.subscriber : one;
  return { after, decision, is: inShort(after) };
}

export const NEWSLETTER: Wish = { is: 'pause', of: 'newsletter' };
export const LETTERS: Wish = { is: 'pause', of: 'letters' };
export const ALL: Wish = { is: 'pause', of: 'all' };
export const ON: Wish = { is: 'newsletter', on: true };
