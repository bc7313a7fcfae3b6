import { describe, expect, test } from 'vitest';
import type { Days } from '../../../functions/core/reader/schedule.ts';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import {
  NOTHING,
  type Option,
  type Question,
  type Understanding,
  type Wish,
} from '../../../functions/core/replies/understanding.ts';
import type { Rest } from '../../../functions/core/rest.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two', 'three'])] };
const reading = (fields: Parameters<typeof reader>[0] = {}) =>
  reader({ enrollments: [enrollment({ received: received('one', 'two') })], ...fields });

const wishing = (...wishes: readonly Wish[]): Understanding => ({ wishes, personal: false });
const PAUSE: Wish = { is: 'pause', until: '2026-12-06' as LocalDate };
const QUESTION: Question = { because: 'ambiguous-date', options: [[PAUSE]] };
const AWAY = {
  is: 'paused',
  since: now,
  until: '2026-12-01' as LocalDate,
  absent: true,
} as const;

describe('who may do what (mail-standards §7)', () => {
  const rows: readonly [
    why: string,
    Understanding,
    Trust,
    outcome: string,
    answer: string | undefined,
  ][] = [
    ['their own mail leaves', wishing({ is: 'leave' }), 1, 'applied', 'goodbye'],
    [
      'a forwarder’s token leaves, with a notice',
      wishing({ is: 'leave' }),
      2,
      'applied',
      'goodbye',
    ],
    ['no token, but DMARC’s word: leaves', wishing({ is: 'leave' }), 3, 'applied', 'goodbye'],
    ['a forged From only asks', wishing({ is: 'leave' }), 4, 'confirm-asked', 'clarify'],
    ['their own mail pauses', wishing(PAUSE), 1, 'applied', 'paused'],
    ['a forged From pauses nothing', wishing(PAUSE), 4, 'confirm-asked', 'clarify'],
    ['who reads already is told so', wishing({ is: 'resume' }), 1, 'applied', 'as-it-was'],
    ['a forged From gets no letters sent', wishing({ is: 'resend' }), 4, 'forwarded', undefined],
    ['nor any letters stopped to erase', wishing({ is: 'erase' }), 4, 'confirm-asked', 'clarify'],
    ['a letter again', wishing({ is: 'resend' }), 1, 'applied', undefined],
    ['what to say', wishing({ is: 'help' }), 1, 'applied', 'help'],
    ['what to say, to the stored address', wishing({ is: 'help' }), 4, 'applied', 'help'],
    ['a letter for the author', { wishes: [], personal: true }, 1, 'forwarded', undefined],
    ['nothing at all', NOTHING, 1, 'forwarded', undefined],
  ];
  test.for(rows)('%s', ([, understood, trust, outcome, answer]) => {
    const decided = decide(understood, trust, reading(), present);
    expect([decided.outcome, decided.answer]).toEqual([outcome, answer]);
    if (decided.outcome !== 'applied') {
      expect(decided.change?.(reading()).is ?? 'unchanged').toBe('unchanged');
    }
  });

  test('a stolen token wakes nobody', () => {
    const paused = reading({ standing: { is: 'paused', since: now } });
    const decided = decide(wishing({ is: 'resume' }), 2, paused, present);
    expect(decided).toMatchObject({ outcome: 'confirm-asked', answer: 'clarify' });
    expect(decided.change).toBeUndefined();
  });

  test('whoever is asked whether it was they is offered all of it as one option', () => {
    const wishes = [PAUSE, { is: 'schedule', days: '12345' as Days }] as const;
    const { question } = decide(wishing(...wishes), 4, reading(), present);
    expect(question?.options).toEqual([wishes]);
  });

  test.for<[string, Standing]>([
    ['left', { is: 'left', at: now, by: 'page' }],
    ['never confirmed', { is: 'pending', since: now }],
  ])('a resume by somebody who %s goes to the author and wakes nobody', ([, standing]) => {
    const decided = decide(wishing({ is: 'resume' }), 1, reading({ standing }), present);
    expect(decided).toMatchObject({ intent: 'resume', outcome: 'forwarded', toAuthor: true });
    expect(decided.change?.(reading({ standing })).is).toBe('unchanged');
  });
});

