import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { carryOut, type Deed, foresee } from '../../local/desk/deeds.ts';
import { oneReader } from '../../local/desk/reader.ts';
import { ANN, type AtTheDesk, atTheDesk, refusalOf } from '../support/at-the-desk.ts';
import { dumpOf } from '../support/dump.ts';
import { linkIn, person } from '../support/visitor.ts';

/** What somebody has done for a reader who may act at the desk, and may not know what links are made with. */

const NEW = 'ann@new.example.org';

let there: AtTheDesk;
beforeAll(async () => {
  there = await atTheDesk(inject('assembly'));
});
afterAll(() => there.stop());

const foreseen = async (deed: Deed, id = there.id) =>
  foresee(await there.deskOf('Reading'), id, deed);
const acted = async (deed: Deed, reason?: string, id = there.id) =>
  carryOut(await there.deskOf('Acting'), id, deed, reason);
const recordsOf = async (who: string) => {
  const found = await oneReader(await there.deskOf('Reading'), who);
  return found.is === 'found' ? found.reader.facts : [];
};
const functions = async () =>
  (await (await there.deskOf('Acting')).account.resources()).filter(
    ({ type }) => type === 'AWS::Lambda::Function',
  );

describe('a letter again', () => {
  test('is foreseen with its subject and its mailbox, and sent nowhere', async () => {
    const before = await there.reader.mails();
    expect(await foreseen({ is: 'again' })).toEqual({
      is: 'foreseen',
      needsReason: false,
      deed: { is: 'again', letter: 'closeness', course: 'closer' },
      changes: [
        {
          what: 'mailed',
          before: expect.stringMatching(/^letter closer\/closeness, “.+”$/),
          after: ANN,
        },
      ],
    });
    expect(await foreseen({ is: 'again', letter: '12' })).toEqual({
      is: 'refused',
      because: 'no-such-letter',
    });
    expect(await there.reader.mails()).toEqual(before);
  });

  test('comes, moves nothing, and is on their record', async () => {
    const [letter] = (await there.reader.mails()).filter(({ html }) => /\/lessons\//.test(html));
    const before = await there.ann();
    expect(await acted({ is: 'again', letter: '1' }, 'it got lost')).toEqual({ is: 'done' });
    await there.outside.settle();
    expect((await there.reader.latest()).subject).toBe(letter?.subject);
    expect(await there.ann()).toEqual(before);
    expect((await recordsOf(ANN)).at(-1)).toMatchObject({
      kind: 'changed',
      details: { by: 'author', what: 'again', letter: 'closer.closeness', reason: 'it got lost' },
    });
    await there.outside.advance('P1D');
    const lessons = await there.reader.lessons();
    expect(lessons.slice(-3), 'and the next is the next').toEqual([
      'closeness',
      'closeness',
      'emotional',
    ]);
  });
});

describe('another address', () => {
  const mailbox = () => person(there.outside, NEW);

  test('is asked there, and until it says yes letters come where they came', async () => {
    const to = NEW as never;
    expect(await foreseen({ is: 'address', to })).toMatchObject({
      is: 'foreseen',
      changes: [{ what: 'mailed', before: 'a button, good for an hour', after: NEW }],
    });
    expect(await mailbox().mails()).toEqual([]);
    expect(await acted({ is: 'address', to })).toEqual({ is: 'done' });
    expect(await acted({ is: 'address', to }), 'typed again').toEqual({ is: 'lies-there' });
    await there.outside.settle();
    expect(await mailbox().mails()).toHaveLength(1);
    expect((await there.ann())?.address).toBe(ANN);
    expect(JSON.stringify(await recordsOf(ANN))).not.toContain(NEW);
  });

  test('says yes, and they move with all that is theirs', async () => {
    const asked = mailbox();
    const { status } = await there.outside.press(linkIn(await asked.latest(), 'new-address'));
    expect(status).toBe(200);
    const old = (await there.reader.mails()).length;
    await there.outside.advance('P1D');
    expect(await asked.lessons()).toEqual(['physical']);
    expect(await there.reader.mails()).toHaveLength(old);
    const kinds = (await recordsOf(NEW)).map(
      ({ kind, details }) => `${kind} ${details['what'] ?? details.by}`,
    );
    expect(kinds).toEqual(
      expect.arrayContaining(['changed again', 'changed address', 'moved reader']),
    );
  });

  test('of somebody who reads is told to them, and nothing changes', async () => {
    const eve = person(there.outside, 'eve@example.net');
    await eve.joins({ hour: 8 });
    const { id } = await there.outside.json<{ id: string }>(`/_local/subscribers/${NEW}`);
    const deed = { is: 'address', to: eve.address as never } as const;
    expect(await foreseen(deed, id as never)).toMatchObject({
      changes: [{ before: expect.stringMatching(/nothing changes/), after: eve.address }],
    });
    expect(await acted(deed, undefined, id as never)).toEqual({ is: 'taken' });
    await there.outside.settle();
    expect((await eve.latest()).html).not.toContain('/new-address/');
  });
});

describe('whoever may only look, and whoever may act', () => {
  test('a letter, an address, and all that is stored are refused to the first', async () => {
    const { id } = await there.outside.json<{ id: string }>(`/_local/subscribers/${NEW}`);
    const looking = await there.deskOf('Reading');
    const before = await there.outside.table();
    for (const deed of [
      { is: 'again' },
      { is: 'address', to: 'other@example.org' as never },
      { is: 'erase' },
    ] as const) {
      expect(await refusalOf(carryOut(looking, id as never, deed, 'why')), deed.is).toBe(
        'AccessDeniedException',
      );
    }
    expect(await there.outside.table()).toEqual(before);
  });

  test('the second has one door, and no other', async () => {
    const invoked = async (name: 'Acting' | 'Reading', FunctionName: string) =>
      refusalOf(
        new LambdaClient(there.configOf(name)).send(
          new InvokeCommand({ FunctionName, Payload: '{}' }),
        ),
      );
    const all = await functions();
    expect(all.length).toBeGreaterThan(6);
    const open: string[] = [];
    for (const { physicalId, logicalId } of all) {
      expect(await invoked('Reading', physicalId)).toBe('AccessDeniedException');
      if ((await invoked('Acting', physicalId)) === undefined) open.push(logicalId);
    }
    expect(open).toEqual([expect.stringMatching(/^ErrandsDoor/)]);
  });
});

describe('all that is stored', () => {
  test('goes, by whoever may act, and nothing is left but the keyed ids', async () => {
    const { id } = await there.outside.json<{ id: string }>(`/_local/subscribers/${NEW}`);
    await person(there.outside, NEW).writes('My sister Wilhelmina and I have not talked.');
    await there.outside.advance('PT2M');
    const { text: before } = await dumpOf(there.cloud, there.outside);
    const traces = [ANN, NEW, 'Wilhelmina'];
    for (const trace of traces) expect(before).toContain(trace);
    expect(await acted({ is: 'erase' }, undefined, id as never)).toEqual({ is: 'needs-reason' });
    expect(await acted({ is: 'erase' }, 'by letter', id as never)).toEqual({ is: 'done' });
    expect(await acted({ is: 'erase' }, 'by letter', id as never)).toEqual({ is: 'unchanged' });
    await there.outside.advance('PT1H');
    const { items, text } = await dumpOf(there.cloud, there.outside);
    for (const trace of traces) expect(text).not.toContain(trace);
    const theirs = items.filter(({ pk }) => pk === `subscriber#${id}`);
    expect(theirs.map(({ sk }) => sk.replace(/#.*#/, ' ')).sort()).toEqual([
      'fact erased',
      'subscriber',
    ]);
    expect(await recordsOf(id)).toMatchObject([
      { kind: 'erased', details: { by: 'author', reason: 'by letter' } },
    ]);
  });

  test('and the door’s log has told nobody’s name', async () => {
    const logs =
      await there.outside.json<readonly { function: string; text: string }[]>('/_local/logs');
    const own = logs.filter((line) => line.function === 'errands').map(({ text }) => text);
    expect(own.length).toBeGreaterThan(4);
    expect(own.join('\n')).not.toMatch(/@|subscriber#/);
    expect(own.join('\n')).not.toContain(there.id);
    expect(own[0]).toBe('{"event":"errand","done":1}');
  });
});
