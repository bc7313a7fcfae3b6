import { describe, expect, test } from 'vitest';
import { fromItem, leaverFrom } from '../../functions/adapters/read-subscriber.ts';
import { type Attributes, MalformedItem, NewerItem } from '../../functions/adapters/stored.ts';
import { nameOf } from '../../functions/runtime/trace.ts';
import { at, claim } from '../support/builders.ts';
import { itemOf, ofNewerMajor, someone } from '../support/stored-items.ts';

const DUE = at('2026-11-22T07:00:00Z');
/** A second look at a letter that was in doubt before. */
const CLAIM = claim(at('2026-11-22T07:16:00Z'), {
  zone: 'Asia/Tokyo' as never,
  due: at('2026-11-22T06:45:00Z'),
  since: at('2026-11-22T06:46:00Z'),
  tried: at('2026-11-22T06:47:00Z'),
});
const ANN = someone({ claim: CLAIM, dueAt: DUE });
const ITEM = itemOf(ANN);
/** Stands for what must never be in an error: an address, a name, a token. */
const PRIVATE = 'ann.private@example.com';

/** The item with another value at a path. */
function having(path: string, value: unknown, item: Attributes = ITEM): Attributes {
  const [name = '', ...rest] = path.split('.');
  const inner = item[name];
  if (rest.length === 0) return { ...item, [name]: value };
  if (Array.isArray(inner)) return { ...item, [name]: [having(rest.join('.'), value, inner[0])] };
  return { ...item, [name]: having(rest.join('.'), value, inner as Attributes) };
}

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it could be read');
}

test('what this code writes it reads', () => {
  expect(fromItem(ITEM)).toEqual(ANN);
});

describe('a field that is not what it should be is named, and its value is not', () => {
  const MISSING = undefined;
  const rows: readonly [field: string, value: unknown, reason: string][] = [
    ['pk', `subscriber#${PRIVATE}`, 'an id is sixteen letters'],
    ['pk', 'issue#abcdefghijklmnop', 'something else lies there'],
    ['v', PRIVATE, 'a version is a number'],
    ['address', MISSING, 'nobody to write to'],
    ['address', `${PRIVATE}\r\nBcc: eve@example.com`, 'it would be a header of somebody’s choice'],
    ['address', 17, 'not text'],
    ['name', { first: PRIVATE }, 'not text'],
    ['zone', MISSING, 'no day is theirs without one'],
    ['zone', `${PRIVATE} time`, 'no zone has a space'],
    ['hour', 24, 'the day has 24 of them, from nought'],
    ['hour', '8', 'text where a number was'],
    ['days', '', 'no day at all'],
    ['days', '71', 'out of order: the schedule looks digits up as they are'],
    ['standing', 'active', 'text where a map was'],
    ['standing.is', PRIVATE, 'a word this code does not know'],
    ['standing.since', MISSING, 'a pause has a beginning'],
    ['standing.since', '2026-13-22T07:00:00Z', 'there is no month 13'],
    ['standing.from', '28.11.2026', 'not how we write days'],
    ['standing.until', PRIVATE, 'not a day'],
    ['standing.absent', 'yes', 'it is there or it is not'],
    ['standing', { is: 'left', at: '2026-11-21T12:00:00Z', by: PRIVATE }, 'no way to leave'],
    ['standing', { is: 'suppressed', at: PRIVATE, because: 'complaint' }, 'not a moment'],
    ['standing', { is: 'pending' }, 'nobody could tell when to forget them'],
    ['enrollments', MISSING, 'they would get every lesson again'],
    ['enrollments', { 0: PRIVATE }, 'a map where a list was'],
    ['enrollments', [PRIVATE], 'text where a map was'],
    ['enrollments.course', 'Über', 'no folder’s name'],
    ['enrollments.track', 7, 'not text'],
    ['enrollments.welcomed', 'true', 'text where a yes or no was'],
    ['enrollments.received', MISSING, 'they would get every lesson again'],
    ['enrollments.received', ['closeness', null], 'a lesson without a name'],
    ['enrollments.earlier', 'closeness', 'text where a list was'],
    ['enrollments.earlier', ['closeness', 7], 'a lesson without a name'],
    ['newsletter', 1, 'consent is yes or no'],
    ['secret', '', 'links that anybody could make'],
    ['last', '2026-11-21', 'text where a map was'],
    ['last.at', 1_763_700_000, 'not how we write moments'],
    ['last.on', PRIVATE, 'not a day'],
    ['dueAt', '2026-11-22T08:00:00+01:00', 'it would sort among others'],
    ['claim.attempt', '', 'every attempt would be it'],
    ['claim.at', MISSING, 'no lease would ever end'],
    ['claimZone', '', 'not a zone'],
    ['claimSinceZone', '', 'not a zone'],
    ['revision', 1.5, 'changes are counted'],
    ['revision', null, 'no save would ever be the next one'],
  ];
  test.for(rows)('%s: %o (%s)', ([field, value]) => {
    const error = errorOf(() => fromItem(having(field, value)));
    expect(error).toBeInstanceOf(MalformedItem);
    const { name, message } = error as Error;
    const named = field.replace('enrollments.', 'enrollments[].');
    expect(name).toMatch(
      new RegExp(`^MalformedItem\\.subscriber\\.${named.replace(/[[\]]/g, '\\$&')}`),
    );
    expect(message).toContain(named);
    expect(nameOf(error), 'the log shows it').toBe(name);
    expect(`${name} ${message}`).not.toContain(PRIVATE);
  });
});

