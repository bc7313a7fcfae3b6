import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masked } from '../../functions/core/address.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { webApp } from '../../functions/web/app.ts';
import { anyRequest } from '../support/any-request.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';
import { EVERYBODY, ownerOf, seedCast } from '../support/fuzz-cast.ts';
import { gatewayEvent, throughGateway, type Wire } from '../support/gateway.ts';

/**
 * Whatever anybody sends to any route, as API Gateway would hand it on: never a 500, nothing printed,
 * every answer guarded, nothing of what was sent in it unescaped, nothing of anybody else's, and nothing
 * changed but what the link allows.
 */

/** So many stories of each route, of three requests at most. */
const RUNS = Number(process.env['KINDLING_RUNS'] ?? 20);
const SEED = Number(process.env['KINDLING_SEED'] ?? 20_261_126);

const STATUSES = [200, 202, 204, 301, 302, 303, 400, 404, 405, 409, 410, 413, 415, 422, 429];

const GUARDS = {
  'content-security-policy': /^default-src 'none'; .*frame-ancestors 'none'$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'strict-transport-security': /^max-age=\d{8}$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^(?:same|cross)-origin$/,
  'cache-control': /./,
} as const;

/** What anybody may post without a link; it makes requests, and touches nobody who is known. */
const FORMS = /^\/(?:subscribe|check-your-inbox)\/?$/;

const ROUTES = [
  ...new Map(
    webApp(fakeWebWorld())
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => [`${method} ${path}`, [method, path] as const]),
  ).values(),
];

interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly printed: readonly string[];
}

type App = ReturnType<typeof webApp>;

async function outcomeOf(app: App, wire: Wire): Promise<Outcome> {
  const printed: string[] = [];
  const { error, log, warn } = console;
  console.error = console.log = console.warn = (...said: unknown[]) => printed.push(said.join(' '));
  try {
    const answer = await throughGateway(app, gatewayEvent(wire));
    const { statusCode = 0, headers = {}, cookies = [], body = '', isBase64Encoded } = answer;
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    return {
      status: statusCode,
      headers: { ...Object.fromEntries(texts), 'set-cookie': cookies.join('\n') },
      body: isBase64Encoded ? '' : body,
      printed,
    };
  } finally {
    Object.assign(console, { error, log, warn });
  }
}

/** How many were there before: the form lets in, asks for proof, or asks to come later. */
const CROWDS = [0, 50, 1000] as const;

async function worldWith(crowd: number): Promise<FakeWebWorld> {
  const world = fakeWebWorld();
  await seedCast(world);
  const take = async () => ({ is: 'over', count: crowd }) as const;
  return crowd === 0 ? world : { ...world, rateLimit: { ...world.rateLimit, take } };
}

/** What is stored, item by item. */
const itemsOf = (world: FakeWebWorld) =>
  JSON.parse(world.subscribers.dump()) as readonly (readonly [name: string, item: unknown])[];

/** What was known of people before, but for what somebody only asked for. */
const known = (world: FakeWebWorld, but?: Subscriber): string =>
  JSON.stringify(
    itemsOf(world).filter(
      ([name]) =>
        EVERYBODY.some(({ id }) => name.startsWith(id) && id !== but?.id) &&
        !name.endsWith(' request'),
    ),
  );

const all = (world: FakeWebWorld): string =>
  JSON.stringify([world.dump(), world.queued, world.mails, [...world.keptWordings]]);

/** All that somebody sent, as it stood there and as it was meant. */
function sentIn({ path, query = '', headers = {}, cookies = [], body }: Wire): string {
  const texts = [path, query, ...Object.values(headers), ...cookies, String(body?.text ?? '')];
  const held = cookies.map((one) => String(Buffer.from(one.replace('asked=', ''), 'base64url')));
  return [...texts, ...held]
    .flatMap((text) => [text, unescaped(text)])
    .join('\n')
    .toLowerCase();
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function wrongWith(wire: Wire, owner: Subscriber | undefined, outcome: Outcome): readonly string[] {
  const { status, headers, body, printed } = outcome;
  const shown = `${body}\n${Object.values(headers).join('\n')}`.toLowerCase();
  const sent = sentIn(wire);
  const type = headers['content-type'] ?? '';
  const isHtml = type.startsWith('text/html');
  const others = EVERYBODY.filter(({ id }) => id !== owner?.id);
  const theirs = others.flatMap(({ id, secret, name = '', address }) => [
    ...[`${id}.`, secret, name, address, masked(address)].map((one) => one.toLowerCase()),
  ]);
  return [
    ...(STATUSES.includes(status) ? [] : [`status ${status}`]),
    ...printed.map((line) => `prints ${line}`),
    ...Object.entries(GUARDS).flatMap(([name, value]) =>
      value.test(headers[name] ?? '') ? [] : [`${name} is ${headers[name]}`],
    ),
    ...(isHtml && /zq["'<>]|zq&(?!(?:amp|lt|gt|quot|#39);)/.test(body)
      ? ['an unescaped copy']
      : []),
    ...(isHtml && /<script(?! (?:type="module" )?src="\/assets\/)/.test(body) ? ['a script'] : []),
    ...(/json/.test(type) && body !== '' ? unreadable(body) : []),
    ...(/^(?:\/(?![/\\])|$)/.test(headers['location'] ?? '')
      ? []
      : [`leads to ${headers['location']}`]),
    ...theirs
      .filter((one) => shown.includes(one) && !sent.includes(one))
      .map((one) => `shows ${one}`),
    ...(wire.method === 'HEAD' && body !== '' ? ['a body for HEAD'] : []),
  ];
}

function unreadable(body: string): readonly string[] {
  try {
    JSON.parse(body);
    return [];
  } catch {
    return ['JSON that is none'];
  }
}

/** What must not be different afterwards, as text. */
function guardedPart(wire: Wire, owner: Subscriber | undefined): (world: FakeWebWorld) => string {
  if (wire.method !== 'POST') return all;
  if (FORMS.test(wire.path)) return known;
  return owner === undefined ? all : (world) => known(world, owner);
}

const met = new Set<number>();

describe('whatever is sent to', () => {
  test.each(ROUTES)('%s %s', async (method, route) => {
    const requests = fc.array(anyRequest(method, route), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CROWDS), requests, async (crowd, wires) => {
        const world = await worldWith(crowd);
        const app = webApp(world);
        for (const wire of wires) {
          const owner = ownerOf(wire.path);
          const part = guardedPart(wire, owner);
          const before = part(world);
          const outcome = await outcomeOf(app, wire);
          met.add(outcome.status);
          expect(wrongWith(wire, owner, outcome)).toEqual([]);
          expect(part(world)).toBe(before);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test('and every kind of answer was among them', () => {
    // The one without a page is for scripts of other sites that ask first.
    expect(STATUSES.filter((status) => status !== 204 && !met.has(status))).toEqual([]);
  });
});
