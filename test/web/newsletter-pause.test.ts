import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { at, enrollment, received } from '../support/builders.ts';
import { COURSE } from '../support/fake-library.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

/** A pause of the newsletter, and of the letters, on a reader's page: by a letter's link, which any may press. */

const LINK = linkOf('preferences');
const day = (text: string) => text as LocalDate;
const FROM = day('2026-11-01');
const NOW = at('2026-11-22T10:00:00Z');
const TAKING = { newsletter: true, issues: { from: FROM } } as const;
const UNTIL = day('2026-12-10');
const IN_PAUSE = { ...TAKING, issues: { from: FROM, paused: { until: UNTIL } } } as const;
const paused = (fields: object = {}) => ({
  standing: { is: 'paused' as const, since: NOW, ...fields },
});
const FINISHED = {
  enrollments: [enrollment({ received: received(...COURSE.lessons.map(({ id }) => id)) })],
};

async function pressed(
  who: Partial<Subscriber>,
  ...presses: readonly Readonly<Record<string, string>>[]
) {
  const { world, postForm, get } = asking();
  const one = aReader(who);
  world.subscribers.seed(one);
  let [status, page] = [0, ''];
  for (const fields of presses) {
    const answer = await postForm(LINK, fields);
    status = answer.status;
    const next = answer.headers.get('location');
    page = next === null ? await answer.text() : await (await get(next)).text();
  }
  return { status, page, one, after: await world.subscribers.load(one.id) };
}

/** The fields of the button that takes the last press back. */
function wayBack(page: string): Readonly<Record<string, string>> {
  const note = /role="status".*?<\/div>/s.exec(page)?.[0] ?? '';
  const form = /<form[^>]*>(.*?)<button/s.exec(note)?.[1] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/name="([\w-]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const standingOf = ({ standing }: Subscriber) => {
  const { since: _, ...rest } = { since: undefined, ...standing };
  return rest;
};

