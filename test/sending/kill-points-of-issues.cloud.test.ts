import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { tableOf } from '../../local/bench/happy-path.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { enrollment, reader, received } from '../support/builders.ts';
import { lessonsOf } from '../support/lessons.ts';
import { contentWithIssues } from '../support/own-content.ts';
import * as struck from '../support/struck-calls.ts';
import { person, type World, world } from '../support/visitor.ts';
import { WEATHER } from '../support/weather.ts';

/**
 * An issue's way, struck at each of its calls on the deployed template and in rough weather: as it is noted, kept and
 * begun, as its readers are told and told again, and as it is sent. Each cell is an issue of its own, and whoever
 * takes the newsletter gets it on its day, once.
 */

/** A synthesis, and two months, on a machine that does much else. */
const PATIENCE = 900_000;
const READERS = 6;
/** They stand in shards of their own, and two of them in one. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'e'].map(
  (letter, place) => `${letter}${'abcdef'.charAt(place)}aaaaaaaaaaaaaa` as SubscriberId,
);
const NAMES = IDS.map((_, place) => `reader-${place}@example.net`);

interface Cell {
  readonly name: string;
  /** What goes wrong while it is brought out, an hour before its day begins anywhere. */
  readonly begins?: readonly object[];
  /** While it is sent. */
  readonly goes?: readonly object[];
  /** While everybody is looked at once more. */
  readonly ends?: readonly object[];
}

/** As often as the SDK asks before it gives up. */
const FOR_GOOD = 4;
const half = { after: READERS / 2 };
const { begun, kept, loaded, standing, takers, told, walked } = struck;
const { claim, finalise, sending, ses, words } = struck;
const fails = (fault: object) => ({ ...fault, count: FOR_GOOD });

const CELLS: readonly Cell[] = [
  { name: 'nothing goes wrong' },
  { name: 'killed before its words are kept', begins: [kept('kill-before')] },
  { name: 'killed after its words are kept', begins: [kept('kill-after')] },
  { name: 'killed before it has begun', begins: [begun('kill-before')] },
  { name: 'killed after it has begun', begins: [begun('kill-after')] },
  { name: 'the answer that it has begun is lost', begins: [begun('lost-answer')] },
  { name: 'nobody can say where issues stand', begins: [fails(standing('500'))] },
  { name: 'nobody can say who takes the newsletter', begins: [fails(takers('500'))] },
  { name: 'readers can’t be loaded', begins: [fails(loaded('500'))] },
  { name: 'killed before a reader is told', begins: [{ ...told('kill-before'), ...half }] },
  { name: 'killed after a reader is told', begins: [{ ...told('kill-after'), ...half }] },
  { name: 'the answer that a reader is told is lost', begins: [told('lost-answer')] },
  { name: 'the table takes no reader', begins: [fails(told('500'))] },
  { name: 'killed before it notes how far it is', begins: [{ ...walked('kill-before'), ...half }] },
  { name: 'killed after it notes how far it is', begins: [{ ...walked('kill-after'), ...half }] },
  { name: 'the answer to how far it is is lost', begins: [walked('lost-answer')] },
  { name: 'killed in the second look', ends: [{ ...walked('kill-before'), ...half }] },
  { name: 'killed at the end of the second look', ends: [{ ...walked('kill-after'), after: 7 }] },
  { name: 'a sender is killed before a claim', goes: [{ ...claim('kill-before'), ...half }] },
  { name: 'a sender is killed after a claim', goes: [{ ...claim('kill-after'), ...half }] },
  { name: 'a sender can’t ask what is sent', goes: [fails(sending('500'))] },
  { name: 'a sender can’t ask for the words', goes: [fails(words('500'))] },
  { name: 'killed before SES took it', goes: [{ ...ses('kill-before'), ...half }] },
  { name: 'killed after SES took it', goes: [{ ...ses('kill-after'), ...half }] },
  { name: 'SES took it, and its answer is lost', goes: [ses('lost-answer')] },
  { name: 'killed before it is taken down', goes: [{ ...finalise('kill-before'), ...half }] },
  { name: 'killed after it is taken down', goes: [{ ...finalise('kill-after'), ...half }] },
];

/** Two days for each, so that no other issue is looked at meanwhile. */
const dayOf = (cell: number, hours = 0) => new Date(Date.UTC(2026, 10, 26 + 2 * cell, hours));
const dateOf = (cell: number) => dayOf(cell).toISOString().slice(0, 10);
const nameOf = (cell: number) => `issue-${cell}`;

let cloud: Cloud;
let outside: World;

beforeAll(async () => {
  const content = contentWithIssues(
    'letters.example.com',
    CELLS.map((_, cell) => ({ id: nameOf(cell), sendOn: dateOf(cell), subject: nameOf(cell) })),
  );
  // What ships would have one of these days.
  for (const file of readdirSync(join(content, 'newsletters')))
    if (!file.startsWith('issue-')) rmSync(join(content, 'newsletters', file));
  const assemblyDir = await synthesizedFrom(content, 'test-assembly-issues');
  cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-24T09:00:00Z' });
  outside = world(cloud.url);
  const { name: TableName, config } = tableOf(cloud, assemblyDir);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const had = received(...lessonsOf(assemblyDir));
  for (const [place, id] of IDS.entries()) {
    const address = NAMES[place] as EmailAddress;
    const one = reader({
      id,
      address,
      newsletter: true,
      enrollments: [enrollment({ received: had })],
      issues: { from: '2026-11-20' as LocalDate },
    });
    const Item = { ...keyOf(one), ...toAttributes(one) };
    await table.send(new PutCommand({ TableName, Item }));
  }
  await outside.post('/_local/weather', WEATHER);
  // The first look at the package notes all of them, and is struck as well.
  for (const kind of ['kill-before', 'kill-after', 'lost-answer'])
    await outside.fault({ ...struck.noted(kind), after: 2 });
}, PATIENCE);
afterAll(() => cloud.stop());

const goTo = (cell: number, hours: number) => outside.goTo(dayOf(cell, hours).toISOString());

/** How often each reader has an issue, by its subject. */
async function copiesOf(subject: string): Promise<readonly number[]> {
  const boxes = await Promise.all(NAMES.map((name) => person(outside, name).mails()));
  return boxes.map((mails) => mails.filter((mail) => mail.subject === subject).length);
}

test.for(CELLS.map((one, cell) => [one.name, cell] as const))('%s', async ([, cell]) => {
  const { begins = [], goes = [], ends = [] } = CELLS[cell] ?? {};
  await goTo(cell, -16);
  for (const fault of begins) await outside.fault(fault);
  await goTo(cell, 6);
  for (const fault of goes) await outside.fault(fault);
  await goTo(cell, 11);
  for (const fault of ends) await outside.fault(fault);
  await goTo(cell, 20);
  expect(await outside.json('/_local/faults'), 'every fault has struck').toEqual([]);
  expect(await copiesOf(nameOf(cell)), 'once each, on its day').toEqual(NAMES.map(() => 1));
});

test('and nobody had any of them again', async () => {
  await goTo(CELLS.length + 2, 0);
  const all = await Promise.all(CELLS.map((_, cell) => copiesOf(nameOf(cell))));
  expect(all.flat().filter((copies) => copies !== 1)).toEqual([]);
});
