import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { mintToken, subscriberId } from '../../functions/core/token.ts';
import { ACTIONS, type Action } from '../../functions/web/wish.ts';
import { at, course, enrollment, received, request } from '../support/builders.ts';
import { FAKE_ID_KEY } from '../support/fake-web-world.ts';
import {
  ASKED_MOVE,
  type Asked,
  aReader,
  asking,
  linkOf,
  moveLink,
  ownOf,
  wishOf,
} from '../support/web-requests.ts';

/**
 * Every way in which standing, courses, newsletter or address of somebody change, or whether what anybody types
 * may send them a mail; and the record that each leaves. What a reply asks for goes through `consentIn`, as a page's wish does (core/reader/consent.test.ts);
 * what the mail provider tells is in test/hearing/records.test.ts, and restoring a table in
 * test/account/restore.test.ts.
 */

const NOW = at('2026-11-22T10:00:00Z');
const OTHER = { ...course(['x']), slug: 'other' as CourseSlug, title: 'Another course' };
const LEFT = { is: 'left', at: at('2026-11-22T09:00:00Z'), by: 'page' } as const;
const PAUSED = { is: 'paused', since: NOW } as const;
const BY_PAGE = { by: 'reader', channel: 'page', network: '192.0.2.0/24' };

/** What of somebody has a record when it changes. */
const kept = ({ standing, enrollments, newsletter, issues, address, quiet }: Subscriber) =>
  JSON.stringify([
    standing,
    enrollments.map(({ course, track, stopped, again }) => [course, track, stopped, again]),
    newsletter,
    issues?.paused,
    address,
    quiet,
  ]);

const told = ({ kind, details: { by, channel, what } }: Fact) =>
  [kind, by, channel, ...(what === undefined ? [] : [what])].join(' ');

type Does = (asked: Asked) => Promise<unknown>;

async function recordsOf(before: Subscriber | undefined, does: Does, id = aReader().id) {
  const asked = asking();
  const { world } = asked;
  const library = { ...world.library, courses: [...world.library.courses, OTHER] };
  Object.assign(world, { library });
  if (before !== undefined) world.subscribers.seed(before);
  await does(asked);
  const after = await world.subscribers.load(id);
  return {
    facts: world.subscribers.factsOf(id),
    changed: before === undefined || after === undefined || kept(before) !== kept(after),
    wordings: world.keptWordings,
  };
}

/** Of each button of a reader's page: whose page, what goes along, and the record; none where nothing of this changes. */
const ON_THE_PAGE: Readonly<
  Record<
    Exclude<Action, 'mail'>,
    readonly [who: Partial<Subscriber>, fields: Readonly<Record<string, string>>, record?: string]
  >
> = {
  schedule: [{}, { zone: 'Asia/Tokyo', hour: '20', days: 'daily' }],
  track: [{}, { track: 'friend' }, 'confirmed reader page track'],
  pause: [{}, { for: 'week' }, 'paused reader page'],
  resume: [{ standing: PAUSED }, {}, 'resumed reader page'],
  newsletter: [{}, {}, 'newsletter reader page'],
  'no-newsletter': [{ newsletter: true }, {}, 'newsletter reader page'],
  'pause-newsletter': [{ newsletter: true }, {}, 'paused reader page newsletter'],
  'resume-newsletter': [
    { newsletter: true, issues: { from: '2026-11-01' as LocalDate, paused: {} } },
    {},
    'resumed reader page newsletter',
  ],
  alongside: [{ newsletter: true }, {}],
  'after-course': [
    { newsletter: true, issues: { from: '2026-11-01' as LocalDate, alongside: true } },
    {},
  ],
  discreet: [{}, {}],
  open: [{ discreet: true }, {}],
  take: [{}, { course: 'other' }, 'confirmed reader page course'],
  'stop-course': [{}, { course: 'closer' }, 'left reader page letters'],
  'again-course': [{}, { course: 'closer', time: '1' }, 'confirmed reader page again'],
  'back-course': [
    {
      enrollments: [enrollment({ again: 1, earlier: received('closeness') })],
    },
    { course: 'closer', had: '1', time: '1' },
    'confirmed reader page again',
  ],
  turns: [{}, {}],
  'in-a-row': [{ byTurns: true }, {}],
  'form-mail': [{ quiet: true }, {}, 'quiet reader page'],
  'no-form-mail': [{}, {}, 'quiet reader page'],
  leave: [{}, {}, 'left reader page'],
};

