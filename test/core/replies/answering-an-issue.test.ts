import { describe, expect, test } from 'vitest';
import type { List } from '../../../functions/core/mail/compose.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import { decideMailto } from '../../../functions/core/replies/decide-mailto.ts';
import type { ReplyDecision } from '../../../functions/core/replies/intents.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import type { Option, Wish } from '../../../functions/core/replies/understanding.ts';
import { enrollment, reader, received } from '../../support/builders.ts';
import { inShort, LEAVE, now, OFF, present, READERS } from '../../support/readers-of-lists.ts';

const WHO = {
  ...READERS,
  'all read, and the newsletter': reader({
    enrollments: [enrollment({ received: received('one', 'two', 'three') })],
    newsletter: true,
  }),
} as const;
type Who = keyof typeof WHO;

/** What a decision makes of somebody, what they are told, and what they are asked. */
function comesTo(who: Who, { change, answer, question }: ReplyDecision) {
  const changed = change?.(WHO[who]);
  const after = changed?.is === 'changed' ? changed.subscriber : WHO[who];
  return [inShort(after), answer, question?.options ?? []] as const;
}

const understood = (text: string) =>
  understand(text, { now, zone: 'Europe/Berlin', language: 'en', courses: present.courses });

type Came = readonly [is: string, answer: string | undefined, offered?: readonly Option[]];

describe('in an answer to an issue', () => {
  const rows: readonly [why: string, text: string, Who, ...Came][] = [
    [
      'it ends the newsletter, and asks about the letters',
      'Stop',
      'both',
      'active closer',
      'in-part',
      [[LEAVE]],
    ],
    ['who gets nothing else leaves', 'Stop', 'newsletter alone', 'left newsletter', 'goodbye'],
    [
      'as does who has no letter to come',
      'Please unsubscribe me',
      'all read, and the newsletter',
      'left closer newsletter',
      'goodbye',
    ],
    [
      'what many call the letters is here the newsletter',
      'No more newsletter please',
      'both',
      'active closer',
      'in-part',
      [[LEAVE]],
    ],
    [
      'the newsletter by its name, the letters kept',
      'Please stop the newsletter, keep the letters',
      'both',
      'active closer',
      'changed',
    ],
    [
      'the reverse',
      'Please stop the letters, keep the newsletter',
      'both',
      'active newsletter',
      'changed',
    ],
    ['all of it', 'Please stop everything', 'both', 'left closer newsletter', 'goodbye'],
    [
      'a pause is one of the newsletter, with a button for the letters',
      'Pause',
      'both',
      'active closer newsletter',
      'in-part',
      [[{ is: 'pause', of: 'letters' }]],
    ],
  ];
  test.for(rows)('%s: “%s”', ([, text, who, is, answer, offered = []]) => {
    const decision = decide(understood(text), 1, WHO[who], { ...present, list: 'newsletter' });
    expect(comesTo(who, decision)).toEqual([is, answer, offered]);
  });

  test('the same “stop” to a letter ends the letters, and asks about the newsletter', () => {
    const decision = decide(understood('Stop'), 1, WHO.both, { ...present, list: 'letters' });
    expect(comesTo('both', decision)).toEqual(['active newsletter', 'in-part', [[OFF]]]);
  });

  test('in distress it ends no more, asks nothing, and a person reads it', () => {
    const wishes: readonly Wish[] = [{ is: 'leave' }];
    const cry = { wishes, personal: true, distress: 'alone' } as const;
    const decision = decide(cry, 1, WHO.both, { ...present, list: 'newsletter' });
    expect(comesTo('both', decision)).toEqual(['active closer', 'care', []]);
    expect(decision.toAuthor).toBe(true);
  });
});

describe('a mail to unsub+', () => {
  const rows: readonly [why: string, List, Who, ...Came][] = [
    [
      'ends the letters, the newsletter is asked about',
      'letters',
      'both',
      'active newsletter',
      'in-part',
      [[OFF]],
    ],
    [
      'ends the newsletter, the letters are asked about',
      'newsletter',
      'both',
      'active closer',
      'in-part',
      [[LEAVE]],
    ],
    ['ends all there is', 'letters', 'letters', 'left closer', 'goodbye'],
    ['ends all there is', 'newsletter', 'newsletter alone', 'left newsletter', 'goodbye'],
    [
      'ends all there is once the letters are read',
      'newsletter',
      'all read, and the newsletter',
      'left closer newsletter',
      'goodbye',
    ],
    [
      'ends nothing more where its list has ended',
      'letters',
      'newsletter alone',
      'active newsletter',
      'as-it-was',
    ],
    [
      'ends nothing more where its list has ended',
      'newsletter',
      'letters',
      'active closer',
      'as-it-was',
    ],
  ];
  test.for(rows)('%s: %s, %s', ([, list, who, is, answer, offered = []]) => {
    expect(comesTo(who, decideMailto(list, WHO[who], present))).toEqual([is, answer, offered]);
  });

  test('goes by who they are when it is saved', () => {
    const { change } = decideMailto('newsletter', WHO.both, present);
    const changed = change?.(WHO['newsletter alone']);
    expect(changed?.is === 'changed' && inShort(changed.subscriber)).toBe('left newsletter');
  });
});
