import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Task } from '../../functions/core/reader/errand.ts';
import { type Cloud, startCloud, type Template } from '../../local/cloud/cloud.ts';
import { runErrand } from '../../local/desk/errand.ts';
import { deskAccount } from '../../local/desk/watch.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { contentWithIssues } from '../support/own-content.ts';
import { linkIn, person, type World, world } from '../support/visitor.ts';

const NOON = '2026-11-23T12:00:00Z';

/** A synthesis, on a machine that does much else. */
const PATIENCE = 400_000;

/** Grants that the local cloud has no use for, each with its reason. */
const SERVICE_LINKED: Readonly<Record<string, string>> = {
  'logs:CreateLogStream': 'Lambda writes a function’s log with the function’s role',
  'logs:PutLogEvents': 'the same',
  'sqs:ChangeMessageVisibility': 'Lambda’s poller uses it when it scales down',
  'sqs:GetQueueUrl': 'CDK grants it to every poller and destination',
  'sqs:GetQueueAttributes': 'the poller asks for it when a mapping is made',
  's3:AbortMultipartUpload': 'Firehose writes a large object in parts',
  's3:ListBucketMultipartUploads': 'the same',
};

/** What an author has done for a reader at their desk, as an administrator. */
async function errand({ endpoint }: Cloud, outside: World, address: string, task: Task) {
  const config = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'author', secretAccessKey: 'local' },
  };
  const { table } = await outside.json<{ table: string }>('/_local/aws');
  const { id } = await outside.json<{ id: string }>(`/_local/subscribers/${address}`);
  return runErrand({ account: deskAccount(config, 'Kindling'), table }, id as never, task);
}

/** A walk through everything that any door can do. */
async function grandTour(outside: World, cloud: Cloud): Promise<void> {
  const ann = person(outside, 'ann@example.net');
  await ann.joins({ hour: 8, newsletter: true });
  await person(outside, 'ivy@example.net').joins({ hour: 8, newsletter: true });
  await outside.advance('P1D');
  const letter = await ann.latest();
  await fetch(linkIn(letter, 'lessons'));
  await outside.press(`${linkIn(letter, 'check-in').replace(/\/\d?$/, '')}/4`);
  await outside.advance('P28D');
  // A letter that is asked for again.
  await ann.replies('resend letter 28');
  await ann.replies('pause');
  await ann.replies('This letter made me think of my brother.');
  // A reply from a place that has no token.
  await ann.replies('resume', { 'x-envelope-to': 'hello@reply.example.com' });
  await fetch(linkIn(await ann.latest(), 'unsubscribe'), { method: 'POST' });
  // Somebody takes along what is theirs, and has it erased.
  const cleo = person(outside, 'cleo@example.net');
  await cleo.joins();
  await cleo.replies('Please send me all my data');
  await outside.press(linkIn(await cleo.latest(), 'own'));
  // A link for what is theirs, by mail.
  await outside.press(linkIn(await cleo.latest(), 'preferences'), {
    action: 'mail',
    matter: 'line',
  });
  await cleo.replies('Please delete all my data');
  await outside.press(linkIn(await cleo.latest(), 'own'));
  // The address in her mail is nobody's by now, or of somebody who had it before.
  await cleo.replies('Thank you.');
  // An author has a letter sent again, a new mailbox asked, and all of somebody erased who moved and wrote.
  const gil = person(outside, 'gil@example.net');
  await gil.joins({ hour: 8 });
  await outside.advance('P1D');
  const had = { course: 'closer', lesson: 'closeness' } as never;
  const to = 'gil@example.org';
  for (const task of [
    { is: 'again', letter: had },
    { is: 'address', to: to as never },
  ] as const) {
    expect(await errand(cloud, outside, gil.address, task)).toEqual({ is: 'done' });
  }
  await outside.settle();
  await outside.press(linkIn(await person(outside, to).latest(), 'new-address'));
  await person(outside, to).replies('Thank you for moving me.');
  const erase = { is: 'erase', reason: 'by letter' } as const;
  expect(await errand(cloud, outside, to, erase)).toEqual({ is: 'done' });
  // Somebody confirms by a word.
  const fay = person(outside, 'fay@example.net');
  await fay.signUp();
  await fay.replies('yes');
  const bounced = person(outside, 'bounce@simulator.amazonses.com');
  await bounced.signUp();
  // Meanwhile an issue goes to Ivy, who has had all letters.
  await outside.advance('PT10M');
  // A finalize's answer is lost: its repeat finds the claim ended, and looks who ended it.
  await outside.fault({
    service: 'dynamodb',
    kind: 'lost-answer',
    function: 'send',
    action: 'UpdateItem',
    after: 1,
    count: 1,
  });
  await person(outside, 'dora@example.net').signUp();
  await outside.advance('PT10M');
  // An answer of SES is lost: the sender looks for the proof.
  await outside.fault({ service: 'ses', kind: 'lost-answer', function: 'send' });
  await person(outside, 'emil@example.net').signUp();
  await outside.advance('PT20M');
  // SES takes nothing at all: the sender holds all sending.
  await outside.fault({ service: 'ses', kind: 'quota', count: 1 });
  await person(outside, 'ben@example.net').signUp();
  // Something that no door can handle, for the dead-letter queue of replies.
  await outside.fault({ service: 's3', kind: '500', count: 20, function: 'replies' });
  await ann.replies('hello?').catch(() => undefined);
  await outside.advance('PT1H');
  // Three readers complain: too many of so few letters, which stop.
  const readers = ['fay', 'gus', 'hal'].map((name) => person(outside, `${name}@readers.example`));
  for (const one of readers) await one.joins({ hour: 8 });
  await outside.fault({
    service: 'mailboxes',
    kind: 'complaint',
    containing: '@readers.example',
    count: 3,
  });
  await outside.advance('P2D');
}