describe('a press', () => {
  type Row = readonly [
    why: string,
    who: Partial<Subscriber>,
    fields: Readonly<Record<string, string>>,
    own: object | undefined,
    standing: object,
    told: string,
  ];
  test.for<Row>([
    [
      'pauses the newsletter until they say so',
      TAKING,
      { action: 'pause-newsletter' },
      {},
      { is: 'active' },
      'The newsletter is paused until you tell us to go on.',
    ],
    [
      'until a day',
      TAKING,
      { action: 'pause-newsletter', 'newsletter-until': UNTIL },
      { until: UNTIL },
      { is: 'active' },
      'The newsletter is paused until Thursday, 10 December 2026.',
    ],
    [
      'ends it',
      IN_PAUSE,
      { action: 'resume-newsletter' },
      undefined,
      { is: 'active' },
      'the newsletter comes too',
    ],
    [
      'ends a pause of everything for the newsletter',
      { ...TAKING, ...paused() },
      { action: 'resume-newsletter' },
      undefined,
      { is: 'paused', letters: true },
      'the newsletter comes too',
    ],
    [
      'pauses the letters, and the newsletter goes on',
      TAKING,
      { action: 'pause', for: 'open' },
      undefined,
      { is: 'paused', letters: true },
      'The newsletter goes on as before.',
    ],
    [
      'pauses both',
      TAKING,
      { action: 'pause', for: 'open', newsletter: 'yes' },
      undefined,
      { is: 'paused' },
      'Your letters and the newsletter are paused until',
    ],
    [
      'of who takes no newsletter pauses all there is',
      {},
      { action: 'pause', for: 'open' },
      undefined,
      { is: 'paused' },
      'Your letters are paused until you tell us to go on.',
    ],
    [
      'unticks the box, which ends its pause',
      IN_PAUSE,
      { action: 'no-newsletter' },
      undefined,
      { is: 'active' },
      'The newsletter no longer comes.',
    ],
    [
      'goes on with everything',
      { ...TAKING, ...paused() },
      { action: 'resume' },
      undefined,
      { is: 'active' },
      'on again',
    ],
  ])('%s, and is taken back', async ([, who, fields, own, standing, told]) => {
    const { after, page, one } = await pressed(who, fields);
    expect([after?.issues?.paused, after && standingOf(after)]).toEqual([own, standing]);
    expect(page).toContain(told);
    const { after: back } = await pressed(who, fields, wayBack(page));
    expect(back?.newsletter).toBe(one.newsletter);
    expect(back?.issues?.paused).toEqual(one.issues?.paused);
    expect(back && standingOf(back)).toEqual(standingOf(one));
  });

  test('unticked once its pause is over, it comes back without one', async () => {
    const over = { ...TAKING, issues: { from: FROM, paused: { until: day('2026-11-22') } } };
    const { page } = await pressed(over, { action: 'no-newsletter' });
    const { status, after } = await pressed(over, { action: 'no-newsletter' }, wayBack(page));
    expect([status, after?.newsletter, after?.issues?.paused]).toEqual([303, true, undefined]);
  });

  test('of both pauses at once has no way back by one button', async () => {
    const { page } = await pressed({ ...IN_PAUSE, ...paused() }, { action: 'resume-newsletter' });
    expect(wayBack(page)).toEqual({});
  });

  test('with a day that is none says so there, and changes nothing', async () => {
    for (const until of ['2026-11-22', '2028-01-01', 'soon']) {
      const { status, page, after } = await pressed(TAKING, {
        action: 'pause-newsletter',
        'newsletter-until': until,
      });
      expect([status, after?.issues]).toEqual([422, TAKING.issues]);
      expect(page).toContain('id="newsletter-until-problem"');
      expect(page).toContain('href="#newsletter-until"');
    }
  });

  test('takes back a pause that is to come as it was', async () => {
    const coming = { from: day('2026-12-01'), until: UNTIL };
    const who = { ...TAKING, issues: { from: FROM, paused: coming } };
    const { page } = await pressed(who, { action: 'resume-newsletter' });
    const { after } = await pressed(who, { action: 'resume-newsletter' }, wayBack(page));
    expect(after?.issues?.paused).toEqual(coming);
  });
});

describe('the page', () => {
  async function shown(who: Partial<Subscriber>) {
    const { world, get } = asking();
    world.subscribers.seed(aReader(who));
    const page = await (await get(LINK)).text();
    const card = /aria-labelledby="newsletter-title".*?<\/section>/s.exec(page)?.[0] ?? '';
    const actions = [...card.matchAll(/name="action" value="([\w-]+)"/g)].map(([, one]) => one);
    const box = /<input type="checkbox" name="newsletter" value="yes"( checked)?/.exec(page);
    return [actions, /It is paused/.test(card), box && (box[1] === undefined ? 'open' : 'ticked')];
  }
  test.for<readonly [why: string, who: Partial<Subscriber>, page: readonly unknown[]]>([
    ['who takes it', TAKING, [['pause-newsletter', 'no-newsletter'], false, 'open']],
    ['in its own pause', IN_PAUSE, [['resume-newsletter', 'no-newsletter'], true, 'open']],
    [
      'one that is over',
      { ...TAKING, issues: { from: FROM, paused: { until: day('2026-11-22') } } },
      [['pause-newsletter', 'no-newsletter'], false, 'open'],
    ],
    [
      'in one of everything',
      { ...TAKING, ...paused() },
      [['resume-newsletter', 'no-newsletter'], true, 'ticked'],
    ],
    [
      'in one of the letters',
      { ...TAKING, ...paused({ letters: true }) },
      [['pause-newsletter', 'no-newsletter'], false, 'open'],
    ],
    ['who takes none', {}, [[], false, null]],
    [
      'who has had all letters',
      { ...TAKING, ...FINISHED },
      [['pause-newsletter', 'no-newsletter'], false, null],
    ],
  ])('of %s', async ([, who, page]) => {
    expect(await shown(who)).toEqual(page);
  });
});
