import { expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { isSlow } from '../../functions/core/sending/care.ts';
import { subscriberId } from '../../functions/core/token.ts';
import { at, course, enrollment, reader } from '../support/builders.ts';
import { fakeHearingWorld } from '../support/fake-hearing-world.ts';
import { FAKE_ID_KEY, fakeWebWorld } from '../support/fake-web-world.ts';
import { challengeIn, solved } from '../support/proof-of-work.ts';
import { asking } from '../support/web-requests.ts';

/** Somebody with a network for each address, who makes addresses up and does all the work that is asked for. */

const START = at('2026-11-23T06:00:00Z');
const HONEST = 'honest@example.com';

/** The form, what it sends and what comes back of it, in one time. */
function aPublication() {
  const hearing = fakeHearingWorld(START, ({ to }) =>
    to.startsWith('made-up') ? 'gone' : undefined,
  );
  hearing.deploy([course(['a', 'b'])]);
  const one = reader({ dueAt: at('2026-11-23T07:00:00Z'), enrollments: [enrollment()] });
  hearing.table.seed(one);
  const { table: subscribers, signUps, queue, now } = hearing;
  const web = asking({ ...fakeWebWorld(), subscribers, signUps, queue, now });
  let typed = 0;
  /** The form, and once more with the work that it asks for. */
  const signUp = async (email: string, ip: string) => {
    const answer = await web.postForm('/subscribe', { email }, ip);
    if (answer.status !== 429) return answer;
    const page = await answer.clone().text();
    if (!page.includes('data-challenge')) return answer;
    return web.postForm('/subscribe', { email, altcha: solved(challengeIn(page)) }, ip);
  };
  return {
    ...web,
    hearing,
    signUp,
    async stranger() {
      typed += 1;
      return (await signUp(`made-up-${typed}@example.org`, `10.0.${typed >> 8}.${typed & 255}`))
        .status;
    },
    /** @param length of each, in seconds */
    async minutes(count: number, each = async (): Promise<unknown> => undefined, length = 60) {
      for (let minute = 0; minute < count; minute += 1) {
        await each();
        await hearing.minute();
        await hearing.hearAll(hearing.take());
        hearing.pass(length);
      }
    },
    /** Others like the stranger take the rest of the line, or so much of it. */
    async fillLine(places: number) {
      for (let place = 0; place < places; place += 1) await signUps.takePlace(now());
    },
    slow: async () => isSlow(await signUps.care(), now()),
    returned: () => hearing.returns.since('sign-ups', START),
  };
}

/** Twenty-four made-up addresses in eight minutes, each with its proof: then the form is slow. */
async function flood({
  minutes,
  stranger,
  slow,
}: Pick<ReturnType<typeof aPublication>, 'minutes' | 'stranger' | 'slow'>): Promise<void> {
  await minutes(8, async () => {
    for (const _ of [1, 2, 3]) await stranger();
  });
  expect(await slow()).toBe(true);
}

test('gets a mail every ten minutes back at the most, and keeps nobody’s mail or letter', async () => {
  const { hearing, get, minutes, signUp, stranger, slow, returned, fillLine } = aPublication();
  // Twenty that come back: ten make the form careful, and ten more, in spite of their work, slow.
  await flood({ minutes, stranger, slow });
  const before = await returned();
  expect(before).toBeLessThan(25);

  const answer = await signUp(HONEST, '192.0.2.9');
  expect(answer.status).toBe(303);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await get('/check-your-inbox', { headers: { cookie } })).text();
  expect(page).toContain('It may take some hours, a day at most');
  expect(page).not.toContain('Send it once more');

  for (let more = 0; more < 8; more += 1) await stranger();
  await minutes(60);
  const inAnHour = (await returned()) - before;
  expect([5, 6], 'of six places one is the honest one’s').toContain(inAnHour);
  const letters = () => hearing.sent.filter(({ mail }) => mail.tags['kind'] === 'lesson');
  expect(letters().map(({ at: sentAt }) => sentAt.slice(11, 16))).toEqual(['07:00']);
  expect((await hearing.dueIndex.state()).stopped).toBeUndefined();

  await fillLine(144);
  const refused = await signUp('late@example.com', '192.0.2.11');
  expect(refused.status, 'what can’t be mailed in a day is not let in').toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);

  // The stranger has had enough; what was let in goes, and the form is as it was.
  await minutes(25 * 6, undefined, 600);
  expect(hearing.sent.filter(({ mail }) => mail.to === HONEST)).toHaveLength(1);
  expect(hearing.sent.some(({ mail }) => mail.to === 'late@example.com')).toBe(false);
  expect(await slow()).toBe(false);
  expect((await signUp('bob@example.com', '192.0.2.10')).status).toBe(303);
  await minutes(2);
  expect(hearing.sent.some(({ mail }) => mail.to === 'bob@example.com')).toBe(true);
}, 60_000);

test('is told the same as whoever is known, who waits as long and is sent nothing', async () => {
  const { hearing, postJson, minutes, signUp, stranger, slow } = aPublication();
  const id = subscriberId(FAKE_ID_KEY, HONEST as EmailAddress);
  hearing.table.seed(reader({ id, address: HONEST as EmailAddress, quiet: true }));
  await flood({ minutes, stranger, slow });
  const bodyOf = async (email: string, ip: string) => {
    const next = (await hearing.signUps.care())?.next;
    const answer = await signUp(email, ip);
    expect(answer.status).toBe(303);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(Buffer.from(cookie.slice('asked='.length), 'base64url').toString()).toContain(
      '"waits":true',
    );
    return next === (await hearing.signUps.care())?.next;
  };
  expect(await bodyOf(HONEST, '192.0.2.9'), 'each takes a place').toBe(false);
  expect(await bodyOf('new@example.net', '192.0.2.11')).toBe(false);
  const refused = await postJson('/subscribe', { email: 'new@example.net' });
  const { altcha } = (await refused.json()) as { altcha: Parameters<typeof solved>[0] };
  const json = await postJson('/subscribe', { email: 'new@example.net', altcha: solved(altcha) });
  expect(await json.json()).toEqual({ status: 'check-your-inbox', mayTakeHours: true });
}, 60_000);

test('can’t fill the line from one network', async () => {
  const { hearing, minutes, signUp, stranger, slow } = aPublication();
  await flood({ minutes, stranger, slow });
  hearing.pass(3600 - ((Date.parse(hearing.now()) / 1000) % 3600));
  await hearing.signUps.beCareful({
    ...(await hearing.signUps.care()),
    since: START,
    until: at('2026-11-23T09:00:00Z'),
    slowUntil: at('2026-11-23T09:00:00Z'),
  });
  const statuses: number[] = [];
  for (let one = 0; one < 5; one += 1) {
    statuses.push((await signUp(`made-up-at-home-${one}@example.org`, '203.0.113.5')).status);
  }
  expect(statuses).toEqual([303, 303, 303, 429, 429]);
}, 60_000);
