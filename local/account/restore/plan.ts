import { isDeepStrictEqual } from 'node:util';
import { isMovedTo, movedToIn } from '../../../functions/adapters/former-ids.ts';
import { idInKey } from '../../../functions/adapters/item.ts';
import type { Attributes } from '../../../functions/adapters/stored.ts';
import type { Fact } from '../../../functions/core/reader/fact.ts';
import type { Loss } from '../../../functions/core/reader/restore.ts';
import { epochSeconds, type Instant } from '../../../functions/core/time.ts';
import { type LinkSecret, nameOfSecret, type SecretName } from '../../../functions/core/token.ts';
import { type Fate, fateOf, fateOfRequest } from './decide.ts';
import { type Ends, isErased, isIdKey, isRequest, isSubscriber } from './ends.ts';

/** One conditional write, with the record of it where it is about a subscriber. */
export type Write = { readonly fact?: Fact } & (
  | { readonly is: 'put'; readonly item: Attributes }
  | (Fate & { readonly is: 'completed' | 'mended' })
);

/** How many items come to what. */
export type Tally = Readonly<Record<Fate['is'] | 'beside', number>>;

/** All that a restore would do, or why it can't be done. */
export type RestorePlan =
  | { readonly is: 'plan'; readonly writes: readonly Write[]; readonly tally: Tally }
  | { readonly is: 'other-key' };

/** What is of the moment alone: a tick's memory, what is counted by the hour or day, a probe, a shutdown. */
const OF_THE_MOMENT = /^(dispatch|rate#.*|sign-ups|returned#.*|probe|closing)$/;

/**
 * @param copy every item of the copy
 * @param live every item of the live table
 */
export function planRestore(
  copy: readonly Attributes[],
  live: readonly Attributes[],
  ends: Ends | undefined,
  loss: Loss,
): RestorePlan {
  const there = new Map(live.map((item) => [keyOf(item), item]));
  const key = live.find(isIdKey);
  const kept = copy.find(isIdKey) ?? ends?.idKey;
  if (key !== undefined && kept !== undefined && !isDeepStrictEqual(key['key'], kept['key'])) {
    return { is: 'other-key' };
  }
  const people = copy.filter(isSubscriber).map((item) => ({
    pk: item['pk'],
    item,
    fate: fateOf(item, there.get(keyOf(item)), ends, loss),
  }));
  const asked = copy.filter(isRequest).flatMap((item) => {
    const known = there.get(keyOf({ ...item, sk: 'subscriber' }));
    return fateOfRequest(item, there.get(keyOf(item)), known, ends, loss) ?? [];
  });
  const gone = new Set(people.filter(leavesNothing).map(({ pk }) => pk));
  const links = secretsOf([
    ...live,
    ...people.flatMap<Attributes>(({ fate }) => itemIn(fate) ?? []),
  ]);
  const known = new Set([...live.filter(isSubscriber), ...people].map(({ pk }) => pk));
  const beside = [
    ...(key === undefined && kept !== undefined ? [kept] : []),
    ...copy
      .filter((item) => !isSubscriber(item) && !isRequest(item) && !isIdKey(item))
      .filter((item) => !gone.has(item['pk']) && !there.has(keyOf(item)))
      .filter((item) => !OF_THE_MOMENT.test(String(item['pk'])) && !hasExpired(item, loss))
      // A fact of somebody who is in neither table is nobody's.
      .filter(({ pk }) => idInKey(pk) === undefined || known.has(pk))
      .filter((item) => !isMovedTo(item['sk']) || links.has(movedToIn(item).reader)),
  ];
  const fates = [...people.map(({ fate }) => fate), ...asked];
  return {
    is: 'plan',
    writes: [
      ...people.flatMap(({ fate }) => writeOf(fate, recordOf(fate, loss.now))),
      // Who never confirmed has no record of anything.
      ...asked.flatMap((fate) => writeOf(fate)),
      ...beside.map((item) => ({ is: 'put', item }) as const),
    ],
    tally: tallyOf(fates, beside.length),
  };
}

const keyOf = ({ pk, sk }: Attributes): string => `${pk}\n${sk}`;

/** Beside whom the copy has nothing that may be there; beside whoever is erased in it lies the record of that. */
const leavesNothing = ({
  item,
  fate: { is },
}: {
  readonly item: Attributes;
  readonly fate: Fate;
}) =>
  is === 'erased' || is === 'forgotten' || is === 'moved' || (is === 'remains' && !isErased(item));

const itemIn = (fate: Fate): Attributes | undefined => ('item' in fate ? fate.item : undefined);

/** By which readers are known, and links that lead to them: those of whoever was erased lead nowhere. */
const secretsOf = (items: readonly Attributes[]): ReadonlySet<SecretName> =>
  new Set(
    items
      .filter(isSubscriber)
      .flatMap(({ secret }) =>
        typeof secret === 'string' ? nameOfSecret(secret as LinkSecret) : [],
      ),
  );

const hasExpired = ({ expiresAt }: Attributes, { now }: Loss): boolean =>
  typeof expiresAt === 'number' && expiresAt <= epochSeconds(now);

function writeOf(fate: Fate, fact?: Fact): readonly Write[] {
  const record = fact && { fact };
  if (fate.is === 'completed' || fate.is === 'mended') return [{ ...fate, ...record }];
  return 'item' in fate ? [{ is: 'put', item: fate.item, ...record }] : [];
}

/** What is kept of it beside the reader. Of whoever was erased nothing is. */
const recordOf = ({ is }: Fate, at: Instant): Fact | undefined =>
  is === 'remains'
    ? undefined
    : { kind: 'restored', at, details: { by: 'author', channel: 'restore', what: is } };

function tallyOf(fates: readonly Fate[], beside: number): Tally {
  const count = (is: Fate['is']) => fates.filter((fate) => fate.is === is).length;
  return {
    'brought-back': count('brought-back'),
    'stays-ended': count('stays-ended'),
    completed: count('completed'),
    mended: count('mended'),
    unchanged: count('unchanged'),
    erased: count('erased'),
    remains: count('remains'),
    forgotten: count('forgotten'),
    moved: count('moved'),
    'by-hand': count('by-hand'),
    beside,
  };
}

const WORDS: Readonly<Record<keyof Tally, string>> = {
  'brought-back': 'come back: the live table does not know them',
  'stays-ended': 'come back as ended: they left, or can’t be mailed, and stay so',
  completed: 'get back what their item lost: letters received, courses',
  mended: 'are mended: their item could not be read',
  unchanged: 'are as they were, and stay so',
  erased: 'were erased since, and stay erased',
  remains: 'were erased, and only that is noted again',
  forgotten: 'never confirmed, and are forgotten',
  moved: 'moved to another address since, and stay there',
  'by-hand': 'can’t be read, and need you: docs/runbook.md, "An item cannot be read"',
  beside: 'items beside them: consent, check-ins, what became of replies',
};

/** The tally in lines: counts, and nobody's address. */
export const tallyInWords = (tally: Tally): readonly string[] =>
  (Object.keys(WORDS) as (keyof Tally)[])
    .filter((is) => tally[is] > 0)
    .map((is) => `${String(tally[is]).padStart(7)}  ${WORDS[is]}`);
