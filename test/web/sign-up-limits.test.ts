import { describe, expect, test } from 'vitest';
import { EVERYBODY, OF_ALL } from '../../functions/core/reader/sign-up-rate.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { at } from '../support/builders.ts';
import { type Challenge, challengeIn, hiddenIn, solved } from '../support/proof-of-work.ts';
import { type Asked, asking } from '../support/web-requests.ts';

/** How many mails a flood comes to, and what people meet who sign up meanwhile. */

const requests = ({ world }: Asked) => world.subscribers.dues().length;
const reader = (count: number) => `reader${count}@example.com`;
const network = (count: number) => `10.${count >> 8}.${count & 255}.1`;

/** A network that has used up what it may ask for freely. */
async function crowded(): Promise<Asked> {
  const asked = asking();
  for (let count = 0; count < 50; count += 1) {
    expect((await asked.postForm('/subscribe', { email: reader(count) })).status).toBe(303);
  }
  return asked;
}

describe('how many mails a flood comes to in an hour', () => {
  const floods: readonly [
    what: string,
    posts: number,
    mails: number,
    email: (count: number) => string,
    ip: (count: number) => string,
  ][] = [
    ['one address, from one network', 120, 1, () => 'ann@example.com', () => network(0)],
    ['one address, from 1,000 networks', 1000, 1, () => 'ann@example.com', network],
    ['1,000 addresses, from one network', 1000, 50, reader, () => network(0)],
    ['1,000 addresses, from 1,000 networks', 1000, 300, reader, network],
  ];
  test.each(floods)('%s: of %i posts %i', async (_, posts, mails, email, ip) => {
    for (const json of [false, true]) {
      const asked = asking();
      for (let count = 0; count < posts; count += 1) {
        const fields = { email: email(count) };
        const headers = { 'content-type': 'application/json' };
        const init = { method: 'POST', body: JSON.stringify(fields), headers };
        const from = { requestContext: { http: { sourceIp: ip(count) } } };
        await (json
          ? asked.app.request('/subscribe', init, from)
          : asked.postForm('/subscribe', fields, ip(count)));
      }
      expect(requests(asked), json ? 'JSON is no way round' : 'the form').toBe(mails);
    }
  });

  test('and the next hour begins with nothing counted', async () => {
    const asked = await crowded();
    asked.world.setNow(at('2026-11-22T11:00:00Z'));
    expect((await asked.postForm('/subscribe', { email: reader(51) })).status).toBe(303);
  });
});

