import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { exportList } from '../../local/account/export.ts';
import { importList } from '../../local/account/import.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { shellBefore } from '../account/shell.ts';
import { fileOf } from '../support/list-files.ts';
import { person, world } from '../support/visitor.ts';

/**
 * An author moves here with a list, and away with one: nobody loses their place, nobody is mailed who was
 * not to be, and what was stored comes back as it was.
 */

const NOW = '2026-11-23T12:00:00Z';

/** Commands work in the process in which the cloud runs here: ended connections have to be noticed first. */
const NOTICED_MS = 250;

async function anAccount() {
  const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, now: NOW });
  onTestFinished(() => cloud.stop());
  return cloud;
}

function authorAt(cloud: Cloud) {
  const { run, outside } = shellBefore(cloud, {}, { domain: 'example.com' });
  const yes: typeof importList = (around, args) =>
    importList({ ...around, ask: async () => 'y' }, args);
  const asking = async (command: typeof importList, ...args: readonly string[]) => {
    await setTimeout(NOTICED_MS);
    const { code, text } = await run(command, ...args, '--local', cloud.url);
    expect(text, text).not.toContain('No local cloud');
    expect(code, text).toBe(0);
    return text;
  };
  return {
    folder: outside.buildDir,
    bring: (file: string, ...args: readonly string[]) =>
      asking(yes, file, '--reason', 'moved from Kit, where all confirmed', ...args),
    take: (file: string) => asking(exportList, file),
  };
}

describe('a list that comes', () => {
  test('everybody goes on where they were, and at the end of the course nobody is mailed', async () => {
    const cloud = await anAccount();
    const outside = world(cloud.url);
    const [ann, bo, cy, di, ed] = ['ann', 'bo', 'cy', 'di', 'ed'].map((name) =>
      person(outside, `${name}@example.org`),
    );
    if (!ann || !bo || !cy || !di || !ed) throw new Error('nobody');
    const list = [
      'first_name,email,created_at,status,course,place,zone,hour',
      'Ann,ann@example.org,2025-01-01T00:00:00Z,active,closer,9,Europe/Berlin,8',
      'Bo,bo@example.org,2025-01-01T00:00:00Z,active,closer,finished,Europe/Berlin,8',
      'Cy,cy@example.org,2025-01-01T00:00:00Z,inactive,closer,2,Europe/Berlin,8',
      'Di,di@example.org,2025-01-01T00:00:00Z,cancelled,closer,3,Europe/Berlin,8',
      'Ed,ed@example.org,2025-01-01T00:00:00Z,active,closer,,Europe/Berlin,8',
    ];
    await authorAt(cloud).bring(fileOf(list.join('\n')));
    await outside.goTo('2026-11-24T06:59:00Z');
    expect(await outside.json('/_local/messages')).toEqual([]);

    // Eight in Berlin, or up to four hours later.
    await outside.goTo('2026-11-24T11:00:00Z');
    expect(await ann.lessons()).toEqual(['myth-men']);
    expect(await bo.subjects()).toEqual([]);
    expect(await cy.subjects()).toHaveLength(1);
    expect(await di.subjects()).toEqual([]);
    expect([await ed.lessons(), (await ed.subjects()).length]).toEqual([[], 1]);
    await cy.confirm();
    const { beside } = await outside.json<{ beside: readonly Record<string, string>[] }>(
      `/_local/subscribers/${cy.address}`,
    );
    const facts = beside.filter(({ sk }) => sk?.startsWith('fact#'));
    expect(
      facts.map(({ sk, by, channel, tool }) => [sk?.split('#')[2], by, channel, tool]),
    ).toEqual([
      ['asked', 'author', 'import', 'kit'],
      ['confirmed', 'reader', 'page', undefined],
    ]);

    await outside.goTo('2026-11-26T12:00:00Z');
    expect(await ann.lessons()).toEqual(['myth-men', 'myth-luck', 'health']);
    expect(await cy.lessons()).toEqual(['physical', 'ideas']);
    expect(await ed.lessons()).toEqual(['closeness', 'emotional']);
    expect([...(await bo.subjects()), ...(await di.subjects())]).toEqual([]);

    // Their letters are as everybody's: who leaves by one gets no more, also by the same list again.
    await ann.replies('unsubscribe');
    const before = (await ann.mails()).length;
    await authorAt(cloud).bring(fileOf(list.join('\n')));
    await outside.advance('P3D');
    expect((await ann.mails()).length).toBe(before);
    expect(await cy.lessons()).toEqual(['physical', 'ideas', 'meaning', 'doing', 'holding-up']);
  });
});

interface Item {
  readonly pk: string;
  readonly sk: string;
}

/** Who is stored, by address, and what is made anew left out: ids, secrets, revisions, due moments. */
async function peopleOf(cloud: Cloud) {
  const { items } = await world(cloud.url).json<{ items: readonly Item[] }>('/_local/table');
  const MADE_ANEW =
    /^(pk|secret|revision|dueAt|dueShard|newsletterShard|notBefore|claim|claimZone|claimSince)$/;
  const of = ({ pk }: Item) =>
    items.find((one) => one.pk === pk && one.sk === 'subscriber') as unknown as { address: string };
  return items
    .filter(({ pk, sk }) => pk.startsWith('subscriber#') && /^(subscriber$|fact#)/.test(sk))
    .filter(({ sk }) => !sk.endsWith('#imported'))
    .map((item) => ({
      whose: of(item).address,
      ...Object.fromEntries(Object.entries(item).filter(([name]) => !MADE_ANEW.test(name))),
    }))
    .map((item) => JSON.stringify(Object.fromEntries(Object.entries(item).sort())))
    .sort();
}

describe('a list that goes', () => {
  test('is read into another account, where everybody is as they were, and their next letter is next', async () => {
    const [from, to] = [await anAccount(), await anAccount()];
    const outside = world(from.url);
    const ann = person(outside, 'ann@example.net');
    const bo = person(outside, 'bo@example.net');
    const cy = person(outside, 'cy@example.net');
    await ann.joins({ name: '=Ann', zone: 'Europe/Berlin', hour: 8, newsletter: true });
    for (const one of [bo, cy]) await one.joins({ zone: 'Asia/Tokyo', hour: 7.5 });
    await outside.advance('P3D');
    await bo.replies('please pause for two weeks');
    await cy.replies('unsubscribe');

    const author = authorAt(from);
    const [csv, json] = [join(author.folder, 'all.csv'), join(author.folder, 'all.json')];
    await author.take(csv);
    await author.take(json);
    const there = world(to.url);
    await there.goTo(await outside.now());
    await authorAt(to).bring(csv);
    expect(await peopleOf(to)).toEqual(await peopleOf(from));

    // The same from JSON finds everybody there already.
    expect(await authorAt(to).bring(json)).toContain('0 written.');
    expect(await peopleOf(to)).toEqual(await peopleOf(from));

    const had = await ann.lessons();
    await there.advance('P1D');
    await outside.advance('P1D');
    expect(await person(there, ann.address).lessons()).toEqual(
      (await ann.lessons()).slice(had.length),
    );
    expect(await person(there, bo.address).mails()).toEqual([]);
    expect(await person(there, cy.address).mails()).toEqual([]);
  });
});
