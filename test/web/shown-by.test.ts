import { expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { subscriberId } from '../../functions/core/token.ts';
import { FAKE_ID_KEY } from '../support/fake-web-world.ts';
import { asking, FROM_ANN } from '../support/web-requests.ts';

/** Whose words a record of consent names: ours only where ours were shown. */

const ANN = subscriberId(FAKE_ID_KEY, 'ann@example.com' as EmailAddress);
const FETCH = 'sec-fetch-site';
const OURS = {
  url: 'https://letters.example.com/',
  wording: expect.stringMatching(/^[0-9a-f]{12}$/),
};
const THEIRS = { wording: 'not-ours' };

const SITE = 'https://www.example.org';
test.for<[why: string, headers: Record<string, string>, shown: object]>([
  ['a page of ours, in a browser that hides where it comes from', { origin: 'null' }, OURS],
  ['the same, by its script', { origin: 'https://letters.example.com' }, OURS],
  ['the same, and the browser says so', { origin: 'null', [FETCH]: 'same-origin' }, OURS],
  ['another site', { origin: SITE }, { site: 'www.example.org', wording: 'not-ours' }],
  [
    'another site, with a port and a path',
    { origin: `${SITE}:8443/a@b?c` },
    { site: 'www.example.org:8443', wording: 'not-ours' },
  ],
  ['a site that hides its name', { origin: 'null', [FETCH]: 'cross-site' }, THEIRS],
  ['a site beside ours', { [FETCH]: 'same-site' }, THEIRS],
  ['what is no site', { origin: 'javascript:alert(1)', [FETCH]: 'cross-site' }, THEIRS],
  ['broken', { origin: 'https://[', [FETCH]: 'cross-site' }, THEIRS],
  ['a program', { 'content-type': 'application/json' }, THEIRS],
  [
    'a program that says it is our page',
    { 'content-type': 'application/json', origin: 'https://letters.example.com' },
    THEIRS,
  ],
])('keeps whose words stood beside the form: %s', async ([, headers, shown]) => {
  const { app, world } = asking();
  const json = headers['content-type'] !== undefined;
  const fields = { email: 'ann@example.com' };
  const body = json ? JSON.stringify(fields) : new URLSearchParams(fields);
  await app.request('/subscribe', { method: 'POST', body, headers }, FROM_ANN);
  const { details } = (await world.subscribers.requests.load(ANN))?.asked ?? {};
  const { site, url, wording } = details ?? {};
  expect({ ...(site && { site }), ...(url && { url }), wording }).toEqual(shown);
  // The mail that asks is ours in any case.
  expect(world.keptWordings.get(details?.['mail'] ?? '')).toContain('confirmation');
});