describe('when there were many', () => {
  test('the form comes again with what was typed, a way with scripts and one without', async () => {
    const { postForm } = await crowded();
    const typed = { email: 'ann@example.net', name: 'Ann', hour: '21', newsletter: 'yes' };
    const answer = await postForm('/subscribe', typed);
    const page = await answer.text();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(page).toContain('value="ann@example.net"');
    expect(page).toContain('value="Ann"');
    expect(page).toContain('<option value="21" selected>');
    expect(page).toMatch(/name="newsletter" value="yes" checked/);
    expect(page).toContain('please wait half a minute');
    expect(challengeIn(page)).toMatchObject({ algorithm: 'SHA-256', maxnumber: 50_000 });
  });

  test('a browser that works for it is let in, for this address and no other', async () => {
    const asked = await crowded();
    const page = await (await asked.postForm('/subscribe', { email: 'ann@example.net' })).text();
    const altcha = solved(challengeIn(page));
    const post = (email: string) => asked.postForm('/subscribe', { email, altcha });
    expect((await post('eve@example.net')).status).toBe(429);
    expect((await post('ann@example.net')).status).toBe(303);
    expect(requests(asked)).toBe(51);
    asked.world.setNow(plusSeconds(asked.world.now(), 1200));
    expect((await post('ann@example.net')).status, 'and not for long').toBe(429);
  });

  test('a person who waits is let in; who presses too soon still waits for the same moment', async () => {
    const asked = await crowded();
    const began = asked.world.now();
    const post = async (waited: string, email = 'ann@example.net') =>
      asked.postForm('/subscribe', { email, waited });
    const first = hiddenIn(await (await post('')).text(), 'waited');
    asked.world.setNow(plusSeconds(began, 29));
    const soon = await post(first);
    expect(soon.status).toBe(429);
    expect(hiddenIn(await soon.text(), 'waited')).toBe(first);
    asked.world.setNow(plusSeconds(began, 30));
    expect((await post(first, 'eve@example.net')).status, 'for this address only').toBe(429);
    expect((await post(first)).status).toBe(303);
    asked.world.setNow(plusSeconds(began, 3601));
    expect(hiddenIn(await (await post(first)).text(), 'waited')).toBe('');
  });

  test('who kept an address that looks mistyped is asked neither about it nor to wait twice', async () => {
    const asked = await crowded();
    const typed = { email: 'ann@gmial.com' };
    const asks = await (await asked.postForm('/subscribe', typed)).text();
    expect(asks).toContain('Did you mean ann@gmail.com?');
    const sure = hiddenIn(asks, 'sure');
    const crowd = await (await asked.postForm('/subscribe', { ...typed, sure })).text();
    asked.world.setNow(plusSeconds(asked.world.now(), 30));
    const [waited, kept] = [hiddenIn(crowd, 'waited'), hiddenIn(crowd, 'sure')];
    const last = await asked.postForm('/subscribe', { ...typed, waited, sure: kept });
    expect(last.status).toBe(303);
  });

  test('a program is told the way, and gets in by it', async () => {
    const asked = await crowded();
    const email = 'ann@example.net';
    const answer = await asked.postJson('/subscribe', { email });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const told = (await answer.json()) as { readonly altcha: Challenge; readonly waited: string };
    const altcha = solved(told.altcha);
    expect((await asked.postJson('/subscribe', { email, altcha })).status).toBe(202);
    asked.world.setNow(plusSeconds(asked.world.now(), 30));
    const { waited } = told;
    expect((await asked.postJson('/subscribe', { email, waited })).status).toBe(202);
  });

  const FORGED = [
    ['nothing', ''],
    ['no Base64', '%%%'],
    ['no object', btoa('null')],
    ['another algorithm', btoa(JSON.stringify({ algorithm: 'SHA-1' }))],
    [
      'a challenge that we never set',
      btoa(
        JSON.stringify({
          algorithm: 'SHA-256',
          challenge: 'a',
          number: 1,
          salt: 's?expires=9999999999',
          signature: 'b',
        }),
      ),
    ],
  ] as const;
  test.each(FORGED)('a solution that is %s lets nobody in', async (_, altcha) => {
    const asked = await crowded();
    const waited = `${1}.${'a'.repeat(26)}`;
    const fields = { email: 'ann@example.net', altcha, waited };
    expect((await asked.postForm('/subscribe', fields)).status).toBe(429);
    expect(requests(asked)).toBe(50);
  });

  test('waiting lets sixty in an hour, whoever has a network for each', async () => {
    const asked = asking();
    const began = asked.world.now();
    const tickets: string[] = [];
    for (let count = 0; count < 1000; count += 1) {
      const answer = await asked.postForm('/subscribe', { email: reader(count) }, network(count));
      if (answer.status === 429) tickets.push(hiddenIn(await answer.text(), 'waited'));
    }
    asked.world.setNow(plusSeconds(began, 60));
    for (const [index, waited] of tickets.entries()) {
      const count = index + 300;
      await asked.postForm('/subscribe', { email: reader(count), waited }, network(count));
    }
    expect(requests(asked)).toBe(360);
  });
});

