import { describe, expect, test } from 'vitest';
import { inboxKey, outcomeKey, writtenKey } from '../../functions/adapters/inbound.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { runErrand } from '../../functions/errands/run-errand.ts';
import { at, claim, request } from '../support/builders.ts';
import { address, again, anAddress, ERASE, errandsTable, shown } from '../support/errands.ts';
import { REMOVED } from '../support/fake-library.ts';
import { notSent } from '../support/fake-sending-world.ts';
import { freshId, itemOf } from '../support/stored-items.ts';

/** What the errands door does for a reader, on a real table: once, whatever breaks off, and with its record. */

const NOW = at('2026-11-23T12:00:00Z');

const { items, world: aWorld, stored, errand, itemsOf, factsOf } = errandsTable();
const kindsOf = (mails: readonly { readonly tags: Readonly<Record<string, string>> }[]) =>
  mails.map(({ tags }) => tags['kind']);
const THROTTLED = notSent('hold');

describe('a letter again', () => {
  test('goes to its reader, moves nothing, and is on their record', async () => {
    const ann = await stored();
    const { world, mails } = aWorld();
    const task = { ...again(), reason: 'it got lost' };
    const before = (await itemsOf(ann)).find(({ sk }) => sk === 'subscriber');
    expect(await runErrand(world, errand(ann, task))).toEqual({ is: 'done' });
    expect(mails).toMatchObject([{ to: ann.address, tags: { kind: 'again' }, stream: 'letters' }]);
    expect(mails[0]?.raw).toContain('closeness');
    expect(await itemsOf(ann)).toEqual([
      {
        sk: `fact#${NOW}#changed`,
        by: 'author',
        channel: 'author',
        what: 'again',
        letter: 'closer.closeness',
        reason: 'it got lost',
      },
      before,
    ]);
  });

  test('goes to who has paused, and while another letter is on its way', async () => {
    const paused = await stored({ standing: { is: 'paused', since: NOW } });
    const inFlight = await stored({ claim: claim(NOW) });
    const { world, mails } = aWorld();
    for (const one of [paused, inFlight]) {
      expect(await runErrand(world, errand(one, again()))).toEqual({ is: 'done' });
    }
    expect(mails).toHaveLength(2);
    expect((await itemsOf(inFlight)).at(-1)).toHaveProperty('claim');
  });

  test('is counted with those that they ask for themselves, six a day', async () => {
    const ann = await stored();
    const { world, mails, setNow } = aWorld();
    for (let sent = 0; sent < 6; sent += 1) await runErrand(world, errand(ann, again()));
    const seventh = errand(ann, again());
    const over = { is: 'refused', because: 'too-many' };
    expect(await runErrand(world, seventh)).toEqual(over);
    expect(mails).toHaveLength(6);
    setNow('2026-11-24T12:00:00Z');
    expect(await runErrand(world, seventh), 'its answer stays').toEqual(over);
    expect(await runErrand(world, errand(ann, again()))).toEqual({ is: 'done' });
  });

  test('that SES does not take is on the record as such, and nobody knows of one without an answer', async () => {
    const [ann, bo] = [await stored(), await stored()];
    const { world, answersWith } = aWorld();
    answersWith(THROTTLED);
    expect(await runErrand(world, errand(ann, again()))).toEqual({
      is: 'refused',
      because: 'not-sent',
    });
    expect(await factsOf(ann)).toMatchObject([{ what: 'again', because: 'not-sent' }]);
    answersWith({ is: 'in-doubt', why: 'TimeoutError' });
    expect(await runErrand(world, errand(bo, again()))).toEqual({ is: 'in-doubt' });
    expect(await factsOf(bo)).toEqual([expect.not.objectContaining({ because: 'not-sent' })]);
  });
});

