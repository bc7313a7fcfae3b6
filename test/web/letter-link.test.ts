import { describe, expect, test } from 'vitest';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { ACTIONS, type Action } from '../../functions/web/wish.ts';
import { at, course, enrollment, received } from '../support/builders.ts';
import { hiddenIn } from '../support/proof-of-work.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

/**
 * Letters are passed on, and the link of the page with them. What it does is what nobody minds that somebody
 * else can do: when letters come, whether they rest, what ends. All else is mailed to the stored address.
 */

const LETTER = linkOf('preferences');
const { id, address } = aReader();
const [PARTNER, FRIEND] = ['partner' as TrackId, 'friend' as TrackId];
const named = (slug: string) => ({
  ...course(['x', 'y']),
  slug: slug as CourseSlug,
  title: `The ${slug}`,
  tracks: [PARTNER, FRIEND].map((track) => ({ id: track, label: `A ${track}` })),
});
const [TEA, WALKS] = [named('tea'), named('walks')];

/** A mail that says what was asked for, and has the button's address. */
const slots = ['askedInWords', 'ownDataUrl'] as const;
const asked = { literals: ['', ' ', ''], slots };
const notice = () => ({ subject: asked, html: asked, text: asked });

/** Who takes two courses, one letter each, and could take a third. */
function holding(fields: Partial<Subscriber> = {}) {
  const asked = asking();
  const { library } = asked.world;
  Object.assign(asked.world, {
    library: { ...library, courses: [...library.courses, TEA, WALKS], notice },
  });
  const enrollments = [
    enrollment({ received: received('closeness'), track: PARTNER }),
    enrollment({ course: TEA.slug, received: received('x'), track: PARTNER }),
  ];
  asked.world.subscribers.seed(aReader({ enrollments, ...fields }));
  const stored = async () => (await asked.world.subscribers.load(id)) ?? aReader();
  return { ...asked, stored };
}

const DAY = '2026-11-20' as LocalDate;

type Fields = Readonly<Record<string, string>>;

/** What each button of the page does when a letter's link is all that one has. */
const BY_LETTER: Readonly<
  Record<
    Exclude<Action, 'mail' | 'leave'>,
    readonly [does: 'done' | 'mailed', from: Partial<Subscriber>, fields?: Fields]
  >
> = {
  schedule: ['done', {}, { hour: '20', zone: 'Asia/Tokyo', days: 'weekdays' }],
  pause: ['done', {}, { for: 'week' }],
  resume: ['done', { standing: { is: 'paused', since: at('2026-11-20T00:00:00Z') } }],
  'stop-course': ['done', {}, { course: 'tea' }],
  'no-newsletter': ['done', { newsletter: true }],
  'pause-newsletter': ['done', { newsletter: true }],
  'resume-newsletter': ['done', { newsletter: true, issues: { from: DAY, paused: {} } }],
  'after-course': ['done', { newsletter: true, issues: { from: DAY, alongside: true } }],
  alongside: ['mailed', { newsletter: true }],
  // Who needs it has a letter open that others may see; it adds nothing, and one press takes it back.
  discreet: ['done', {}],
  open: ['mailed', { discreet: true }],
  newsletter: ['mailed', {}],
  track: ['mailed', {}, { course: 'tea', track: 'friend' }],
  take: ['mailed', {}, { course: 'walks' }],
  'again-course': ['mailed', {}, { course: 'closer', time: '1' }],
  'back-course': [
    'mailed',
    { enrollments: [{ ...enrollment(), earlier: received('closeness'), again: 1 }] },
    { course: 'closer', had: '1', time: '1' },
  ],
  turns: ['mailed', {}],
  'in-a-row': ['mailed', { byTurns: true }],
  'form-mail': ['mailed', { quiet: true }],
  'no-form-mail': ['mailed', {}],
};

