import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { requestName } from '../../functions/core/reader/asked-link.ts';
import { WAIT_SECONDS } from '../../functions/core/reader/sign-up-rate.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { at, reader } from '../support/builders.ts';
import { silenced } from '../support/silenced.ts';
import { aReader, asking } from '../support/web-requests.ts';

const ANN = subscriberId(new Uint8Array(32) as IdKey, 'ann@example.com' as EmailAddress);
const FORM = 'application/x-www-form-urlencoded';

describe('bad input is a clear error of its kind, and nothing is stored', () => {
  const rows: readonly [
    reason: string,
    type: string,
    body: string,
    status: number,
    says: string,
  ][] = [
    ['an address that is none', FORM, 'email=ann', 422, 'such as ann@example.com'],
    ['no address at all', FORM, '', 422, 'such as ann@example.com'],
    ['an address given twice', FORM, 'email=a@b.example&email=c@d.example', 422, 'email address'],
    ['a zone that is none', FORM, 'email=a@b.example&zone=Mars/Base', 422, 'time zone'],
    ['an hour of 99', FORM, 'email=a@b.example&hour=99', 422, 'hour from 0 to 23'],
    [
      'certain days, and none ticked',
      FORM,
      'email=a@b.example&days=choose',
      422,
      'at least one day',
    ],
    [
      'a version that is not on offer',
      FORM,
      'email=a@b.example&track=dog',
      422,
      'versions on offer',
    ],
    ['a course that is none', FORM, 'email=a@b.example&course=other', 422, 'course from the list'],
    ['a name as long as a letter', FORM, `email=a@b.example&name=${'n'.repeat(99)}`, 422, '80'],
    [
      'a name that is an advertisement',
      FORM,
      'email=a@b.example&name=Win+http://evil.example',
      422,
      'out of your name',
    ],
    ['JSON: an address that is none', 'application/json', '{"email":"ann"}', 422, '"email"'],
    ['JSON: an hour of 99', 'application/json', '{"email":"a@b.example","hour":99}', 422, '"hour"'],
    ['JSON: a quarter', 'application/json', '{"email":"a@b.example","hour":7.25}', 422, '"hour"'],
    ['JSON: a list, not an object', 'application/json', '[]', 422, '"body"'],
    ['JSON that is none', 'application/json', '{"email":', 400, 'could not be read'],
    ['an empty JSON body', 'application/json', '', 400, 'could not be read'],
    [
      'a multipart body that is none',
      'multipart/form-data; boundary=x',
      'hello',
      400,
      'could not be read',
    ],
    ['a type that is not ours', 'text/xml', '<email/>', 415, 'that format'],
    ['no type at all', '', 'email=a@b.example', 415, 'that format'],
    ['a body of 1 MB', FORM, `email=a@b.example&name=${'n'.repeat(1 << 20)}`, 413, 'too much'],
    ['a JSON body of 1 MB', 'application/json', `"${'n'.repeat(1 << 20)}"`, 413, 'too much'],
    ['a byte over 16 KB', FORM, `name=${'n'.repeat(16 * 1024 - 4)}`, 413, 'too much'],
  ];
  test.each(rows)('%s', async (_, type, body, status, says) => {
    const { app, world } = asking();
    const before = world.dump();
    const headers = { 'content-type': type };
    const bytes = new TextEncoder().encode(body);
    const answer = await app.request('/subscribe', { method: 'POST', body: bytes, headers });
    const words = await answer.text();
    expect(answer.status).toBe(status);
    expect(words).toContain(says);
    expect(words).not.toMatch(/\bat .*\.ts:/);
    expect(answer.headers.get('content-type')).toBe(
      type === 'application/json' ? 'application/problem+json' : 'text/html; charset=UTF-8',
    );
    expect(world.dump()).toBe(before);
    expect(world.queued).toEqual([]);
  });

  test('the form comes back with its messages and what was typed', async () => {
    const { postForm } = asking();
    const typed = { email: 'ann@', name: '<Ann> "&', hour: '99', zone: 'Asia/Kolkata' };
    const answer = await postForm('/subscribe', { ...typed, days: 'choose', track: 'friend' });
    const words = await answer.text();
    expect(words).toContain('value="ann@"');
    expect(words).toContain('value="&lt;Ann&gt; &quot;&amp;"');
    expect(words).toContain('<option value="99" selected>99</option>');
    expect(words).toMatch(/<option value="Asia\/(?:Calcutta|Kolkata)" selected>Kolkata</);
    expect(words).toMatch(/value="choose" checked/);
    expect(words).toMatch(/value="friend" checked/);
    expect(words).toMatch(/id="email"[^>]*aria-describedby="email-problem" aria-invalid="true"/s);
    expect(words).toMatch(/role="alert" tabindex="-1" autofocus/);
  });
});