describe('what changes is apart from who reads', () => {
  const rows: readonly [why: string, Understanding, toAuthor: boolean][] = [
    ['a wish alone needs nobody', wishing(PAUSE), false],
    ['a wish beside a story is read', { wishes: [PAUSE], personal: true }, true],
    ['a story is read', { wishes: [], personal: true }, true],
    ['what is asked back is read', { wishes: [], question: QUESTION, personal: false }, true],
    ['somebody’s data is a person’s business', wishing({ is: 'erase' }), true],
    ['also to take along', wishing({ is: 'export' }), true],
    ['what else there is, where there is nothing', wishing({ is: 'course' }), true],
    ['another address needs nobody', wishing({ is: 'address' }), false],
    ['a version that their course doesn’t have', wishing({ is: 'track', to: 'friends' }), true],
    ['also beside what is done', wishing(PAUSE, { is: 'track', to: 'friends' }), true],
    ['the newsletter needs nobody', wishing({ is: 'newsletter', on: true }), false],
    ['what can’t be done', wishing({ is: 'resend', letter: 9 }), true],
  ];
  test.for(rows)('%s', ([, understood, toAuthor]) => {
    expect(decide(understood, 1, reading(), present).toAuthor ?? false).toBe(toAuthor);
  });
});

describe('several wishes in one mail', () => {
  const SCHEDULE: Wish = { is: 'schedule', minutes: 1110, days: '135' as Days };

  test('are done in their order, and told in one answer', () => {
    const decided = decide(wishing(SCHEDULE, PAUSE), 1, reading(), present);
    expect(decided).toMatchObject({ outcome: 'applied', answer: 'changed', until: '2026-12-06' });
    expect(decided.done).toEqual([SCHEDULE, PAUSE]);
    expect(decided.change?.(reading())).toMatchObject({
      subscriber: { hour: 18.5, days: '135', dueAt: '2026-12-07T17:30:00Z' },
    });
  });

  test('one of which can’t be done does not stop the others, and is told as such', () => {
    const lost: Wish = { is: 'resend', letter: 9 };
    const decided = decide(wishing(lost, PAUSE), 1, reading(), present);
    expect(decided).toMatchObject({ done: [PAUSE], undone: [lost], answer: 'changed' });
    expect(decided.change?.(reading()).is).toBe('changed');
  });

  test.for<[why: string, wishes: readonly Wish[], answer: string | undefined]>([
    ['a letter again is named beside a pause', [{ is: 'resend' }, PAUSE], 'changed'],
    ['alone, it is its own answer', [{ is: 'resend' }], undefined],
    [
      'with what only a person can do, that is said',
      [{ is: 'resend' }, { is: 'course' }],
      'changed',
    ],
    ['two questions get the first one’s answer', [{ is: 'status' }, { is: 'help' }], 'status'],
    ['a question beside a change is told with it', [{ is: 'status' }, PAUSE], 'changed'],
  ])('are all named: %s', ([, wishes, answer]) => {
    expect(decide(wishing(...wishes), 1, reading(), present).answer).toBe(answer);
  });

  test('one of which erases are answered with the button that does', () => {
    const decided = decide(wishing({ is: 'leave' }, { is: 'erase' }), 1, reading(), present);
    expect(decided.answer).toBe('erasing');
    expect(decided.change?.(reading())).toMatchObject({ subscriber: { standing: { is: 'left' } } });
  });
});

describe('a question', () => {
  const ask = (...options: readonly Option[]): Understanding => ({
    wishes: [],
    question: { because: 'ambiguous-date', options },
    personal: false,
  });

  test('offers what may have been meant, and says why', () => {
    const decided = decide(ask([PAUSE], [{ is: 'leave' }]), 1, reading(), present);
    expect(decided).toMatchObject({
      outcome: 'clarify-asked',
      because: 'ambiguous-date',
      answer: 'clarify',
      question: { options: [[PAUSE], [{ is: 'leave' }]] },
    });
  });

  test.for<[why: string, Option]>([
    ['a letter is sent by a reply alone', [{ is: 'resend' }]],
    ['it needs a mail of its own', [{ is: 'course' }]],
    ['there is none to skip', [{ is: 'skip', count: 1 }]],
    ['it is nothing', []],
    ['their letters are on already', [{ is: 'resume' }]],
  ])('offers nothing that a press can’t do: %s', ([, option]) => {
    const one = reading();
    expect(decide(ask(option, [PAUSE]), 1, one, present).question?.options).toEqual([[PAUSE]]);
    expect(decide(ask(option), 1, one, present)).toMatchObject({
      outcome: 'forwarded',
      toAuthor: true,
    });
  });

  test('offers once what comes to the same for this reader', () => {
    const both: Option = [{ is: 'leave' }, { is: 'newsletter', on: false }];
    const asked = decide(ask(both, [{ is: 'leave' }], [PAUSE]), 1, reading(), present);
    expect(asked.question?.options).toEqual([[{ is: 'leave' }], [PAUSE]]);
  });

  test('whether letters shall go on is not asked of somebody whose mail says that they are back', () => {
    const absent = reading({ standing: AWAY });
    expect(decide(ask([{ is: 'resume' }]), 1, absent, present)).toMatchObject({
      intent: 'clarify',
      outcome: 'forwarded',
    });
  });

  test('is not put to who can’t be written to', () => {
    const left = reading({ standing: { is: 'left', at: now, by: 'page' } });
    expect(decide(ask([PAUSE]), 1, left, present).outcome).toBe('forwarded');
  });
});

