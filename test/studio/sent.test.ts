import { expect, test } from 'vitest';
import { placeAsArguments } from '../../local/studio/studio.ts';
import { aStudio, JSON_BODY } from './a-studio.ts';

/** What pages send, as anybody could write it: each with what is wrong about it, and what is said to that. */
const ID = 'k3v5q2m7x5c4w2ab';

test.for<readonly [what: string, path: string, body: unknown, says: RegExp]>([
  ['no JSON', '/api/do/reader', undefined, /no JSON/],
  ['nothing in it', '/api/do/reader', {}, /id/],
  [
    'an id that is none',
    '/api/do/reader',
    { id: '../x', deed: { is: 'resume' } },
    /the id of a reader/,
  ],
  ['a deed that is none', '/api/do/reader', { id: ID, deed: { is: 'promote' } }, /deed/],
  [
    'a day that is none',
    '/api/do/reader',
    { id: ID, deed: { is: 'pause', until: '2026-02-30' } },
    /a day such as/,
  ],
  ['a move to nowhere', '/api/do/reader', { id: ID, deed: { is: 'jump', place: ' ' } }, /place/],
  [
    'a reason that says nothing',
    '/api/do/reader',
    { id: ID, deed: { is: 'leave' }, reason: '' },
    /reason/,
  ],
  ['the same, only asked about', '/api/foresee', { id: ID, deed: { is: 'promote' } }, /deed/],
  ['a look-up of nobody', '/api/find', { who: '  ' }, /who/],
  ['a label that is none', '/api/do/label', { mail: 'one', label: 'nonsense' }, /label/],
  ['a mail without a name', '/api/do/answered', { mail: '', answered: true }, /mail/],
  ['neither answered nor not', '/api/do/answered', { mail: 'one', answered: 'yes' }, /answered/],
  [
    'a deed on an issue that is none',
    '/api/do/newsletter',
    { slug: 'frost', deed: 'send' },
    /deed/,
  ],
  ['no issue', '/api/forecast', { slug: '' }, /slug/],
  ['a test mail to nobody', '/api/do/test-mail', { name: 'closer/1' }, /to/],
])('refuses %s, and asks nothing of the place', async ([, path, body, says]) => {
  const { request, asked } = aStudio();
  const sent = body === undefined ? '{' : JSON.stringify(body);
  const answer = await request(path, JSON_BODY, { method: 'POST', body: sent });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { readonly detail: string }).detail).toMatch(says);
  expect(asked()).toBe(0);
});

test('a month that is none is refused', async () => {
  const { request, asked } = aStudio();
  for (const month of ['2026-13', '2026', '2026-11-01']) {
    const answer = await request(`/api/replies?month=${month}`, JSON_BODY);
    expect([answer.status, asked()]).toEqual([422, 0]);
  }
});

test('a test mail goes where the studio looks, by the same account', () => {
  const wishes = { context: {}, flags: new Set<string>() };
  const values = { table: 'other' };
  expect(placeAsArguments({ ...wishes, values, profile: 'ann', region: 'eu-west-1' })).toEqual([
    '--profile',
    'ann',
    '--region',
    'eu-west-1',
  ]);
  const local = { local: 'http://localhost:3000' };
  expect(
    placeAsArguments({ ...wishes, values: local, profile: undefined, region: undefined }),
  ).toEqual(['--local', 'http://localhost:3000']);
});
