import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { publicationSchema } from '../../functions/core/publication.ts';
import { readAccountConfig } from '../../infra/config.ts';
import { type Answers, answered, type Known } from '../../local/account/setup/answers.ts';
import { awaitIssue } from '../../local/account/setup/certificate.ts';
import { contextFrom, publicationFrom } from '../../local/account/setup/files.ts';
import { requestText, whyNotAsk } from '../../local/account/setup/production.ts';
import { publication } from '../support/account-config.ts';

const shippedText = readFileSync('content/publication.yaml', 'utf8');
const shipped = publicationSchema.parse(parse(shippedText));
const shippedContext = { domain: 'example.com', alarmAddress: 'author@example.com' };

const ANSWERS: Answers = {
  domain: 'closer.org',
  name: 'Letters: a "course"',
  from: 'letters@closer.org',
  author: 'ann@closer.org',
  alarms: 'alarms@closer.org',
  'postal-address': 'Ann Lee, Long Road 5, Dublin',
  'web-domain': 'read.closer.org',
};

const known = (fields: Partial<Known> = {}): Known => ({
  publication: shipped,
  context: shippedContext,
  zones: [],
  ...fields,
});

describe('what is proposed', () => {
  test('of what ships, nothing that nobody owns', async () => {
    await expect(answered({ domain: 'closer.org' }, known(), undefined)).rejects.toThrow(
      'Still to be said: --author, --alarms, --postal-address',
    );
  });

  test('a zone of the account, and what follows from it', async () => {
    const said = { author: 'ann@closer.org', 'postal-address': 'Dublin' };
    const zones = [{ id: 'Z1', name: 'closer.org' }];
    expect(await answered(said, known({ zones }), undefined)).toEqual({
      domain: 'closer.org',
      name: 'Closer Letters',
      from: 'letters@closer.org',
      author: 'ann@closer.org',
      alarms: 'ann@closer.org',
      'postal-address': 'Dublin',
      'web-domain': 'read.closer.org',
    });
  });

  test('the second time, what was answered the first', async () => {
    const written = publicationSchema.parse(parse(publicationFrom(shippedText, ANSWERS)));
    const again = known({ publication: written, context: contextFrom(ANSWERS, [], {}) });
    expect(await answered({}, again, undefined)).toEqual(ANSWERS);
  });

  test('an empty answer takes it, another wins', async () => {
    const asked: string[] = [];
    const replies = ['closer.org', '', '', 'ann@closer.org', '', 'Dublin', 'www.closer.org'];
    const answers = await answered({}, known(), async (question) => {
      asked.push(question);
      return replies[asked.length - 1] ?? '';
    });
    expect(answers.from).toBe('letters@closer.org');
    expect(answers['web-domain']).toBe('www.closer.org');
    expect(asked[2]).toBe('From which address do letters come? [letters@closer.org]\n> ');
  });
});

