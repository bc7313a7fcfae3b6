import type { Present } from '../../core/reader/lifecycle.ts';
import { comesNext } from '../../core/reader/next.ts';
import type { Standing, Subscriber } from '../../core/reader/subscriber.ts';
import { localDate } from '../../core/time.ts';
import {
  dayInWords,
  momentInWords,
  pauseInWords,
  scheduleInWords,
} from '../../core/words/phrases.ts';
import type { Words } from '../../core/words/words.ts';

/** How somebody stands with us, in a heading and a sentence. */
export interface State {
  readonly headline: string;
  readonly detail: string;
}

/** A pause whose last day has passed is over, though the table says so only after the next letter. */
export function standingNow({ standing, zone }: Subscriber, { now }: Present): Standing['is'] {
  const over =
    standing.is === 'paused' &&
    standing.until !== undefined &&
    standing.until <= localDate(now, zone);
  return over ? 'active' : standing.is;
}

/** Whether a reader has had every letter: their page shows what there is now, in words of its own. */
export const isFinished = (subscriber: Subscriber, present: Present): boolean =>
  standingNow(subscriber, present) === 'active' && comesNext(subscriber, present).is === 'all-read';

/** Says it as a person would. */
export function stateInWords(words: Words, subscriber: Subscriber, present: Present): State {
  const { standing } = subscriber;
  const said = words.standing;
  switch (standing.is) {
    case 'pending':
      return { headline: said.pending, detail: said.pendingDetail };
    case 'active':
      return reading(words, subscriber, present);
    case 'paused':
      return standingNow(subscriber, present) === 'active'
        ? reading(words, subscriber, present)
        : paused(words, subscriber, standing, present);
    case 'left':
      return { headline: said.left, detail: said.leftDetail };
    case 'suppressed':
      return { headline: said.suppressed, detail: said.suppressedDetail };
  }
}

function reading(words: Words, subscriber: Subscriber, present: Present): State {
  const said = words.standing;
  const comes = comesNext(subscriber, present);
  if (comes.is === 'stopped') return { headline: said.stopped, detail: said.stoppedDetail };
  if (comes.is !== 'on' && comes.is !== 'soon') {
    return { headline: said.allRead, detail: said.allReadDetail };
  }
  const come = said.come({ schedule: scheduleInWords(subscriber, words) });
  const next =
    comes.is === 'soon'
      ? said.onItsWay
      : said.next({ moment: momentInWords(comes.at, subscriber.zone, words) });
  return { headline: said.reading, detail: `${come} ${next}` };
}

function paused(
  words: Words,
  subscriber: Subscriber,
  { from, until }: Standing & { is: 'paused' },
  present: Present,
): State {
  const said = words.standing;
  const { zone } = subscriber;
  const today = localDate(present.now, zone);
  const ending = pauseInWords(until === undefined ? {} : { until }, words, zone);
  if (from === undefined || from <= today) {
    const comes = comesNext(subscriber, present);
    // Not on the day on which they are back: it is none of theirs, or their course rests then.
    const isLater = until !== undefined && comes.is === 'on' && localDate(comes.at, zone) > until;
    const next = isLater ? ` ${said.next({ moment: momentInWords(comes.at, zone, words) })}` : '';
    return { headline: said.paused, detail: said.pausedDetail({ until: ending }) + next };
  }
  const detail = said.pauseComingDetail({ from: dayInWords(from, words, zone), until: ending });
  return { headline: said.pauseComing, detail };
}
