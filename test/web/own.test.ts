import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { MATTERS, type Matter } from '../../functions/core/reader/own-link.ts';
import type { Standing } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { subscriberId } from '../../functions/core/token.ts';
import { at } from '../support/builders.ts';
import { FAKE_ID_KEY } from '../support/fake-web-world.ts';
import { aReader, asking, linkOf, ownOf, stampOf } from '../support/web-requests.ts';

const SUNDAY = at('2026-11-22T10:00:00Z');
const ANN = subscriberId(FAKE_ID_KEY, 'ann@example.com' as EmailAddress);
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
    ['twice in a day: they wanted no more mail', LEFT, 'data', 4, 2],
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

  const pressed = async (
    { world, postForm }: ReturnType<typeof asking>,
    presses: readonly (readonly [day: number, matter: Matter])[],
  ) => {
    for (const [day, matter] of presses) {
      world.setNow(plusSeconds(SUNDAY, day * 86_400));
      await postForm(LINK, { action: 'mail', matter });
    }
    return world.mails.length;
  };

  test('each thing of who left is counted by itself: no press for one holds another up', async () => {
    const asked = asking();
    asked.world.subscribers.seed(aReader({ standing: LEFT }));
    // Whoever holds a letter of theirs presses for all that there is, and again.
    const stranger = (['letters', 'line', 'data'] as const).map((matter) => [0, matter] as const);
    expect(await pressed(asked, [...stranger, ...stranger, ...stranger])).toBe(6);
    expect(await pressed(asked, [[0, 'erase']])).toBe(7);
  });

  test('a link that ran out is there again the next day, and four in a week are enough', async () => {
    const asked = asking();
    asked.world.subscribers.seed(aReader({ standing: LEFT }));
    // Until the Wednesday: a week of our counting begins on a Thursday.
    const days = [0, 0, 0, 1, 1, 1, 2, 3];
    expect(
      await pressed(
        asked,
        days.map((day) => [day, 'erase'] as const),
      ),
    ).toBe(4);
  });

  test('and what somebody types into the form counts for nothing of it', async () => {
    const asked = asking();
    const one = {
      ...aReader({ standing: LEFT }),
      id: ANN,
      address: 'ann@example.com' as EmailAddress,
    };
    asked.world.subscribers.seed(one);
    for (const _ of [1, 2]) await asked.postForm('/subscribe', { email: one.address });
    expect((await asked.world.subscribers.requests.load(ANN))?.dueAt).toBeDefined();
    await asked.postForm(linkOf('preferences', one), { action: 'mail', matter: 'erase' });
    expect(asked.world.mails.map(({ to }) => to)).toEqual([one.address]);
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
    expect((await get(ownOf(matter, aReader(), 3599))).status).toBe(200);
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
