import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { addressHash, OF_ADDRESS, rateWindow } from '../../functions/core/reader/sign-up-rate.ts';
import type { Standing } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { at } from '../support/builders.ts';
import { challengeIn, hiddenIn, solved } from '../support/proof-of-work.ts';
import { type Asked, aReader, asking, FROM_ANN } from '../support/web-requests.ts';

const EMAIL = 'ann@example.com';
const ANN = subscriberId(new Uint8Array(32) as IdKey, EMAIL as EmailAddress);
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

/** A browser that has just sent the form. */
async function sent(asked: Asked, fields: object = {}) {
  const answer = await asked.postForm('/subscribe', { email: EMAIL, ...fields });
  let cookie = cookieOf(answer);
  return {
    answer,
    get: async (path = '/check-your-inbox') => asked.get(path, { headers: { cookie } }),
    async again(shown: Readonly<Record<string, string>> = {}) {
      const init = { method: 'POST', headers: { cookie }, body: new URLSearchParams(shown) };
      const again = await asked.app.request('/check-your-inbox', init, FROM_ANN);
      cookie = cookieOf(again) || cookie;
      return again;
    },
  };
}

describe('what was typed', () => {
  test('goes to the page after the form in a cookie that nobody else sees, and in no URL', async () => {
    const { answer, get } = await sent(asking());
    expect(answer.headers.get('location')).toBe('/check-your-inbox');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^asked=[\w-]+; Max-Age=1800; Path=\/check-your-inbox; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await get();
    expect(await page.text()).toContain(`We have sent <strong>${EMAIL}</strong>`);
    expect(page.headers.get('content-encoding')).toBeNull();
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test('is shown as it was typed, and never as markup', async () => {
    const robot = { email: '"><b>x', 'leave-this-empty': 'x' };
    const page = await (await sent(asking(), robot)).get();
    expect(await page.text()).toContain('<strong>&quot;&gt;&lt;b&gt;x</strong>');
  });

  test('is in the form again for whoever says that it is the wrong address', async () => {
    const typed = { name: 'Ann', hour: '21', days: 'choose', day: ['mon', 'thu'], track: 'friend' };
    const { get } = await sent(asking(), typed);
    const page = await (await get('/check-your-inbox/address')).text();
    expect(page).toContain(`value="${EMAIL}"`);
    expect(page).toContain('value="Ann"');
    expect(page).toContain('<option value="21" selected>');
    expect(page).toMatch(/value="thu"[^>]* checked/);
    expect(page).toMatch(/value="friend" checked/);
  });

  test('is no part of an answer to a program', async () => {
    const answer = await asking().postJson('/subscribe', { email: EMAIL });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  const STRANGE = ['', 'asked=', 'asked=%%%', `asked=${btoa('null')}`, `asked=${btoa('{"at":1}')}`];
  test.each(STRANGE)('is nobody’s for whoever comes with %j', async (cookie) => {
    const { get, app } = asking();
    const page = await (await get('/check-your-inbox', { headers: { cookie } })).text();
    expect(page).toContain('We have sent you one mail');
    expect(page).not.toContain('once more');
    const form = await get('/check-your-inbox/address', { headers: { cookie } });
    expect(form.headers.get('location')).toBe('/');
    const init = { method: 'POST', headers: { cookie } };
    expect((await app.request('/check-your-inbox', init, FROM_ANN)).headers.get('location')).toBe(
      '/',
    );
  });
});

describe('the mail once more', () => {
  const WHO: readonly [who: string, standing: Standing | undefined][] = [
    ['new', undefined],
    ['pending, as older code stored it', { is: 'pending', since: at('2026-11-22T09:00:00Z') }],
    ['active', { is: 'active' }],
    ['paused', { is: 'paused', since: at('2026-11-22T09:00:00Z') }],
    ['left', { is: 'left', at: at('2026-11-22T09:00:00Z'), by: 'page' }],
    ['bounced', { is: 'suppressed', at: at('2026-11-22T09:00:00Z'), because: 'hard-bounce' }],
    ['erased', { is: 'suppressed', at: at('2026-11-22T09:00:00Z'), because: 'erased' }],
  ];

  /** All that somebody sees who signs up and asks for the mail too soon, in time, and once too often. */
  async function seen(standing: Standing | undefined) {
    const asked = asking();
    if (standing) asked.world.subscribers.seed(aReader({ id: ANN, standing }));
    const { answer, get, again } = await sent(asked);
    const answers = [answer, await get(), await again()];
    asked.world.setNow(plusSeconds(asked.world.now(), 60));
    answers.push(await again(), await get(), await again());
    const shown = await Promise.all(
      answers.map(async (one) => [one.status, [...one.headers], await one.text()]),
    );
    return { shown, queued: asked.world.queued.length };
  }

  test.each(WHO)('%s: the same pages as for everybody, and the same work', async (_, standing) => {
    const stranger = await seen(undefined);
    expect(await seen(standing)).toEqual(stranger);
    expect(stranger.queued, 'the sign-up, and once more').toBe(2);
    expect(stranger.shown.map(([status]) => status)).toEqual([303, 200, 200, 303, 200, 200]);
  });

  test('makes the second confirmation due at once, when the first has gone', async () => {
    const asked = asking();
    const { requests } = asked.world.subscribers;
    const { again } = await sent(asked);
    const request = await requests.load(ANN);
    if (request === undefined) throw new Error('nobody asked');
    const { another: _, ...standing } = { another: true, ...request.standing };
    const reminder = plusSeconds(asked.world.now(), 2 * 86_400);
    await asked.world.subscribers.save({ ...request, standing, dueAt: reminder });
    asked.world.setNow(plusSeconds(asked.world.now(), 60));
    await again();
    expect((await requests.load(ANN))?.dueAt).toBe(asked.world.now());
  });

  test('counts as a sign-up does, and says so when there were too many', async () => {
    const asked = asking();
    const { again } = await sent(asked);
    asked.world.setNow(plusSeconds(asked.world.now(), 60));
    const window = rateWindow(asked.world.now());
    const source = addressHash(await asked.world.idKey(), EMAIL as EmailAddress);
    for (let count = 1; count < OF_ADDRESS.most; count += 1) {
      await asked.world.rateLimit.take(source, window, OF_ADDRESS.most);
    }
    const answer = await again();
    expect(answer.status).toBe(429);
    expect(answer.headers.has('retry-after')).toBe(true);
    expect(await answer.text()).toContain('Too many sign-ups');
  });

  /** A form that asks for more since the mail was asked for: many sign-ups, or many that don't exist. */
  const CROWDS: readonly [why: string, crowd: (asked: Asked) => Promise<unknown>][] = [
    ['is careful', async ({ world }) => world.beCareful(plusSeconds(world.now(), 3600))],
    [
      'had many at this address',
      async ({ postForm }) => {
        for (let count = 0; count < 2; count += 1) await postForm('/subscribe', { email: EMAIL });
      },
    ],
  ];
  test.for(CROWDS)(
    'while the form %s, a browser works for it or a person waits',
    async ([, crowd]) => {
      for (const way of ['altcha', 'waited']) {
        const asked = asking();
        const { again, get } = await sent(asked);
        await crowd(asked);
        asked.world.setNow(plusSeconds(asked.world.now(), 60));
        const queued = asked.world.queued.length;
        const busy = await again();
        const page = await busy.text();
        expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '30']);
        expect(page).toContain(EMAIL);
        expect(page).toContain('please wait half a minute');
        const waited = hiddenIn(page, 'waited');
        expect((await again({ waited })).status, 'too soon').toBe(429);
        expect(asked.world.queued).toHaveLength(queued);
        if (way === 'waited') asked.world.setNow(plusSeconds(asked.world.now(), 30));
        const shown = way === 'waited' ? { waited } : { waited, altcha: solved(challengeIn(page)) };
        expect((await again(shown)).status, way).toBe(303);
        expect(asked.world.queued, way).toHaveLength(queued + 1);
        expect(await (await get()).text()).toContain('once more');
      }
    },
  );
});

describe('other sites', () => {
  const from = (origin: string, method = 'POST') => {
    const asked = asking();
    const publication = { ...asked.world.library.publication, signUpFrom: ['https://example.org'] };
    const library = { ...asked.world.library, publication };
    const { app } = asking({ ...asked.world, library });
    const headers = { origin, 'content-type': 'application/json' };
    const body = method === 'POST' ? JSON.stringify({ email: EMAIL }) : null;
    return app.request('/subscribe', { method, body, headers }, FROM_ANN);
  };

  test.each([
    ['named', 'https://example.org', 'https://example.org'],
    ['not named', 'https://evil.example', null],
    ['named, and not by https', 'http://example.org', null],
    ['below one that is named', 'https://www.example.org', null],
    ['without an origin', 'null', null],
  ])('a script of one that is %s', async (_, origin, allowed) => {
    const preflight = await from(origin, 'OPTIONS');
    expect(preflight.status).toBe(204);
    for (const { headers } of [preflight, await from(origin)]) {
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  test('no other route answers them', async () => {
    const answer = await asking().get('/', { headers: { origin: 'https://example.org' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
