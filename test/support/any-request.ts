import fc from 'fast-check';
import { INBOX } from '../../functions/web/asked-cookie.ts';
import { ACTIONS } from '../../functions/web/wish.ts';
import { EVERYBODY, pathsFor, STAMPS } from './fuzz-cast.ts';
import type { Wire } from './gateway.ts';

/** Any request that a stranger's program may make of a route, with and without a link that is good. */

/** Every character that markup has to escape, each between letters by which a copy is found again. */
export const MARK = `zq"zq'zq<zq>zq&zq.`;

const bytes = fc.string({ unit: 'binary', maxLength: 40 });
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constant(MARK) },
  { weight: 2, arbitrary: bytes.map((text) => `${text}${MARK}`) },
  bytes,
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      '\ud800',
      '\r\nSet-Cookie: a=b',
      '\u202e',
      '//evil.example',
      'a'.repeat(5000),
    ],
    ...[
      '../..',
      '%00',
      '%',
      '%E0%A4%A',
      '__proto__',
      'constructor',
      'NaN',
      '-1',
      '1e999',
      '[]',
      '{}',
    ],
  ),
);
/** What the fields of our forms may hold when all is well. */
const fitting = fc.constantFrom(
  ...ACTIONS,
  ...EVERYBODY.map(({ address }) => address),
  ...STAMPS,
  ...['new@example.com', 'ann@gmial.com', 'Ann', 'closer', 'partner', 'Europe/Berlin', '7', '23'],
  ...['daily', 'choose', 'mon', 'week', 'date', '2026-12-07', '1', 'yes', 'no', 'One-Click'],
  ...['closeness', 'data', 'erase', 'address', 'letters', 'friend', 'leave', 'schedule'],
);
const value = fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 2, arbitrary: hostile });

/** Every field of a form of ours, and names that objects have by themselves. */
export const FIELDS = [
  ...['newsletter-until', 'newsletter-from', 'in-pause'],
  ...['email', 'name', 'course', 'track', 'newsletter', 'discreet', 'zone', 'hour', 'days', 'day'],
  ...['action', 'for', 'from', 'until', 'matter', 'again', 'quiet', 'had', 'time', 'made', 'robot'],
  ...['altcha', 'waited', 'sure', 'leave-this-empty', 'List-Unsubscribe', 'all'],
  ...['do', 'told'],
] as const;
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length'] as const;
const field = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...FIELDS) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: hostile },
);
/** Fields of ours that all hold the same, which a page may show again. */
const alike = fc
  .tuple(fc.subarray([...FIELDS], { minLength: 1 }), hostile)
  .map(([fields, text]) => fields.map((name): [string, string] => [name, text]));
const pairs = fc.oneof(fc.array(fc.tuple(field, value), { maxLength: 8 }), alike);

type Body = NonNullable<Wire['body']>;
const FORM = 'application/x-www-form-urlencoded';

/** As a person sends it: the page's stamp, an action, and fields that may be anything. */
const press = fc
  .tuple(fc.constantFrom(...STAMPS), fc.constantFrom(...ACTIONS), pairs)
  .map(([made, action, rest]) => [['made', made], ['action', action], ...rest] as const);
/** A sign-up that may be one, of somebody new or known. */
const signUp = fc
  .tuple(fc.constantFrom('new@example.com', ...EVERYBODY.map(({ address }) => address)), pairs)
  .map(([email, rest]) => [...rest.slice(0, 2), ['email', email]] as const);
const form = fc
  .oneof(pairs, press, signUp)
  .map((given): Body => ({ type: FORM, text: urlencoded(given), base64: true }));