const ALL_READ = enrollment({ received: received('closeness', 'emotional', 'conversation') });

describe('a button of the reader’s page', () => {
  test.for(ACTIONS.filter((action) => action !== 'mail'))('%s', async (action) => {
    const [who, fields, record] = ON_THE_PAGE[action];
    const one = aReader(who);
    const { facts, changed } = await recordsOf(one, ({ postForm }) =>
      postForm(ownOf('page', one), { action, ...fields }),
    );
    expect(facts.map(told)).toEqual(record === undefined ? [] : [record]);
    expect(changed).toBe(record !== undefined);
  });

  test.for<[wish: Readonly<Record<string, string>>, who: Partial<Subscriber>, shown: string]>([
    [
      { action: 'newsletter' },
      {},
      'It comes now and then. What comes out while your letters do waits for their end, and follows in one mail.\nSend me the newsletter too',
    ],
    [{ action: 'take', course: 'other' }, {}, 'Take “Another course” as well'],
    [
      { action: 'take', course: 'closer' },
      { enrollments: [enrollment({ stopped: true })] },
      'Go on with “Closer”',
    ],
    [{ action: 'again-course', course: 'closer', time: '1' }, {}, 'Begin “Closer” again'],
    [
      { action: 'newsletter' },
      { enrollments: [ALL_READ] },
      'The newsletter comes now and then, whether a course runs or not.\nSend me the newsletter too',
    ],
    [{ action: 'take', course: 'other' }, { enrollments: [ALL_READ] }, 'Begin “Another course”'],
  ])('by which they agree to more keeps what the page said: %o', async ([fields, who, shown]) => {
    const one = aReader(who);
    const path = ownOf('page', one);
    let page = '';
    const { facts, wordings } = await recordsOf(one, async ({ get, postForm }) => {
      page = await (await get(path)).text();
      await postForm(path, fields);
    });
    const [fact] = facts;
    expect(fact?.details).toMatchObject({ ...BY_PAGE, language: 'en' });
    expect(wordings.get(fact?.details['wording'] ?? '')).toBe(shown);
    for (const line of shown.split('\n')) expect(page).toContain(line);
  });
});

const ASKED = request({ asked: { at: NOW, details: { wording: 'w', mail: 'm', language: 'en' } } });
const fromForm = (of: 'left' | 'reader' | undefined, fields: Partial<typeof ASKED> = {}) => ({
  ...ASKED,
  ...fields,
  asked: { ...ASKED.asked, ...(of && { of }), ...fields.asked },
});
const confirming =
  (asked: typeof ASKED, detail = ''): Does =>
  ({ world, postForm }) => {
    world.subscribers.seed(asked);
    return postForm(`/confirm/${mintToken(asked.secret, asked.id, 'confirm', detail)}`, {});
  };
const adding = (adds: 'newsletter' | 'course' | 'track', fields: Partial<typeof ASKED> = {}) =>
  confirming(
    fromForm('reader', { ...fields, asked: { ...ASKED.asked, of: 'reader', adds: [adds] } }),
    adds,
  );
const asOther = { enrollments: [enrollment({ course: OTHER.slug })] };
const asFriend = { enrollments: [enrollment({ track: 'friend' as TrackId })] };