describe('what a wish comes to', () => {
  test.for<[why: string, count: number, until: string]>([
    ['skipping moves the letter by a day', 1, '2026-11-24'],
    ['three of them by three', 3, '2026-11-26'],
  ])('%s', ([, count, until]) => {
    const subscriber = reading({ dueAt: at('2026-11-23T07:00:00Z') });
    expect(decide(wishing({ is: 'skip', count }), 1, subscriber, present).until).toBe(until);
  });

  test('skipping two letters counts the reader’s own letter days', () => {
    const mondays = reading({ dueAt: at('2026-11-23T07:00:00Z'), days: '1' as Days });
    expect(decide(wishing({ is: 'skip', count: 2 }), 1, mondays, present).until).toBe('2026-12-01');
  });

  test.for<[why: string, dueAt: string]>([
    ['the second is the one after it', '2026-11-23T07:00:00Z'],
    ['neither is one that was due before anybody knew of it', '2026-11-24T07:00:00Z'],
  ])('skipping two letters around a holiday of the course: %s', ([, dueAt]) => {
    const rests = [{ from: '2026-11-24', until: '2026-11-30' } as Rest];
    const resting = { ...present, courses: present.courses.map((one) => ({ ...one, rests })) };
    const until = dueAt < '2026-11-24' ? '2026-12-02' : '2026-12-03';
    const subscriber = reading({ dueAt: at(dueAt) });
    expect(decide(wishing({ is: 'skip', count: 2 }), 1, subscriber, resting).until).toBe(until);
  });

  test.for<[string, Parameters<typeof reader>[0]]>([
    ['in a pause without an end', { standing: { is: 'paused', since: now } }],
    ['after the last letter', { standing: { is: 'active' } }],
  ])('skipping %s, when no letter is to come, starts none', ([, fields]) => {
    const decided = decide(wishing({ is: 'skip', count: 1 }), 1, reading(fields), present);
    expect(decided.outcome).toBe('forwarded');
    expect(decided.change?.(reading(fields)).is).toBe('unchanged');
  });

  test('“send me letter 1 again” counts what this reader received', () => {
    const again = (wish: Wish) => decide(wishing(wish), 1, reading(), present).again;
    expect(again({ is: 'resend', letter: 1 })).toEqual({ course: 'closer', lesson: 'one' });
    expect(again({ is: 'resend' }), 'the last').toEqual({ course: 'closer', lesson: 'two' });
  });

  test.for<
    [why: string, received: string, earlier: string, letter: number | undefined, is?: string]
  >([
    ['the last of this time', 'a', 'bc', undefined, 'a'],
    ['the last of before, where none of this time has come', '', 'abc', undefined, 'c'],
    ['one of this time', 'a', 'bc', 1, 'a'],
    ['one that they had before, and not again yet', 'a', 'bc', 3, 'c'],
    ['one that they never had', 'a', 'bc', 4],
  ])('after they began again: %s', ([, now1, before, letter, is]) => {
    const begun = enrollment({
      again: 1,
      received: received(...now1),
      earlier: received(...before),
    });
    const wish: Wish = { is: 'resend', ...(letter && { letter }) };
    const { again } = decide(wishing(wish), 1, reading({ enrollments: [begun] }), present);
    expect(again?.lesson).toBe(is);
  });

  test('going on from a day is a pause until then', () => {
    const decided = decide(
      wishing({ is: 'resume', on: '2026-12-06' as LocalDate }),
      1,
      reading(),
      present,
    );
    expect(decided).toMatchObject({ intent: 'resume', until: '2026-12-06', answer: 'paused' });
  });

  test('a vacation is over as soon as the reader writes, whatever they write', () => {
    const absent = reading({ standing: AWAY });
    for (const understood of [{ wishes: [], personal: true }, wishing({ is: 'help' })]) {
      const decided = decide(understood, 2, absent, present);
      expect(decided.change?.(absent)).toMatchObject({
        subscriber: { standing: { is: 'active' } },
      });
    }
    expect(
      decide({ wishes: [], personal: true }, 4, absent, present).change,
      'not for anybody’s word',
    ).toBeUndefined();
  });
});