describe('what the roles may do', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    // An issue that comes to whoever takes a course, too, and one behind the course: the ones that ship are never sent.
    const content = contentWithIssues('letters.example.com', [
      { id: 'own', sendOn: '2026-11-26', subject: 'Our own', more: 'during-courses: true\n' },
      { id: 'behind', sendOn: '2026-12-22T12:05Z', subject: 'Behind the course' },
    ]);
    const assemblyDir = await synthesizedFrom(content, 'test-assembly-permissions');
    cloud = await startCloud({ assemblyDir, port: 0, now: NOON });
    await grandTour(world(cloud.url), cloud);
  }, PATIENCE);
  afterAll(() => cloud.stop());

  test('nothing was denied', async () => {
    const { denied } = await cloud.figures();
    expect(denied).toEqual([]);
  });

  test('nothing is granted that no journey used', () => {
    const unused = cloud
      .grants()
      .filter(({ used, action }) => !used && !(action in SERVICE_LINKED))
      .map(({ principal, action, resource }) => `${principal}: ${action} on ${resource}`);
    expect(unused).toEqual([]);
  });
});

describe('a door that loses a permission', () => {
  /** The template without one action, wherever it is granted. */
  const without =
    (action: string) =>
    (template: Template): Template =>
      JSON.parse(JSON.stringify(template).replaceAll(`"${action}"`, '"sts:GetCallerIdentity"'));

  test.each([
    ['the web door cannot store a sign-up', 'dynamodb:PutItem', 'dynamodb:PutItem'],
    ['the tick cannot ask who is due', 'dynamodb:Query', 'dynamodb:Query'],
    ['the send door cannot send', 'ses:SendRawEmail', 'ses:SendRawEmail'],
  ])('%s, and its journey fails with AccessDenied', async (_, action, expected) => {
    const cloud = await startCloud({
      assemblyDir: inject('assembly'),
      port: 0,
      now: NOON,
      edit: without(action),
    });
    const outside = world(cloud.url);
    const ann = person(outside, 'ann@example.net');
    await ann.signUp();
    await outside.advance('PT5M');
    const reads = (await ann.mails()).length;
    const { denied } = await cloud.figures();
    await cloud.stop();
    expect(JSON.stringify(denied)).toContain(expected);
    if (action !== 'dynamodb:Query') expect(reads).toBe(0);
  });
});