describe('another address', () => {
  test('is asked by a button in its mailbox, and nothing changes', async () => {
    const ann = await stored();
    const { world, mails, idOf } = aWorld();
    const to = anAddress();
    expect(await runErrand(world, errand(ann, address(to)))).toEqual({ is: 'done' });
    expect(mails).toMatchObject([
      { to, tags: { kind: 'new-address', subscriber: idOf(to) }, stream: 'sign-ups' },
    ]);
    const [fact, move, still] = await itemsOf(ann);
    expect(fact).toEqual({
      sk: `fact#${NOW}#changed`,
      by: 'author',
      channel: 'author',
      what: 'address',
    });
    expect(move).toMatchObject({ sk: 'move', to });
    expect(still).toEqual(shown(itemOf(ann)));
  });

  test('typed again has no other mail, and its button works for another hour', async () => {
    const ann = await stored();
    const { world, mails, setNow } = aWorld();
    const to = anAddress();
    await runErrand(world, errand(ann, address(to)));
    setNow('2026-11-23T13:30:00Z');
    expect(await runErrand(world, errand(ann, address(to)))).toEqual({ is: 'lies-there' });
    expect(mails).toHaveLength(1);
    expect(await factsOf(ann)).toHaveLength(2);
    expect((await itemsOf(ann)).find(({ sk }) => sk === 'move')).toMatchObject({
      at: '2026-11-23T13:30:00Z',
      button: NOW,
    });
  });

  test('of somebody who reads is told to them, once, and nothing changes', async () => {
    const [ann, bo] = [await stored(), await stored()];
    const { world, mails, idOf } = aWorld();
    const to = anAddress();
    const known = await stored({ id: idOf(to), address: to as never });
    expect(await runErrand(world, errand(ann, address(to)))).toEqual({ is: 'taken' });
    expect(await runErrand(world, errand(bo, address(to)))).toEqual({
      is: 'refused',
      because: 'not-mailed',
    });
    expect(kindsOf(mails)).toEqual(['address-taken']);
    expect(await factsOf(known)).toEqual([]);
    expect(await factsOf(bo), 'nothing went, and nothing is told').toEqual([]);
  });

  test('of who wants no mail for what others type gets none', async () => {
    const ann = await stored();
    const { world, mails, idOf } = aWorld();
    const to = anAddress();
    await stored({ id: idOf(to), standing: { is: 'left', at: NOW, by: 'page' }, quiet: true });
    const refused = { is: 'refused', because: 'not-mailed' };
    expect(await runErrand(world, errand(ann, address(to)))).toEqual(refused);
    expect(mails).toEqual([]);
  });

  test('is asked for three times a day, as on their page', async () => {
    const ann = await stored();
    const { world, mails } = aWorld();
    for (let sent = 0; sent < 3; sent += 1) {
      await runErrand(world, errand(ann, address(anAddress())));
    }
    const refused = { is: 'refused', because: 'too-many' };
    expect(await runErrand(world, errand(ann, address(anAddress())))).toEqual(refused);
    expect(mails).toHaveLength(3);
  });

  test('whose mail SES does not take leaves the week open, and says so', async () => {
    const ann = await stored();
    const { world, mails, answersWith, setNow } = aWorld();
    const to = anAddress();
    answersWith(THROTTLED);
    const refused = { is: 'refused', because: 'not-sent' };
    expect(await runErrand(world, errand(ann, address(to)))).toEqual(refused);
    expect(await factsOf(ann)).toMatchObject([{ what: 'address', because: 'not-sent' }]);
    answersWith(undefined);
    setNow('2026-11-23T12:05:00Z');
    expect(await runErrand(world, errand(ann, address(to)))).toEqual({ is: 'done' });
    expect(mails).toHaveLength(1);
  });

  test('that SES will never take is not tried again this week', async () => {
    const ann = await stored();
    const { world, mails, answersWith } = aWorld();
    const to = anAddress();
    answersWith(notSent('suppress'));
    const refused = { is: 'refused', because: 'not-sent' };
    expect(await runErrand(world, errand(ann, address(to)))).toEqual(refused);
    answersWith(undefined);
    expect(await runErrand(world, errand(ann, address(to)))).toEqual({ is: 'lies-there' });
    expect(mails).toEqual([]);
  });
});