describe('what is written', () => {
  test('publication.yaml reads as it was answered, with every comment and default as before', () => {
    const text = publicationFrom(shippedText, ANSWERS);
    const read = publicationSchema.parse(parse(text));
    expect(read.name).toBe('Letters: a "course"');
    expect(read.from).toEqual({ name: ANSWERS.name, address: 'letters@closer.org' });
    expect(read.postalAddress).toBe('Ann Lee\nLong Road 5\nDublin');
    expect(read.defaults).toEqual(shipped.defaults);
    const comments = (yaml: string) => yaml.split('\n').filter((line) => /^\s*#/.test(line));
    expect(comments(text)).toEqual(comments(shippedText));
    expect(comments(text).length).toBeGreaterThan(8);
  });

  test('cdk.json names the zone only if it is the domain’s own', () => {
    const zones = [
      { id: 'Z1', name: 'other.org' },
      { id: 'Z2', name: 'closer.org' },
    ];
    expect(contextFrom(ANSWERS, zones, {})['hostedZoneId']).toBe('Z2');
    expect(contextFrom(ANSWERS, zones.slice(0, 1), {})['hostedZoneId']).toBe('');
    const context: Readonly<Record<string, unknown>> = {
      replySubdomain: 'reply',
      ...contextFrom(ANSWERS, zones, {}),
    };
    expect(readAccountConfig((key) => context[key], publication()).webDomain).toBe(
      'read.closer.org',
    );
  });
});

describe('the zone that the author wrote', () => {
  const own = [
    { id: 'Z2', name: 'closer.org' },
    { id: 'Z3', name: 'closer.org' },
  ];
  test.for<readonly [reason: string, before: object, zones: typeof own, hostedZoneId: string]>([
    ['is of a domain above, or another account’s', { domain: 'closer.org' }, [], 'Z9'],
    ['is one of two of that name', { domain: 'closer.org', hostedZoneId: 'Z3' }, own, 'Z3'],
    ['is gone, and another has its name', { domain: 'closer.org' }, own, 'Z2'],
    ['was of the domain before', { domain: 'other.org' }, [], ''],
  ])('%s', ([, before, zones, hostedZoneId]) => {
    const written = { hostedZoneId: 'Z9', ...before };
    expect(contextFrom(ANSWERS, zones, written)['hostedZoneId']).toBe(hostedZoneId);
  });
});

describe('a certificate without a zone', () => {
  const proof = [{ name: '_1.read.closer.org', type: 'CNAME' as const, value: '_2.acm.aws' }];
  const pending = { status: 'PENDING_VALIDATION', names: [], proof };

  /** ACM's answers, one a look; the last one stays. */
  function waiting(answers: readonly { status: string; names: string[]; proof: typeof proof }[]) {
    const lines: string[] = [];
    let [looks, slept] = [0, 0];
    return {
      lines,
      slept: () => slept,
      given: {
        account: { certificate: async () => answers[Math.min(looks++, answers.length - 1)] },
        print: (line: string) => void lines.push(line),
        sleep: async (milliseconds: number) => {
          slept += milliseconds;
        },
        looks: 5,
      },
    };
  }

  test('shows its record once, when ACM has named it, and waits until it was seen', async () => {
    const { lines, slept, given } = waiting([
      { status: 'PENDING_VALIDATION', names: [], proof: [] },
      pending,
      pending,
      { status: 'ISSUED', names: [], proof },
    ]);
    expect(await awaitIssue('arn', given)).toBe(true);
    expect(lines.filter((line) => line.includes('_1.read.closer.org'))).toEqual([
      '  _1.read.closer.org  CNAME  _2.acm.aws',
    ]);
    expect(slept()).toBe(30_000);
  });

  test('sends the author away in the end, to come back', async () => {
    const { lines, given } = waiting([pending]);
    expect(await awaitIssue('arn', given)).toBe(false);
    expect(lines.at(-1)).toMatch(/npm run setup goes on from here/);
  });
});

test('the request to AWS says who gets what, and how they are rid of it', () => {
  const text = requestText(publication(), 'https://read.closer.org');
  for (const said of [
    'https://read.closer.org/',
    'letters@closer.org',
    'double opt-in',
    'unsubscribe',
    'bounce',
    'complaint',
    'ann@closer.org',
  ]) {
    expect(text).toContain(said);
  }
  // What AWS takes at most (API reference, UseCaseDescription).
  expect(text.length).toBeLessThan(5000);
});

describe('AWS is asked for leave', () => {
  const review = (status?: string, reviewCase?: string) => ({ review: status, reviewCase });
  const URL = 'https://read.closer.org';
  test.for<
    readonly [
      reason: string,
      standing: ReturnType<typeof review>,
      webDomain: string,
      webUrl: string,
      says: string | undefined,
    ]
  >([
    ['with pages under a name of one’s own', review(), 'read.closer.org', URL, undefined],
    ['again, when the request got lost', review('FAILED'), 'read.closer.org', URL, undefined],
    ['not without a page to look at', review(), 'read.closer.org', '', 'deploy first'],
    [
      'not with a machine’s name in mails',
      review(),
      '',
      'https://a1.amazonaws.com',
      'npm run setup',
    ],
    [
      'not before the name is deployed',
      review(),
      'read.closer.org',
      'https://a1.amazonaws.com',
      'Your pages are at https://a1.amazonaws.com still',
    ],
    ['not twice', review('PENDING'), 'read.closer.org', URL, 'AWS is looking at your request'],
    ['not after a no', review('DENIED', '176'), 'read.closer.org', URL, 'in the support case 176.'],
    ['nor where no case is known', review('DENIED'), 'read.closer.org', URL, 'the support case.'],
  ])('%s', ([, standing, webDomain, webUrl, says]) => {
    const reason = whyNotAsk(standing, webDomain, webUrl);
    if (says === undefined) expect(reason).toBeUndefined();
    else expect(reason).toContain(says);
  });
});