const urlencoded = (given: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(given.map(([name, text]): [string, string] => [name, text])).toString();

const files = fc.boolean();
const multipart = fc.tuple(pairs, files, fc.constantFrom('b', '"b"', '')).map(
  ([given, isFile, boundary]): Body => ({
    type: `multipart/form-data; boundary=${boundary}`,
    text: `${given
      .map(
        ([name, text]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"${isFile ? '; filename="x"' : ''}\r\n\r\n${text}\r\n`,
      )
      .join('')}--b--\r\n`,
    base64: true,
  }),
);

/** Anything that JSON can say, also under the names of fields, twice, and as deep as a parser goes. */
const json = fc
  .oneof(
    fc.json(),
    fc
      .array(fc.tuple(field, fc.oneof(value, fc.jsonValue(), fc.constant([[]]))), { maxLength: 8 })
      .map((given) => `{${given.map(([name, one]) => `${say(name)}:${say(one)}`).join()}}`),
    signUp.map((given) => say(Object.fromEntries(given))),
    fc.constantFrom('null', '0', '"x"', '[]', '{"email":', '{}{}', '\ufeff{}', '['.repeat(7000)),
    fc.constant(`{"__proto__":{"email":"new@example.com"},"email":"new@example.com"}`),
  )
  .chain((text) =>
    fc
      .constantFrom('application/json', 'application/problem+json', 'APPLICATION/JSON; charset=x')
      .map((type): Body => ({ type, text, base64: false })),
  );
const say = (one: unknown): string => JSON.stringify(one);

const anything = fc
  .tuple(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(undefined, FORM, 'multipart/form-data', 'text/plain', 'image/png', ';', '/'),
  )
  .map(
    ([given, type]): Body => ({
      ...(type !== undefined && { type }),
      text: Buffer.from(given),
      base64: true,
    }),
  );
const huge = fc
  .constantFrom(FORM, 'application/json', 'multipart/form-data; boundary=b')
  .map((type): Body => ({ type, text: `email=${'x'.repeat(17_000)}`, base64: true }));

const body = fc.oneof(
  { weight: 6, arbitrary: form },
  { weight: 2, arbitrary: multipart },
  { weight: 2, arbitrary: json },
  { weight: 1, arbitrary: anything },
  { weight: 1, arbitrary: huge },
);

/** What HTTP lets into a header's value (RFC 9110 §5.5), and what some programs send beyond ASCII. */
const headerText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll(/\p{Cc}/gu, '')),
  fc.constantFrom(MARK, '*', 'bytes=0-1', 'bytes=-', 'x'.repeat(3000), 'é', '€'),
);
const ACCEPTS = [
  'text/html',
  'application/json',
  '*/*',
  'application/json, text/html;q=0',
] as const;
const headers = fc.record(
  {
    accept: fc.oneof(fc.constantFrom(...ACCEPTS), headerText),
    'accept-language': fc.oneof(
      fc.constantFrom('de-CH, fr;q=0.5', 'x-a-b, i-klingon, *'),
      headerText,
    ),
    'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip;q=0, *'), headerText),
    range: headerText,
    host: fc.oneof(fc.constant('evil.example'), headerText),
    'x-forwarded-host': fc.constant('evil.example'),
    'x-forwarded-for': headerText,
    'x-http-method-override': fc.constant('DELETE'),
    origin: fc.oneof(fc.constant('https://evil.example'), headerText),
    referer: headerText,
    'if-none-match': headerText,
    'if-modified-since': headerText,
    'content-encoding': headerText,
  },
  { requiredKeys: [] },
);

/** What the form leaves in a browser, and whatever else may be there under its name. */
const asked = fc
  .oneof(
    fc.jsonValue(),
    fc.record({
      fields: fc.oneof(
        alike.map((given) => Object.fromEntries(given)),
        fc.dictionary(field, fc.oneof(value, fc.array(value, { maxLength: 3 })), { maxKeys: 5 }),
      ),
      at: fc.oneof(fc.integer(), fc.constant(1_795_341_000)),
      again: fc.boolean(),
      waits: fc.boolean(),
    }),
  )
  .map((held) => `asked=${Buffer.from(JSON.stringify(held)).toString('base64url')}`);
const cookies = fc.array(
  fc.oneof(
    asked,
    headerText,
    headerText.map((text) => `asked=${text}`),
  ),
  {
    maxLength: 3,
  },
);

const QUERIES = ['course', 'do', 'told', 'language', 'for', 'from', '__proto__'] as const;
const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...QUERIES), hostile), value), { maxLength: 3 })
  .chain((given) => fc.constantFrom(urlencoded(given), given.map(String).join('&')));

/** A path that may be good, or is off by a letter, cut, for another purpose, another's, or odd. */
function anyPath(route: string): fc.Arbitrary<string> {
  const paths = pathsFor(route).map(({ path }) => path);
  const genuine = fc.constantFrom(...paths);
  const [one = '/'] = paths;
  const [, kind = '', token = ''] = one.split('/');
  const others = ['/confirm/:token', '/preferences/:token', '/own/:token', '/wish/:token'].flatMap(
    (other) => pathsFor(other).map(({ path }) => path.split('/')[2] ?? ''),
  );
  const put = (text: string) => one.replace(`/${kind}/${token}`, `/${kind}/${text}`);
  const at = fc.nat({ max: 60 });
  return fc.oneof(
    { weight: 6, arbitrary: genuine },
    {
      weight: 2,
      arbitrary: fc
        .tuple(genuine, at, fc.oneof(fc.constantFrom('a', '7', '.', '/', '~', '%'), bytes))
        .map(([path, place, text]) => {
          const here = Math.min(path.length, 1 + kind.length + place);
          return path.slice(0, here) + text.slice(0, 1) + path.slice(here + 1);
        }),
    },
    { weight: 1, arbitrary: fc.tuple(genuine, at).map(([path, cut]) => path.slice(0, -1 - cut)) },
    { weight: 2, arbitrary: fc.constantFrom(...others).map(put) },
    // Somebody's id before another's mac.
    {
      weight: 1,
      arbitrary: fc.tuple(genuine, genuine).map(([left, right]) => swapped(left, right)),
    },
    { weight: 1, arbitrary: hostile.map(put) },
    { weight: 1, arbitrary: fc.tuple(genuine, hostile).map(([path, text]) => `${path}/${text}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...[`${one}/`, `/${one}`, one.toUpperCase(), `${one}?`],
        ...['//evil.example/', '///evil.example/', '/\\\\evil.example/', '/.//evil.example/'],
      ),
    },
  );
}

function swapped(left: string, right: string): string {
  const id = /\/[a-z2-7]{16}\./;
  const [theirs = '/'] = id.exec(left) ?? [];
  return right.replace(id, () => theirs);
}

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
] as const;

/** Any request of one of the door's routes, mostly with the method that it answers to. */
export function anyRequest(method: string, route: string): fc.Arbitrary<Wire> {
  return fc
    .record({
      method: fc.oneof(
        { weight: 6, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      path: anyPath(route).map((path) => (path.startsWith('/') ? path : `/${path}`)),
      query,
      headers,
      cookies: route.startsWith(INBOX) ? fc.array(asked, { minLength: 1, maxLength: 2 }) : cookies,
      body: fc.option(body, { nil: undefined, freq: method === 'POST' ? 12 : 1 }),
    })
    .map(({ body: given, ...rest }) => ({ ...rest, ...(given && { body: given }) }));
}