describe('erasing', () => {
  test('leaves the fact of it, and why; their mails go first', async () => {
    const ann = await stored();
    await items().put({ ...writtenKey(ann.id, 'mail-1'), v: 1, receivedAt: NOW });
    await items().put({ ...outcomeKey('mail-1'), v: 1, stage: 'done', reader: ann.id });
    await items().put({ ...inboxKey('mail-1', NOW), v: 1 });
    const { world, mails, removed } = aWorld();
    expect(await runErrand(world, errand(ann, ERASE))).toEqual({ is: 'done' });
    expect(removed).toEqual(['mail-1']);
    expect(await items().get(outcomeKey('mail-1'))).toBeUndefined();
    expect(await items().get(inboxKey('mail-1', NOW))).toBeUndefined();
    const [fact, remains, ...more] = await itemsOf(ann);
    expect(more).toEqual([]);
    expect(fact).toMatchObject({ sk: `fact#${NOW}#erased`, by: 'author', reason: 'by letter' });
    expect(remains).toMatchObject({ secret: 'fresh-1', standing: { because: 'erased' } });
    expect(JSON.stringify(remains)).not.toContain(ann.address);
    expect(mails).toEqual([]);
  });

  test('of who was erased already is nothing, by another errand', async () => {
    const ann = await stored();
    const { world } = aWorld();
    const first = errand(ann, ERASE);
    expect(await runErrand(world, first)).toEqual({ is: 'done' });
    expect(await runErrand(world, first), 'the same one was done').toEqual({ is: 'done' });
    expect(await runErrand(world, errand(ann, ERASE))).toEqual({ is: 'unchanged' });
  });
});

describe('is refused, changes nothing, and sends nothing', () => {
  const LEFT = { is: 'left', at: NOW, by: 'page' } as const;
  const GONE = { is: 'suppressed', at: NOW, because: 'hard-bounce' } as const;
  test.for<[reason: string, fields: Partial<Subscriber>, task: object, because: string]>([
    ['a letter, to who left', { standing: LEFT }, again(), 'has-left'],
    ['a letter, to a mailbox that is gone', { standing: GONE }, again(), 'suppressed'],
    ['a letter that they never had', {}, again('emotional'), 'no-such-letter'],
    ['a letter that is there no more', {}, again(REMOVED), 'no-such-letter'],
    ['an address, for who left', { standing: LEFT }, address('a@example.org'), 'has-left'],
    [
      'an address, for who may not be mailed',
      { standing: GONE },
      address('a@example.org'),
      'suppressed',
    ],
    [
      'the address that they have',
      { address: 'a@example.org' as never },
      address('a@example.org'),
      'same-address',
    ],
  ])('%s', async ([, fields, task, because]) => {
    const ann = await stored(fields);
    const before = await itemsOf(ann);
    const { world, mails } = aWorld();
    expect(await runErrand(world, errand(ann, task))).toEqual({ is: 'refused', because });
    expect(await itemsOf(ann)).toEqual(before);
    expect(mails).toEqual([]);
  });

  test('anything, of somebody who is not there, or has only asked', async () => {
    const { world, mails } = aWorld();
    const asked = request({ id: freshId() });
    await items().put(itemOf(asked));
    for (const one of [{ id: freshId() }, asked]) {
      for (const task of [again(), address('a@example.org'), ERASE]) {
        expect(await runErrand(world, errand(one, task))).toEqual({ is: 'unknown' });
      }
    }
    expect(mails).toEqual([]);
  });

  test('what was decided before another table, and what is no errand', async () => {
    const ann = await stored();
    const { world, mails } = aWorld();
    const elsewhere = { ...errand(ann, ERASE), table: 'another' };
    expect(await runErrand(world, elsewhere)).toEqual({ is: 'refused', because: 'other-table' });
    expect(await runErrand(world, { do: 'all' })).toEqual({
      is: 'refused',
      because: 'not-understood',
    });
    expect(await itemsOf(ann)).toEqual([shown(itemOf(ann))]);
    expect(mails).toEqual([]);
  });
});
