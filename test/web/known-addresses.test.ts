import { describe, expect, test } from 'vitest';
import type { Addition } from '../../functions/core/reader/subscriber.ts';
import { mintToken } from '../../functions/core/token.ts';
import { at, request } from '../support/builders.ts';
import { aReader, asking, linkOf, ownOf } from '../support/web-requests.ts';

/** What the links of a mail do that somebody's typing into the form sent to a known address. */

const SINCE = at('2026-11-22T09:00:00Z');
const ADDS = ['newsletter', 'track'] as const;
const ASKED = request({
  newsletter: true,
  enrollments: [{ ...aReader().enrollments[0], track: 'friend' } as never],
  asked: { at: SINCE, details: { wording: 'abc' }, of: 'reader', adds: ADDS },
});
const seeded = (reader = aReader(), asked = ASKED) => {
  const all = asking();
  all.world.subscribers.seed(reader);
  all.world.subscribers.seed(asked);
  return all;
};
const linkTo = (addition: string) =>
  `/confirm/${mintToken(ASKED.secret, ASKED.id, 'confirm', addition)}`;

describe('an addition', () => {
  test('is shown by its link, and done by its button', async () => {
    const { get, postForm, world } = seeded();
    const before = world.dump();
    const page = await (await get(linkTo('newsletter'))).text();
    expect(page).toContain('Add the newsletter');
    expect(page).toContain('<button autofocus>');
    expect(world.dump()).toBe(before);
    const done = await (await postForm(linkTo('newsletter'), {})).text();
    expect(done).toContain('You get the newsletter as well');
    expect(await world.subscribers.load(ASKED.id)).toMatchObject({
      newsletter: true,
      hour: aReader().hour,
      enrollments: aReader().enrollments,
    });
    expect(world.subscribers.factsOf(ASKED.id)).toEqual([
      { kind: 'asked', at: SINCE, details: { wording: 'abc', by: 'reader', channel: 'form' } },
      {
        kind: 'newsletter',
        at: world.now(),
        details: {
          by: 'reader',
          channel: 'page',
          network: '192.0.2.0/24',
          wanted: 'yes',
          language: 'en',
          wording: expect.any(String),
        },
      },
    ]);
    expect([...world.keptWordings.values()]).toContain('Add the newsletter');
    // The other button of the same mail works still, and the form sends no other mail this week.
    await postForm(linkTo('track'), {});
    expect((await world.subscribers.load(ASKED.id))?.enrollments[0]?.track).toBe('friend');
    expect((await world.subscribers.requests.load(ASKED.id))?.dueAt).toBeUndefined();
  });

  test('can be taken back from the page after the press, and from no later one', async () => {
    const { get, postForm, world } = seeded();
    const done = await (await postForm(linkTo('newsletter'), {})).text();
    const undo = /href="(\/wish\/[^"]+)"/.exec(done)?.[1] ?? '';
    expect(await (await get(linkTo('newsletter'))).text()).not.toContain('/wish/');
    expect(await (await get(undo)).text()).toContain('No more newsletter');
    await postForm(undo, {});
    expect((await world.subscribers.load(ASKED.id))?.newsletter).toBe(false);
  });

  test('of a course that they had stopped goes on where they were, and says so', async () => {
    const taken = aReader().enrollments.map((one) => ({ ...one, stopped: true as const }));
    const { dueAt: _, ...reader } = aReader({ enrollments: taken });
    const { get, postForm, world } = seeded(reader, {
      ...ASKED,
      asked: { ...ASKED.asked, adds: ['course'] },
    });
    expect(await (await get(linkTo('course'))).text()).toContain('Go on with “Closer”');
    const done = await (await postForm(linkTo('course'), {})).text();
    expect(done).toContain('Closer goes on, right where you stopped.');
    const after = await world.subscribers.load(ASKED.id);
    expect(after?.enrollments).toEqual(aReader().enrollments);
    expect(after?.dueAt).toBeDefined();
  });

  test('that meets another save is made anew', async () => {
    const { postForm, world } = seeded();
    world.subscribers.afterNextLoad(() => postForm(linkTo('track'), {}));
    await postForm(linkTo('newsletter'), {});
    const after = await world.subscribers.load(ASKED.id);
    expect(after).toMatchObject({ newsletter: true, enrollments: [{ track: 'friend' }] });
  });

  const since = { at: SINCE, by: 'page' } as const;
  const NOTHING: readonly [why: string, addition: string, ...ReturnType<typeof aReader>[]][] = [
    ['nobody asked for', 'course'],
    [
      'its week is over',
      'newsletter',
      aReader(),
      { ...ASKED, asked: { ...ASKED.asked, at: at('2026-11-01T00:00:00Z') } },
    ],
    ['they have left since', 'newsletter', aReader({ standing: { is: 'left', ...since } })],
    [
      'they want none of it',
      'newsletter',
      aReader(),
      { ...ASKED, standing: { is: 'left', ...since } },
    ],
    [
      'they complained',
      'newsletter',
      aReader({ standing: { is: 'suppressed', at: SINCE, because: 'complaint' } }),
    ],
  ];
  test.for(NOTHING)('of which %s changes nothing', async ([, addition, reader, asked]) => {
    const { postForm, world } = seeded(reader, asked as typeof ASKED | undefined);
    const before = world.dump();
    const answer = await postForm(linkTo(addition as Addition), {});
    expect([200, 410]).toContain(answer.status);
    expect(world.dump()).toBe(before);
  });

  test('is no yes to all: without its name the link shows that they read', async () => {
    const { postForm, world } = seeded();
    const before = world.dump();
    expect(await (await postForm(linkOf('confirm'), {})).text()).toContain('You’re in');
    expect(world.dump()).toBe(before);
  });
});

