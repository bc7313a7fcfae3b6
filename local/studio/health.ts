import * as z from 'zod/mini';
import { runChecks } from '../account/check.ts';
import { CHECKS } from '../account/checks.ts';
import { dnsOf } from '../account/dns.ts';
import { placeInWords } from '../account/place.ts';
import { allWell, summary, tableOf } from '../account/report.ts';
import { lookAround, openSession, type Session } from '../account/session.ts';
import { readSettings } from '../account/settings.ts';
import { localCloud, toldBy } from '../account/told-by.ts';
import { dnsRecord, localResolver } from '../cloud/account/dns.ts';
import { ACCOUNT } from '../cloud/template/names.ts';
import type { Studio } from './studio.ts';

/** One of the doctor's checks, as its page shows it. */
export interface HealthLine {
  readonly id: string;
  readonly is: 'ok' | 'todo' | 'wrong' | 'skipped';
  readonly what: string;
  /** What mends it: a command, sentences, or records as a provider's form asks for them. */
  readonly how: readonly { readonly is: 'run' | 'say' | 'records'; readonly text: string }[];
}

export interface Health {
  readonly place: string;
  readonly summary: string;
  readonly allWell: boolean;
  readonly checks: readonly HealthLine[];
}

/** All that `npm run doctor` looks at. */
export async function healthOf(studio: Studio): Promise<Health> {
  const session = await sessionOf(studio);
  const world = await lookAround(session);
  const all = await runChecks(CHECKS, world, () => undefined);
  return {
    place: placeInWords(session.place),
    summary: summary(all),
    allWell: allWell(all),
    checks: all.map((found) => ({
      id: found.id,
      is: found.is,
      what: found.is === 'skipped' ? `waits for ${found.waitsFor}` : found.what,
      how: 'how' in found ? found.how.map(howOf) : [],
    })),
  };
}

function howOf(
  how:
    | { readonly run: string }
    | { readonly say: string }
    | { readonly records: Parameters<typeof tableOf>[0] },
): HealthLine['how'][number] {
  if ('run' in how) return { is: 'run', text: how.run };
  if ('say' in how) return { is: 'say', text: how.say };
  return { is: 'records', text: tableOf(how.records).join('\n') };
}

/** An account as commands find it, or the one that a local cloud plays, with its DNS. */
async function sessionOf({ outside, wishes }: Studio): Promise<Session> {
  const { local } = wishes.values;
  if (local === undefined) return openSession(outside, wishes);
  const { config } = await localCloud(local, z.object({ endpoint: z.string() }));
  const records = await toldBy(local, '/_local/dns', z.array(dnsRecord));
  return {
    outside: { ...outside, dns: dnsOf(localResolver(() => records)) },
    wishes,
    settings: readSettings(outside.contentDir, wishes.context, outside.configFile),
    place: { ...config, account: ACCOUNT, profile: undefined },
  };
}
