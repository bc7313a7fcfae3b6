import { describe, expect, test } from 'vitest';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import type { SendOutcome } from '../../functions/core/sending/pace.ts';
import { at, course, enrollment, received } from '../support/builders.ts';
import { REMOVED } from '../support/fake-library.ts';
import { notSent } from '../support/fake-sending-world.ts';
import { aReader, asking, ownOf } from '../support/web-requests.ts';

/** The list of a reader's letters, and the button beside each. */

const OTHER = { ...course(['closeness', 'x']), slug: 'other' as CourseSlug, title: 'Other' };
const ANN = aReader({
  enrollments: [
    enrollment({
      track: 'friend' as TrackId,
      again: 1,
      received: received('closeness'),
      earlier: received('emotional', 'withdrawn', REMOVED),
    }),
    enrollment({ course: OTHER.slug, received: received('x') }),
  ],
});
const PAGE = ownOf('letters', ANN);

function reading(reader = ANN) {
  const asked = asking();
  const courses = [...asked.world.library.courses, OTHER];
  Object.assign(asked.world, { library: { ...asked.world.library, courses } });
  asked.world.subscribers.seed(reader);
  return asked;
}
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

describe('my letters', () => {
  test('are all that somebody had: the newest time first, retired ones too, none that is gone', async () => {
    const page = await textOf(reading().get(PAGE));
    const links = [...page.matchAll(/<a href="[^"]+\/([^/]+\/[^/"]+)">([^<]+)</g)];
    expect(links.map(([, name, subject]) => [name, subject])).toEqual([
      ['closer/closeness', 'Closeness is another word'],
      ['closer/emotional', 'Subject of emotional'],
      ['closer/withdrawn', 'withdrawn'],
      ['other/x', 'Subject of x'],
    ]);
    const [, before = ''] = page.split('From before you began again');
    expect(before).toContain('emotional');
    expect(before).not.toContain('Closeness is another word');
  });

  test('are there right after a course was begun again, each with its button', async () => {
    const begun = enrollment({ again: 1, earlier: received('closeness', 'emotional') });
    const page = await textOf(reading(aReader({ enrollments: [begun] })).get(ownOf('letters')));
    expect(page).not.toContain('No letter has come yet');
    expect([...page.matchAll(/name="again" value="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'closer.closeness',
      'closer.emotional',
    ]);
  });

  test('of somebody who left open, and none is sent again', async () => {
    const left = {
      ...ANN,
      standing: { is: 'left', at: at('2026-11-22T09:00:00Z'), by: 'page' },
    } as const;
    const { get, postForm, world } = reading(left);
    const page = await textOf(get(PAGE));
    expect(page).toContain('Closeness is another word');
    expect(page).not.toContain('<button');
    expect((await postForm(PAGE, { again: 'closer.closeness' })).status).toBe(405);
    expect(world.mails).toEqual([]);
  });
});

describe('the button beside a letter', () => {
  test.for([
    ['of this time', 'closer.closeness', 'Closeness is another word'],
    ['of a time before', 'closer.emotional', 'Subject of emotional'],
    ['that is retired', 'closer.withdrawn', 'withdrawn'],
    ['of another course', 'other.x', 'Subject of x'],
  ] as const)(
    'sends one %s once more, and says what comes and when',
    async ([, again, subject]) => {
      const { postForm, world } = reading();
      const before = world.subscribers.dump();
      const answer = await postForm(PAGE, { again });
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toContain(`“${subject}” goes to a…@example.com once more`);
      expect(page).toContain('Your next letter: Monday, 23 November 2026');
      expect(page).not.toContain(ANN.address);
      expect(world.mails.map(({ to, tags, stream }) => ({ to, tags, stream }))).toEqual([
        { to: ANN.address, tags: { kind: 'again', subscriber: ANN.id }, stream: 'letters' },
      ]);
      expect(world.mails[0]?.raw).toContain(`Subject: ${again.split('.')[1]}`);
      expect(world.subscribers.dump(), 'nothing moves').toBe(before);
    },
  );

  test('sends it in a pause, and one that waits still waits', async () => {
    const { dueAt: _, ...paused } = {
      ...ANN,
      standing: { is: 'paused', since: at('2026-11-20T09:00:00Z') },
    } as const;
    const { postForm, world } = reading(paused);
    const page = await textOf(postForm(PAGE, { again: 'closer.closeness' }));
    expect(page).toContain('No letter comes until you tell us to go on');
    expect(world.mails).toHaveLength(1);
  });

  test.for([
    ['they never had', 'closer.conversation', 404],
    ['they had in another course', 'other.closeness', 404],
    ['there is no more', `closer.${REMOVED}`, 404],
    ['is none', '../../etc', 404],
    ['nobody named', '', 405],
  ] as const)('sends none that %s', async ([, again, status]) => {
    const { postForm, world } = reading();
    expect((await postForm(PAGE, { again })).status).toBe(status);
    expect(world.mails).toEqual([]);
  });

  test('six times a day, as replies are answered, and the next day again', async () => {
    const { postForm, world } = reading();
    const statuses = [];
    for (let time = 0; time < 8; time += 1) {
      statuses.push((await postForm(PAGE, { again: 'closer.closeness' })).status);
    }
    expect(statuses).toEqual([...Array(6).fill(200), 429, 429]);
    expect(world.mails).toHaveLength(6);
    world.setNow(at('2026-11-23T00:00:00Z'));
    const tomorrow = ownOf('letters', ANN, -14 * 3600);
    expect((await postForm(tomorrow, { again: 'closer.closeness' })).status).toBe(200);
  });

  test.for<[why: string, outcome: SendOutcome, status: number, says: string]>([
    ['was refused says so', notSent('retry'), 503, 'could not be sent'],
    ['may have gone counts as sent', { is: 'in-doubt', why: 'Timeout' }, 200, 'once more'],
  ])('one that %s', async ([, outcome, status, says]) => {
    const { world } = reading();
    const { postForm } = asking({ ...world, mailer: { send: async () => outcome } });
    const answer = await postForm(PAGE, { again: 'closer.closeness' });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(says);
  });

  test('pressed as robots do changes nothing, and asks for it once more', async () => {
    const { get, postForm, world } = reading();
    const [, made = ''] = /name="made" value="([^"]+)"/.exec(await textOf(get(PAGE))) ?? [];
    const hasty = await textOf(postForm(PAGE, { again: 'closer.closeness', made }));
    expect(hasty).toContain('quick as a robot');
    expect(hasty).toContain('name="again" value="closer.closeness"');
    const decoy = { again: 'closer.closeness', robot: 'yes', made };
    world.passMilliseconds(5000);
    expect(await textOf(postForm(PAGE, decoy))).toContain('quick as a robot');
    expect(world.mails).toEqual([]);
    expect((await postForm(PAGE, { again: 'closer.closeness', made })).status).toBe(200);
    expect(world.mails).toHaveLength(1);
  });

  test('works for an hour, and behind no other link', async () => {
    const { postForm, world } = reading();
    const again = 'closer.closeness';
    expect((await postForm(ownOf('line', ANN), { again })).status).toBe(405);
    await postForm(ownOf('letters', ANN, 3600), { again });
    expect(world.mails.map(({ tags }) => tags['kind'])).toEqual(['own-link']);
  });
});