describe('by the link of a letter', () => {
  const rows = ACTIONS.flatMap((action) =>
    action === 'mail' || action === 'leave' ? [] : [[action, ...BY_LETTER[action]] as const],
  );
  test.for(rows)('%s is %s', async ([action, does, from, fields]) => {
    const { world, postForm, get, stored } = holding(from);
    const before = await stored();
    const answer = await postForm(LETTER, { action, ...fields });
    expect(answer.status).toBe(303);
    const after = await stored();
    expect(after.revision).toBe(before.revision + (does === 'done' ? 1 : 0));
    expect(world.mails.map(({ to }) => to)).toEqual(does === 'mailed' ? [address] : []);
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    expect(page.includes('a link is on its way there')).toBe(does === 'mailed');
    if (does === 'done') return;
    expect(after).toEqual(before);
    expect([...world.keptWordings], 'nobody agreed to anything').toEqual([]);
    // The button in the mail opens the page that does it.
    const whole = linkIn(world.mails[0]?.raw);
    const done = await postForm(whole, { action, ...fields });
    expect((await stored()).revision).toBe(before.revision + 1);
    expect(done.headers.get('location')).toMatch(/^\/own\//);
  });

  test('an hour after the mail, its link does as little, and leaves all the same', async () => {
    const { world, postForm, stored } = holding();
    await postForm(LETTER, { action: 'newsletter' });
    const whole = linkIn(world.mails[0]?.raw);
    world.setNow(at('2026-11-22T11:00:00Z'));
    await postForm(whole, { action: 'newsletter' });
    expect(await stored()).toMatchObject({ newsletter: false, standing: { is: 'active' } });
    await postForm(whole, { action: 'leave' });
    expect((await stored()).standing.is).toBe('left');
  });

  test('the page has a button for each thing that is there to ask for, and none that does it', async () => {
    const { get, world } = holding({ discreet: true, quiet: true });
    const page = await (await get(LETTER)).text();
    const offered = (html: string) => [
      ...new Set(
        [...html.matchAll(/name="(?:action|do)" value="([\w-]+)"/g)].map(([, one]) => one),
      ),
    ];
    const ours = ['schedule', 'pause', 'stop-course', 'mail', 'leave'];
    const parts = ['take', 'track', 'newsletter', 'discreet', 'form-mail'];
    expect(offered(page).toSorted()).toEqual([...ours, ...parts].toSorted());
    world.subscribers.seed(aReader({ newsletter: true }));
    const less = await (await get(LETTER)).text();
    const there = ['take', 'discreet', 'no-newsletter', 'pause-newsletter', 'stop-course', 'schedule', 'pause', 'mail'];
    expect(offered(less).toSorted()).toEqual([...there, 'track', 'leave'].toSorted());
  });

  test('what a mail asked for comes first on the page that it opens', async () => {
    const { get, postForm, world } = holding();
    await postForm(LETTER, { action: 'mail', matter: 'page', do: 'newsletter' });
    const [mail] = world.mails;
    expect(textOf(mail?.raw)).toContain('The newsletter');
    const whole = linkIn(mail?.raw);
    const page = await (await get(whole)).text();
    expect(/name="action" value="([\w-]+)"/.exec(page)?.[1]).toBe('newsletter');
  });

  test('so does the part that asks for it, where a letter’s link names it', async () => {
    const { get } = holding();
    const page = await (await get(`${LETTER}?do=take`)).text();
    expect(/aria-labelledby="([\w-]+)-title"/.exec(page)?.[1]).toBe('by-mail');
  });

  test('somebody who left and said “never again” can have the way back mailed, and others who left nothing', async () => {
    const left = { is: 'left', at: at('2026-11-20T00:00:00Z'), by: 'page' } as const;
    const mails = async (fields: Partial<Subscriber>) => {
      const { postForm, world } = holding({ standing: left, ...fields });
      await postForm(LETTER, { action: 'mail', matter: 'page', do: 'form-mail' });
      return world.mails.length;
    };
    expect([await mails({ quiet: true }), await mails({})]).toEqual([1, 0]);
  });
});

describe('taking back, by the link of a letter', () => {
  const undoOf = (page: string): Fields => {
    const [, form = ''] = /class="done".*?<form method="post">(.*?)<button/s.exec(page) ?? [];
    const names = ['action', 'course', 'track', 'had', 'time', 'stopped', 'told'];
    const there = names.filter((name) => form.includes(`name="${name}"`));
    return Object.fromEntries(there.map((name) => [name, hiddenIn(form, name)]));
  };
  /** Presses, and gives the form that takes it back. */
  const pressed = async ({ get, postForm }: ReturnType<typeof asking>, fields: Fields) => {
    const answer = await postForm(LETTER, fields);
    return undoOf(await (await get(answer.headers.get('location') ?? '')).text());
  };

  test.each<[why: string, fields: Fields, from: Partial<Subscriber>]>([
    ['the newsletter that was stopped', { action: 'no-newsletter' }, { newsletter: true }],
    ['the course that was stopped', { action: 'stop-course', course: 'tea' }, {}],
    ['neutral subjects', { action: 'discreet' }, {}],
  ])('%s puts back what was there, at once', async (_, fields, from) => {
    const asked = holding(from);
    const { revision: __, ...before } = await asked.stored();
    const undo = await pressed(asked, fields);
    await asked.postForm(LETTER, undo);
    expect(await asked.stored()).toMatchObject(before);
    expect(asked.world.mails).toEqual([]);
  });

  test.each<[why: string, change: (undo: Fields) => Fields, later?: true]>([
    ['without the proof', ({ told: _, ...undo }) => undo],
    ['with a proof that somebody made up', (undo) => ({ ...undo, told: 'a.b' })],
    ['for another thing', (undo) => ({ ...undo, course: 'walks' })],
    ['after something else has changed', (undo) => undo, true],
  ])('%s adds nothing', async (_, change, later) => {
    const asked = holding();
    const undo = await pressed(asked, { action: 'stop-course', course: 'tea' });
    if (later) await asked.postForm(LETTER, { action: 'pause', for: 'week' });
    const before = await asked.stored();
    await asked.postForm(LETTER, change(undo));
    expect(await asked.stored()).toEqual(before);
    expect(asked.world.mails).toHaveLength(1);
  });
});

/** A mail without its quoted-printable encoding. */
const textOf = (raw = ''): string => raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');

/** The address behind the button of the mail. */
const linkIn = (raw: string | undefined): string =>
  /https?:\/\/[^/\s]+(\/own\/[\w.-]+(?:\?do=[\w-]+)?)/.exec(textOf(raw))?.[1] ?? 'no link';
