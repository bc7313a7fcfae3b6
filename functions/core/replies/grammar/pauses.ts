import type { Option, Wish } from '../understanding.ts';
import type { PlainDate } from './dates.ts';
import type { Doubt, Now, Reading } from './readings.ts';
import type { When } from './times.ts';

type PauseWish = Extract<Wish, { readonly is: 'pause' }>;

const day = (date: PlainDate) => date.toString() as NonNullable<PauseWish['until']>;

/** The pause that a time says. */
export function paused(when: When | undefined, { today }: Now): Option | Doubt {
  switch (when?.is) {
    case undefined:
    case 'open':
      return [{ is: 'pause' }];
    case 'until': {
      const from = when.from && !when.from.equals(today) ? { from: day(when.from) } : {};
      return [{ is: 'pause', ...from, until: day(when.until) }];
    }
    case 'back':
      return [{ is: 'pause', until: day(when.day) }];
    case 'from':
      return [{ is: 'pause', from: day(when.from) }];
    case 'during': {
      const until = day(when.last.add({ days: 1 }));
      const from = today.until(when.first).days > 0 ? { from: day(when.first) } : {};
      return [{ is: 'pause', ...from, until }];
    }
    case 'doubtful':
      return { because: when.because, options: doubtful(when, { is: 'pause' }) };
  }
}

/** What a doubtful day may have meant, or the wish without a day. */
function doubtful(when: When & { readonly is: 'doubtful' }, open: Wish): readonly Option[] {
  const either = when.either?.map((date): Option => [{ is: 'pause', until: day(date) }]) ?? [];
  return either.length > 0 ? either : [[open]];
}

/** What goes on, and when. */
export function resumed(when: When | undefined): Option | Doubt {
  switch (when?.is) {
    case undefined:
    case 'open':
      return [{ is: 'resume' }];
    case 'until':
      return [{ is: 'resume', on: day(when.until) }];
    case 'from':
      return [{ is: 'resume', on: day(when.from) }];
    case 'back':
      return [{ is: 'resume', on: day(when.day) }];
    case 'during':
      return [{ is: 'resume', on: day(when.first) }];
    case 'doubtful':
      return { because: when.because, options: doubtful(when, { is: 'resume' }) };
  }
}

/** What a clause says of a pause or its end, as of this list: also what is in doubt about it. */
export function ofList(reading: Reading, of: NonNullable<PauseWish['of']>): Reading {
  const { wishes, doubt } = reading;
  const named = (option: Option): Option => option.map((wish) => withList(wish, of));
  return {
    ...reading,
    wishes: named(wishes),
    ...(doubt && { doubt: { ...doubt, options: doubt.options.map(named) } }),
  };
}

function withList(wish: Wish, of: NonNullable<PauseWish['of']>): Wish {
  if (wish.is === 'pause') return { ...wish, of };
  return wish.is === 'resume' && of === 'newsletter' ? { ...wish, of } : wish;
}