describe('never again', () => {
  test('is a press, ends what was asked for, and can be taken back', async () => {
    const { get, postForm, world } = seeded();
    const before = world.dump();
    expect(await (await get(linkOf('never'))).text()).toContain('No more of these mails?');
    expect(world.dump()).toBe(before);
    await postForm(linkOf('never'), { quiet: 'yes' });
    expect(await world.subscribers.load(ASKED.id)).toMatchObject({
      quiet: true,
      standing: { is: 'active' },
    });
    expect((await world.subscribers.requests.load(ASKED.id))?.standing.is).toBe('left');
    expect(await (await get(linkOf('never'))).text()).toContain('<h1>Done</h1>');
    await postForm(linkOf('never'), { quiet: 'no' });
    expect((await world.subscribers.load(ASKED.id))?.quiet).toBeUndefined();
  });
});

describe('never again, on the page of', () => {
  const page = ownOf('page');
  const standings = [{ is: 'active' }, { is: 'left', at: SINCE, by: 'page' }] as const;
  test.for(standings)('somebody who is $is', async (standing) => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(aReader({ standing }));
    const quiet = async () => (await world.subscribers.load(ASKED.id))?.quiet;
    const press = async (action: string) => {
      const answer = await postForm(page, { action });
      return (await get(answer.headers.get('location') ?? '')).text();
    };
    expect(await (await get(page)).text()).not.toContain('Allow it again');
    await postForm(linkOf('never'), { quiet: 'yes' });
    expect(await (await get(page)).text()).toContain('Allow it again');

    const allowed = await press('form-mail');
    expect(await quiet()).toBeUndefined();
    expect(allowed).toContain('may send you a mail again');
    expect(allowed).toContain('name="action" value="no-form-mail"');
    expect(allowed).not.toContain('Allow it again');

    // The way back from the way back does all that "never again" does.
    world.subscribers.seed(ASKED);
    const ended = await press('no-form-mail');
    expect(await quiet()).toBe(true);
    expect(ended).toContain('sends you a mail any more');
    expect(ended).toContain('name="action" value="form-mail"');
    expect((await world.subscribers.requests.load(ASKED.id))?.standing.is).toBe('left');
  });
});

test('who came back by a request gets no other mail of the form’s in its week', async () => {
  const { postForm, world } = asking();
  const left = { is: 'left', at: SINCE, by: 'page' } as const;
  world.subscribers.seed(aReader({ standing: left }));
  world.subscribers.seed(request({ asked: { at: SINCE, details: {}, of: 'left' } }));
  await postForm(linkOf('confirm'), {});
  expect((await world.subscribers.load(ASKED.id))?.standing.is).toBe('active');
  const again = { ...ASKED, asked: { ...ASKED.asked, at: world.now() } };
  expect(await world.subscribers.requests.make(again)).toBe(false);
});