describe('a link or a button elsewhere', () => {
  const gone = aReader({ standing: LEFT });
  test.for<[way: string, before: Subscriber | undefined, does: Does, records: readonly string[]]>([
    [
      'the button of a confirmation',
      undefined,
      confirming(fromForm(undefined)),
      ['asked reader form', 'confirmed reader page'],
    ],
    [
      'the button of a come-back mail',
      gone,
      confirming(fromForm('left')),
      ['asked reader form', 'rejoined reader page'],
    ],
    [
      'an addition: the newsletter',
      aReader(),
      adding('newsletter', { newsletter: true }),
      ['asked reader form', 'newsletter reader page'],
    ],
    [
      'an addition: another course',
      aReader(),
      adding('course', asOther),
      ['asked reader form', 'confirmed reader page course'],
    ],
    [
      'an addition: another version',
      aReader(),
      adding('track', asFriend),
      ['asked reader form', 'confirmed reader page track'],
    ],
    [
      'the unsubscribe page',
      aReader(),
      ({ postForm }) => postForm(linkOf('unsubscribe'), {}),
      ['left reader page'],
    ],
    [
      'a mail program’s one click',
      aReader(),
      ({ postForm }) => postForm(linkOf('unsubscribe'), { 'List-Unsubscribe': 'One-Click' }),
      ['left reader one-click'],
    ],
    [
      'a leave taken back',
      gone,
      ({ postForm }) => postForm(wishOf('undo', [{ is: 'rejoin', of: LEFT.at }], gone), {}),
      ['rejoined reader page'],
    ],
    [
      'never again',
      aReader(),
      ({ postForm }) => postForm(linkOf('never'), { quiet: 'yes' }),
      ['quiet reader page'],
    ],
    [
      'never again, of whoever left',
      gone,
      ({ postForm }) => postForm(linkOf('never', gone), { quiet: 'yes' }),
      ['quiet reader page'],
    ],
    [
      'such mails again',
      aReader({ quiet: true }),
      ({ postForm }) => postForm(linkOf('never'), { quiet: 'no' }),
      ['quiet reader page'],
    ],
    [
      'an answer to a question',
      aReader(),
      ({ postForm }) => postForm(wishOf('question', [{ is: 'newsletter', on: true }]), {}),
      ['newsletter reader page'],
    ],
    [
      'an author’s link: a pause',
      aReader(),
      ({ postForm }) => postForm(wishOf('author', [{ is: 'pause' }]), {}),
      ['paused author author'],
    ],
    [
      'an author’s link: an end',
      aReader(),
      ({ postForm }) => postForm(wishOf('author', [{ is: 'leave' }]), {}),
      ['left author author'],
    ],
    ['erasing', aReader(), ({ postForm }) => postForm(ownOf('erase'), {}), ['erased reader page']],
  ])('%s', async ([, before, does, records]) => {
    const { facts } = await recordsOf(before, does);
    expect(facts.map(told)).toEqual(records);
  });

  test('what they say yes to is the mail that asked, by its words', async () => {
    const { facts } = await recordsOf(undefined, confirming(fromForm(undefined)));
    expect(facts[0]?.details).toMatchObject({ wording: 'w' });
    expect(facts[1]?.details).toMatchObject({ wording: 'm', language: 'en' });
  });

  test('coming back by the mail’s button is a yes to that mail', async () => {
    const { facts } = await recordsOf(gone, confirming(fromForm('left')));
    expect(facts[1]?.details).toMatchObject({ ...BY_PAGE, wording: 'm', language: 'en' });
  });

  test('another address, beside the new id', async () => {
    const one = aReader();
    const { facts } = await recordsOf(
      one,
      async ({ world, postForm }) => {
        await world.moves.ask(one.id, ASKED_MOVE);
        await postForm(moveLink(one, ASKED_MOVE), {});
      },
      subscriberId(FAKE_ID_KEY, ASKED_MOVE.to as EmailAddress),
    );
    expect(facts.map(told)).toEqual(['moved reader page']);
  });
});