describe('when there were too many', () => {
  test('a hundred an hour from one network, whatever is shown, and then a 429 that keeps all', async () => {
    const asked = await crowded();
    const now = at('2026-11-22T10:59:00Z');
    asked.world.setNow(now);
    const ask = async (count: number) => {
      const first = await asked.postForm('/subscribe', { email: reader(count) });
      const page = await first.text();
      if (!page.includes('data-challenge')) return first;
      const altcha = solved(challengeIn(page));
      return asked.postForm('/subscribe', { email: reader(count), altcha });
    };
    for (let count = 50; count < 100; count += 1) expect((await ask(count)).status).toBe(303);
    const refused = await ask(100);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    const elsewhere = await asked.postForm('/subscribe', { email: reader(100) }, '198.51.100.1');
    expect(elsewhere.status).toBe(303);
    const counted = JSON.stringify([...asked.world.rateLimit.counts]);
    expect(counted).not.toContain('192.0.2.7');
    expect(counted).not.toContain('reader');
  });

  test('the form is there again with what was typed', async () => {
    const asked = asking();
    const typed = { email: 'ann@example.com', name: 'Ann', track: 'friend' };
    for (let count = 0; count < 3; count += 1) await asked.postForm('/subscribe', typed);
    for (let count = 0; count < 7; count += 1) {
      const page = await (await asked.postForm('/subscribe', typed)).text();
      const altcha = solved(challengeIn(page));
      expect((await asked.postForm('/subscribe', { ...typed, altcha })).status).toBe(303);
    }
    const page = await (await asked.postForm('/subscribe', typed)).text();
    expect(page).toContain('Too many sign-ups');
    expect(page).toContain('value="ann@example.com"');
    expect(page).toMatch(/value="friend" checked/);
    expect(page).not.toContain('data-challenge');
  });

  test('and also when it is over all that there were too many', async () => {
    const asked = asking();
    Object.assign(asked.world, {
      rateLimit: {
        take: async (source: string) =>
          source === EVERYBODY ? { is: 'over', count: OF_ALL.most } : { is: 'counted' },
      },
    });
    const typed = { email: 'ann@example.com', name: 'Ann', hour: '21', newsletter: 'yes' };
    const answer = await asked.postForm('/subscribe', typed);
    const page = await answer.text();
    expect(answer.status).toBe(429);
    expect(page).toContain('Too many sign-ups');
    expect(page).toContain('value="ann@example.com"');
    expect(page).toContain('value="Ann"');
    expect(page).toContain('<option value="21" selected>');
    expect(page).toMatch(/name="newsletter" value="yes" checked/);
    expect(requests(asked)).toBe(0);
  });

  test('all addresses of one IPv6 network count as one', async () => {
    const { postForm, world } = asking();
    const email = (count: number) => ({ email: reader(count) });
    const ips = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9', '2001:0db8:0001:0002::'];
    for (const [count, ip] of [...ips, '2001:db8:1:3::1'].entries()) {
      await postForm('/subscribe', email(count), ip);
    }
    // The network, each address, everybody.
    expect([...world.rateLimit.counts.values()].sort()).toEqual([1, 1, 1, 1, 1, 3, 4]);
  });
});

describe('a robot that fills the hidden field', () => {
  test.each(['form', 'JSON'])('%s: the same answer, and nothing happens', async (kind) => {
    const [person, robot] = [asking(), asking()];
    const post = ({ postForm, postJson }: Asked) => (kind === 'form' ? postForm : postJson);
    const first = await post(person)('/subscribe', { email: 'ann@example.com' });
    const before = robot.world.dump();
    const second = await post(robot)('/subscribe', {
      email: 'ann@example.com',
      'leave-this-empty': 'x',
    });
    const all = async (answer: Response) => [
      answer.status,
      [...answer.headers],
      await answer.text(),
    ];
    const [one, other] = [await all(first), await all(second)];
    // The cookie holds what each typed, and of the robot no more than of a person.
    expect(other).toEqual(one);
    expect(robot.world.dump()).toBe(before);
    expect(robot.world.queued).toEqual([]);
  });
});
