import type { List } from '../mail/compose.ts';
import type { Present } from '../reader/lifecycle.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { isOffered } from './decide.ts';
import { done, type Setting } from './deeds.ts';
import type { ReplyDecision } from './intents.ts';
import type { Option, Wish } from './understanding.ts';
import { wayOut } from './way-out.ts';

/**
 * `unsub+TOKEN@`, the mailto of List-Unsubscribe: it ends its list, whatever the body says, and the other
 * one is asked about.
 */
export function decideMailto(list: List, subscriber: Subscriber, present: Present): ReplyDecision {
  const setting: Setting = { ...present, by: 'mailto' };
  const { ends, goesOn } = wayOut(list, subscriber, present);
  const { changed } = done(ends, subscriber, setting);
  const options: readonly Option[] = goesOn === undefined || !changed ? [] : [[END_OF[goesOn]]];
  const offered = options.filter((option) => isOffered(option, subscriber, present));
  return {
    intent: 'unsubscribe',
    outcome: 'applied',
    done: ends,
    answer: goesOn === undefined ? 'goodbye' : changed ? 'in-part' : 'as-it-was',
    ...(offered.length > 0 && { question: { because: 'offered', options: offered } }),
    change: (one) => {
      const result = done(wayOut(list, one, present).ends, one, setting);
      return result.changed
        ? { is: 'changed', subscriber: result.subscriber }
        : { is: 'unchanged' };
    },
    byProgram: true,
  };
}

/** What ends a list once the other one has ended. */
const END_OF: Readonly<Record<List, Wish>> = {
  letters: { is: 'leave' },
  newsletter: { is: 'newsletter', on: false },
};
