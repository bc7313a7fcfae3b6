import type { Option } from '../understanding.ts';
import type { ReadSentence } from './clauses.ts';
import type { PlainDate } from './dates.ts';
import { ofList } from './pauses.ts';
import type { Reading } from './readings.ts';
import { liesAhead } from './times.ts';

/** One thing that a mail may ask for. */
export interface Candidate {
  readonly reading: Reading;
  readonly sentence: ReadSentence;
}

/** Whether it asks for an end. */
export const leaves = ({ wishes }: Reading): boolean => wishes.some(({ is }) => is === 'leave');

/** Whether it asks for a pause, of whatever length. */
export const pauses = ({ wishes, doubt }: Reading): boolean =>
  [wishes, ...(doubt?.options ?? [])].flat().some(({ is }) => is === 'pause');

/** "Enough of it all, but keep the newsletter": what goes on makes plain that the rest ends. */
export function asEnd(reading: Reading): Reading {
  const { doubt: _, ...certain } = reading;
  return reading.does === 'maybeLeave'
    ? { ...certain, does: 'leave', wishes: [{ is: 'leave' }] }
    : reading;
}

/** "Stop the letters, but not the newsletter" keeps what "but no newsletter either" ends. */
export function orKept(reading: Reading): Reading {
  if (reading.newsletter !== true || !leaves(reading)) return reading;
  const options: readonly Option[] = [
    [{ is: 'leave' }, { is: 'newsletter', on: true }],
    [{ is: 'leave', of: 'all' }],
  ];
  return { ...reading, wishes: [], doubt: { because: 'two-wishes', options } };
}

/**
 * What a pause is of, and what an end is an end of: of one course where another is kept, of the letters where the newsletter is
 * kept, of all mail where somebody says so.
 */
export function sorted(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const keeps = readings.filter(({ does }) => does === 'keep');
  const keepsOther = keeps.length > 0 && keeps.every(({ other }) => other === true);
  const keepsNewsletter =
    keeps.length > 0 && keeps.every(({ newsletter, letters }) => newsletter && letters !== true);
  const keepsLetters =
    keeps.length > 0 && keeps.every(({ newsletter, letters }) => letters && newsletter !== true);
  const away = readings.some(({ does }) => does === 'away');
  const endsNewsletter = candidates.some(({ reading: { wishes } }) =>
    wishes.some((wish) => wish.is === 'newsletter' && !wish.on),
  );
  return candidates.map((one) => {
    if (pauses(one.reading) && !leaves(one.reading)) {
      const of = pauseOf(one, keeps.length > 0, { keepsLetters, away });
      return of === undefined ? one : { ...one, reading: ofList(one.reading, of) };
    }
    if (!leaves(one.reading)) return one;
    const of = endOf(one, keepsNewsletter);
    const wishes = (): Option => {
      // "Everything but the letters"; "I go on reading them. No newsletter: unsubscribe me from that".
      if (keepsLetters && (of === 'all' || (of === undefined && endsNewsletter)))
        return [{ is: 'newsletter', on: false }];
      if (keepsOther && of === undefined) return [{ is: 'stop-course' }];
      if (keepsNewsletter && of === undefined)
        return [{ is: 'leave' }, { is: 'newsletter', on: true }];
      return one.reading.wishes.map((wish) =>
        wish.is === 'leave' && of !== undefined ? { is: 'leave', of } : wish,
      );
    };
    return { ...one, reading: { ...one.reading, wishes: wishes() } };
  });
}

/** What a pause is of, by its clause, its sentence, and what is kept; "I'm away" is of everything. */
function pauseOf(
  { reading: { newsletter, letters, all }, sentence }: Candidate,
  keeps: boolean,
  { keepsLetters, away }: { readonly keepsLetters: boolean; readonly away: boolean },
): 'all' | 'letters' | 'newsletter' | 'either' | undefined {
  const named = newsletter === true;
  if (keepsLetters) return 'newsletter';
  if (keeps && sentence.newsletter && !named) return 'letters';
  if (all === true) return 'all';
  if (named || letters === true) return undefined;
  if (sentence.newsletter) return 'either';
  return away ? 'all' : undefined;
}

/** What stands in the clause of an end, and in its sentence. */
function endOf(
  { reading: { newsletter, letters, all }, sentence }: Candidate,
  keepsNewsletter: boolean,
): 'all' | 'newsletter' | 'either' | undefined {
  if (all === true) return keepsNewsletter ? undefined : 'all';
  if (newsletter === true && letters !== true) return 'newsletter';
  return sentence.newsletter && !keepsNewsletter ? 'either' : undefined;
}

/**
 * Whether a pause has no end, and a time stands beside it that may be one: "I am at sea for all of January. Can you
 * hold them?"
 */
export function isEndless(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
  sentences: readonly ReadSentence[],
  today: PlainDate,
): boolean {
  const open = candidates.some(({ reading: { wishes } }) =>
    wishes.some((wish) => wish.is === 'pause' && wish.until === undefined),
  );
  const said = readings.some(({ when }) => when !== undefined && liesAhead(when, today));
  return open && (said || sentences.some(({ timed, ahead }) => timed || ahead));
}