describe('a good sign-up', () => {
  test('from the form: pending, with the rhythm that was asked for', async () => {
    const { postForm, world } = asking();
    const answer = await postForm('/subscribe', {
      email: 'Ann@Example.com ',
      name: 'Ann',
      hour: '21',
      zone: 'America/New_York',
      days: 'choose',
      day: ['wed', 'mon'],
      track: 'friend',
      newsletter: 'yes',
      discreet: 'yes',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/check-your-inbox');
    expect(await world.subscribers.requests.load(ANN)).toMatchObject({
      address: 'ann@example.com',
      name: 'Ann',
      standing: { is: 'pending', since: '2026-11-22T10:00:00Z' },
      hour: 21,
      zone: 'America/New_York',
      days: '13',
      newsletter: true,
      discreet: true,
      enrollments: [{ course: 'closer', track: 'friend', received: [] }],
    });
  });

  test('a name keeps no mark that turns the writing around it', async () => {
    const { postForm, world } = asking();
    await postForm('/subscribe', { email: 'ann@example.com', name: '\u202eAnn\u2066 B\u200f' });
    expect((await world.subscribers.requests.load(ANN))?.name).toBe('Ann B');
  });

  test('from a program: 202, with the publication’s defaults', async () => {
    const { postJson, world } = asking();
    const answer = await postJson('/subscribe', { email: 'ann@example.com' });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ status: 'check-your-inbox' });
    const { hour, days } = (await world.subscribers.requests.load(ANN)) ?? {};
    expect([hour, days]).toEqual([7, '1234567']);
  });

  test('queues the confirmation at once, and records what was agreed to (U-10)', async () => {
    const { postForm, world } = asking();
    await postForm('/subscribe', { email: 'ann@example.com' });
    const due = { id: ANN, dueAt: world.now(), request: true };
    expect(world.queued).toEqual([{ dues: [due], delaySeconds: 0 }]);
    expect((await world.subscribers.requests.load(ANN))?.asked).toEqual({
      at: world.now(),
      name: requestName(world.now()),
      details: {
        network: '192.0.2.0/24',
        url: 'https://letters.example.com/',
        wording: expect.stringMatching(/^[0-9a-f]{12}$/),
        language: 'en',
        course: 'closer',
        newsletter: 'false',
        mail: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    });
    expect(world.subscribers.factsOf(ANN), 'kept only of who confirms').toEqual([]);
    const { details } = (await world.subscribers.requests.load(ANN))?.asked ?? {};
    expect(world.keptWordings.get(details?.['wording'] ?? '')).toContain('Leave whenever you like');
    expect(world.keptWordings.get(details?.['mail'] ?? '')).toContain('confirmation');
  });

  test('holds when the queue is away: the tick finds it', async () => {
    const { postForm, world } = asking();
    const errors = silenced();
    world.breakQueue();
    expect((await postForm('/subscribe', { email: 'ann@example.com' })).status).toBe(303);
    expect((await world.subscribers.requests.load(ANN))?.dueAt).toBe(world.now());
    expect(errors().join()).not.toContain('ann@');
  });
});

describe('the answer tells nobody who is on the list', () => {
  const known = { id: ANN, address: 'ann@example.com' as EmailAddress };
  const since = at('2026-11-22T09:00:00Z');
  const rows: readonly [reason: string, standing: ReturnType<typeof aReader>['standing']][] = [
    ['asked an hour ago', { is: 'pending', since }],
    ['complained', { is: 'suppressed', at: since, because: 'complaint' }],
    ['reads already', { is: 'active' }],
    ['is on a pause', { is: 'paused', since }],
    ['left', { is: 'left', at: since, by: 'page' }],
  ];
  test.each(rows)('%s: the same answer as for a stranger', async (_, standing) => {
    const [stranger, one] = [asking(), asking()];
    one.world.subscribers.seed(aReader({ ...known, standing }));
    const form = { email: 'ann@example.com' };
    const [first, second] = [
      await stranger.postForm('/subscribe', form),
      await one.postForm('/subscribe', form),
    ];
    expect(await everything(second)).toEqual(await everything(first));
    // The same number of messages too: what is not due, the sender refuses.
    expect(one.world.queued).toHaveLength(1);
  });

  test.each(rows.slice(0, 2))('%s: and nothing changes', async (_, standing) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader({ ...known, standing }));
    const before = world.subscribers.dump();
    await postForm('/subscribe', { email: 'ann@example.com', hour: '3' });
    expect(world.subscribers.dump()).toBe(before);
  });

  test.each(rows.slice(2))('%s: only a request lies beside them', async (_, standing) => {
    const { postForm, world } = asking();
    const one = aReader({ ...known, standing, discreet: true, name: 'Ann' });
    world.subscribers.seed(one);
    await postForm('/subscribe', { email: 'ann@example.com', name: 'Eve', hour: '3' });
    expect(await world.subscribers.load(ANN)).toEqual(one);
    const request = await world.subscribers.requests.load(ANN);
    expect(request, 'the mail is as discreet as all of theirs').toMatchObject({ discreet: true });
  });

  test.each(rows)('%s, and wants nothing from a form ever again', async (_, standing) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader({ ...known, standing, quiet: true }));
    const before = world.subscribers.dump();
    await postForm('/subscribe', { email: 'ann@example.com' });
    expect(world.subscribers.dump()).toBe(before);
  });

  test('who left may ask again, and is not touched by it', async () => {
    const { postForm, world } = asking();
    const left = aReader({ ...known, standing: { is: 'left', at: since, by: 'page' } });
    world.subscribers.seed(left);
    await postForm('/subscribe', { email: 'ann@example.com', name: 'Eve', hour: '3' });
    expect(await world.subscribers.load(ANN)).toEqual(left);
    expect((await world.subscribers.requests.load(ANN))?.secret).toBe(left.secret);
  });

  test('who asks twice in a week gets one mail; after that, another', async () => {
    const { postForm, world } = asking();
    const ask = (hour: string) => postForm('/subscribe', { email: 'ann@example.com', hour });
    const asked = async () => (await world.subscribers.requests.load(ANN))?.hour;
    await ask('6');
    await ask('7');
    expect(await asked()).toBe(6);
    world.setNow(at('2026-11-29T10:00:00Z'));
    await ask('8');
    expect(await asked()).toBe(8);
  });

  test('a request that was forgotten leaves links that work on the next one', async () => {
    const { postForm, world } = asking();
    await postForm('/subscribe', { email: 'ann@example.com' });
    const first = await world.subscribers.requests.load(ANN);
    world.setNow(at('2026-12-01T10:00:00Z'));
    await postForm('/subscribe', { email: 'ann@example.com' });
    expect((await world.subscribers.requests.load(ANN))?.secret).toBe(first?.secret);
  });
});

test('while made-up addresses come back, everybody has to show something, known or not', async () => {
  const { postForm, postJson, world } = asking();
  world.subscribers.seed(reader({ id: ANN, address: 'ann@example.com' as EmailAddress }));
  world.setNow(at('2026-11-22T10:00:00Z'));
  world.beCareful(at('2026-11-22T10:40:00Z'));
  const before = world.subscribers.dump();
  for (const email of ['ann@example.com', 'new@example.com']) {
    const answer = await postForm('/subscribe', { email });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe(String(WAIT_SECONDS));
    expect(await answer.text()).toContain('name="waited"');
  }
  expect((await postJson('/subscribe', { email: 'new@example.com' })).status).toBe(429);
  expect(world.subscribers.dump()).toBe(before);
  expect(world.queued).toEqual([]);
  world.setNow(at('2026-11-22T10:40:00Z'));
  expect((await postForm('/subscribe', { email: 'new@example.com' })).status).toBe(303);
});

async function everything(answer: Response) {
  return [answer.status, [...answer.headers], await answer.text()];
}
