import { describe, expect, test } from 'vitest';
import { MATTERS, type Matter } from '../../functions/core/reader/own-link.ts';
import type { Standing } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { at } from '../support/builders.ts';
import { aReader, asking, linkOf, ownOf, stampOf } from '../support/web-requests.ts';

const SINCE = at('2026-11-20T00:00:00Z');
const LINK = linkOf('preferences');
const LEFT: Standing = { is: 'left', at: SINCE, by: 'page' };

async function ask(standing: Standing, matter: string, times = 1) {
  const asked = asking();
  asked.world.subscribers.seed(aReader({ standing }));
  const answers: Response[] = [];
  for (let time = 0; time < times; time += 1) {
    answers.push(await asked.postForm(LINK, { action: 'mail', matter, made: stampOf() }));
  }
  return { ...asked, answers };
}

test.each(['a%0d%0ab', 'nobody', '%E0'])(
  'a link that is none is 404, whatever is in it: %s',
  async (token) => {
    for (const rest of ['', '/closer', '/closer/closeness']) {
      expect((await asking().get(`/own/${token}${rest}`)).status).toBe(404);
    }
  },
);

describe('a press mails a link to the stored address', () => {
  const rows: readonly [
    why: string,
    standing: Standing,
    matter: Matter,
    times: number,
    mails: number,
  ][] = [
    ['a reader gets it', { is: 'active' }, 'letters', 1, 1],
    ['so does one in a pause', { is: 'paused', since: SINCE }, 'line', 1, 1],
    ['six in an hour, whoever presses', { is: 'active' }, 'data', 9, 6],
    ['who left may have what is theirs', LEFT, 'erase', 1, 1],
    ['once in seven days: they wanted no more mail', LEFT, 'data', 3, 1],
    ['and no page, which has nothing for them', LEFT, 'page', 1, 0],
    ['nor another address for letters that have ended', LEFT, 'address', 1, 0],
    ['nobody before they confirmed', { is: 'pending', since: SINCE }, 'data', 1, 0],
    [
      'and no address that must not be mailed',
      { is: 'suppressed', at: SINCE, because: 'complaint' },
      'data',
      1,
      0,
    ],
  ];
  test.for(rows)('%s', async ([_, standing, matter, times, mails]) => {
    const { world, get, answers } = await ask(standing, matter, times);
    expect(world.mails.map(({ to }) => to)).toEqual(Array(mails).fill(aReader().address));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const places = new Set(answers.map(({ headers }) => headers.get('location')));
    expect(places.size, 'the same answer, whatever became of it').toBe(1);
    const page = await (await get([...places][0] ?? '')).text();
    expect(page).toContain('a link is on its way there');
    expect(page).not.toContain(aReader().address);
  });

  test('and a provider that takes nothing changes no answer', async () => {
    const { world, postForm } = asking();
    world.subscribers.seed(aReader());
    const mailer = { send: async () => ({ is: 'in-doubt', why: 'Timeout' }) as const };
    const broken = asking({ ...world, mailer });
    const fields = { action: 'mail', matter: 'data' };
    const [one, other] = [await postForm(LINK, fields), await broken.postForm(LINK, fields)];
    expect(other.status).toBe(one.status);
    expect(other.headers.get('location')).toBe(one.headers.get('location'));
  });
});

describe('a link for one thing', () => {
  test.for(MATTERS)('%s works to the end of its hour, looks change nothing', async (matter) => {
    const { get, world } = asking();
    world.subscribers.seed(aReader());
    const before = world.dump();
    expect((await get(ownOf(matter, aReader(), 3599))).status).toBe(matter === 'page' ? 302 : 200);
    expect((await get(ownOf(matter, aReader(), 3600))).status).toBe(410);
    expect((await get(ownOf(matter), { method: 'HEAD' })).status).toBeLessThan(400);
    expect(world.dump()).toBe(before);
  });

  test('whose hour is over mails another one, and does nothing else', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const before = world.subscribers.dump();
    const answer = await postForm(ownOf('erase', aReader(), 3600), {});
    expect(await answer.text()).toContain('Look in your inbox');
    expect(world.mails).toHaveLength(1);
    expect(world.subscribers.dump()).toBe(before);
  });

  test.for(MATTERS.flatMap((made) => MATTERS.map((used) => [made, used] as const)))(
    'for %s is none for %s, unless it is the same',
    async ([made, used]) => {
      const { get, world } = asking();
      world.subscribers.seed(aReader());
      const path = ownOf(made).replace(`.${made}.`, `.${used}.`);
      expect((await get(path)).status === 404).toBe(made !== used);
    },
  );

  test('can’t be given a longer life', async () => {
    const { get, world } = asking();
    world.subscribers.seed(aReader());
    const until = Date.parse(plusSeconds(world.now(), 3600)) / 1000;
    const path = ownOf('data').replace(String(until), String(until + 86_400));
    expect(path).not.toBe(ownOf('data'));
    expect((await get(path)).status).toBe(404);
  });
});

describe('another address', () => {
  test.for<[typed: string, says: string]>([
    ['', 'email address'],
    ['anna at example', 'email address'],
    [aReader().address, 'another address'],
    [aReader().address.toUpperCase(), 'another address'],
  ])('%o is asked for again', async ([email, says]) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const answer = await postForm(ownOf('address'), { email });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
    expect(world.mails).toEqual([]);
  });

  test('is mailed once, however often it is typed: it may be anybody’s', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const email = 'anna@example.org';
    const pages = [];
    for (let time = 0; time < 3; time += 1) {
      pages.push(await (await postForm(ownOf('address'), { email })).text());
    }
    expect(new Set(pages).size).toBe(1);
    expect(world.mails.map(({ to, tags }) => [to, tags['kind']])).toEqual([[email, 'new-address']]);
  });
});