describe('what may be missing', () => {
  const rows: readonly [field: string, reason: string, reader: object][] = [
    ['v', 'the first items had no version', {}],
    ['name', 'nobody has to tell theirs', { name: undefined }],
    ['last', 'nobody had a letter at first', { last: undefined }],
    ['dueAt', 'nothing may be owed', { dueAt: undefined }],
    ['claimZone', 'the first claims had none', { claim: { ...CLAIM, zone: ANN.zone } }],
    [
      'claimSinceZone',
      'a doubt began where its claim was made',
      { claim: { ...CLAIM, sinceZone: CLAIM.zone } },
    ],
    ['claimSince', 'a doubt began with its claim', { claim: { ...CLAIM, since: CLAIM.at } }],
    ['claim.due', 'a claim was of the due moment that stood', { claim: { ...CLAIM, due: DUE } }],
    ['claim.tried', 'whoever claimed also sent', { claim: { ...CLAIM, tried: CLAIM.at } }],
  ];
  test.for(rows)('%s: %s', ([field, _reason, expected]) => {
    expect(fromItem(having(field, undefined))).toEqual({ ...ANN, ...expected });
  });
});

describe('the version', () => {
  test.for([1, undefined])('%o is read', (v) => {
    expect(fromItem({ ...ITEM, v })).toEqual(ANN);
  });

  test('a newer major one is refused by name, and without a word of what is in it', () => {
    const error = errorOf(() => fromItem(ofNewerMajor(having('address', PRIVATE))));
    expect(error).toBeInstanceOf(NewerItem);
    const { name, message } = error as Error;
    expect(name).toBe('NewerItem.subscriber');
    expect(`${name} ${message}`).not.toContain('example');
  });
});

describe('leaving asks an item of any version for four things', () => {
  const { id, secret, revision } = ANN;
  const rows: readonly [string, Attributes, is: string][] = [
    ['of this version', ITEM, 'paused'],
    ['of a newer major one', ofNewerMajor(ITEM), 'paused'],
    ['in a state of newer code', having('standing.is', 'resting'), 'resting'],
    ['with a field gone wrong', having('address', 17), 'paused'],
  ];
  test.for(rows)('%s', ([, item, is]) => {
    expect(leaverFrom(item)).toMatchObject({ id, secret, standing: { is }, revision });
  });

  test.for<readonly [stored: unknown, told: readonly object[], why: string]>([
    [ITEM['enrollments'], [{ course: 'closer' }], 'a page speaks as their letters do'],
    [
      [{ course: 'closer', pace: 'slow' }, { of: 'newer code' }],
      [{ course: 'closer' }],
      'the rest is left alone',
    ],
    [undefined, [], 'then it speaks as the publication does'],
    ['closer', [], 'no list of this code'],
  ])('and takes what it can get of courses: %o', ([enrollments, told]) => {
    expect(leaverFrom({ ...ITEM, enrollments }).enrollments).toEqual(told);
  });

  test.for(['secret', 'standing', 'revision'])('%s is one of them', (field) => {
    const { [field]: _, ...item } = ofNewerMajor(ITEM);
    expect(() => leaverFrom(item)).toThrow(new RegExp(field));
  });
});
