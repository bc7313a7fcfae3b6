import { describe, expect, test } from 'vitest';
import { runChecks } from '../../local/account/check.ts';
import { BEFORE, CHECKS } from '../../local/account/checks.ts';
import { allWell, summary } from '../../local/account/report.ts';
import { LEAVE } from './cases-of-leave.ts';
import { LIFE } from './cases-of-life.ts';
import { PLACE } from './cases-of-place.ts';
import { type Differs, empty, printed, sendingAccount, worldThat } from './fake-account.ts';

const none = undefined;
/** An account that nobody has used. */
const fresh = {
  account: { receiving: async () => ({ is: 'inactive' as const }), identity: async () => none },
  world: empty.world,
} satisfies Differs;
const CASES = [...PLACE, ...LEAVE, ...LIFE];

describe('a check says what it found', () => {
  test.for(CASES)('%s (%s)', async ([, id, differs, line]) => {
    expect((await printed(id, worldThat(differs))).slice(0, line.length)).toBe(line);
  });

  test('each check has a case in which it is not well', () => {
    const seen = new Set(CASES.filter(([, , , line]) => !line.startsWith('✓')).map(([, id]) => id));
    expect(CHECKS.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('all checks together', () => {
  test('find nothing where all is well', async () => {
    const all = await runChecks(CHECKS, worldThat(), () => undefined);
    expect(all.filter(({ is }) => is !== 'ok')).toEqual([]);
    expect(allWell(all)).toBe(true);
  });

  test('do not ask what has nothing to be asked of before the first deployment', async () => {
    const all = await runChecks(CHECKS, worldThat(fresh), () => undefined);
    expect(all.filter(({ is }) => is === 'skipped').map(({ id }) => id)).toEqual(
      CHECKS.filter(({ when }) => when === 'after').map(({ id }) => id),
    );
    expect(allWell(all)).toBe(false);
    expect(summary(all)).toBe('10 well, 1 yours to do, 12 not looked at');
  });

  test('of a deployment: what is the author’s to do stops nothing', async () => {
    const world = worldThat({
      world: fresh.world,
      config: { concurrency: 10 },
      account: Object.assign({ concurrency: async () => 10 }, fresh.account),
    });
    const all = await runChecks(BEFORE, world, () => undefined);
    expect(all.filter(({ is }) => is === 'wrong')).toEqual([]);
  });

  test.for<readonly [reason: string, Differs]>([
    [
      'a rule set of ours that was deactivated: to deploy activates it',
      { account: { receiving: async () => ({ is: 'inactive' }) } },
    ],
    ...(
      [
        ['AWS watches the account', { enforcement: 'PROBATION' }],
        ['AWS stopped its sending', { enforcement: 'SHUTDOWN', sendingEnabled: false }],
        ['AWS said no to writing to strangers', { production: false, review: 'DENIED' }],
      ] as const
    ).map(
      ([reason, told]) =>
        [reason, { account: { sendingAccount: async () => sendingAccount(told) } }] as const,
    ),
  ])(
    'of a deployment: what it mends or does not need stops nothing, as %s',
    async ([, differs]) => {
      const all = await runChecks(BEFORE, worldThat(differs), () => undefined);
      expect(all.filter(({ is }) => is === 'wrong')).toEqual([]);
    },
  );

  test('go on when one may not look', async () => {
    const denied = Object.assign(new Error('User ann is not authorized'), { name: 'AccessDenied' });
    const world = worldThat({
      account: {
        bootstrapVersion: () => Promise.reject(denied),
        concurrency: () => Promise.reject(new Error('no such thing')),
      },
    });
    const all = await runChecks(CHECKS, world, () => undefined);
    expect(all.filter(({ is }) => is !== 'ok')).toEqual([
      {
        id: 'bootstrap',
        is: 'wrong',
        what:
          'could not be looked at: These credentials may not do that. Use those of an ' +
          'administrator of the account.',
        how: [],
      },
      {
        id: 'concurrency',
        is: 'wrong',
        what: 'could not be looked at: Error: no such thing',
        how: [],
      },
    ]);
  });
});
