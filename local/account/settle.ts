import type { CheckWorld } from './check.ts';
import { named } from './check.ts';
import { isForeign } from './checks/identity.ts';
import { findDmarc } from './dmarc.ts';

/** Something about the account that the stack is made for, and that is found out rather than asked. */
export interface Settled {
  readonly key: 'identity' | 'dmarc' | 'concurrency' | 'sendRate';
  readonly value: string | number;
  readonly because: string;
}

/**
 * What an account or a zone had before the first deployment. It is written down once: later, what we
 * made ourselves would look the same.
 */
export async function toSettle(world: CheckWorld): Promise<readonly Settled[]> {
  const { account, subject } = world;
  const settled: Settled[] = [];
  if (subject.identity === 'ours' && isForeign(world, await account.identity(subject.domain))) {
    const because = `SES knew ${subject.domain} before this stack did`;
    settled.push({ key: 'identity', value: 'adopt', because });
  }
  const because = await strangersDmarc(world);
  if (because !== undefined) settled.push({ key: 'dmarc', value: 'theirs', because });
  const most = await account.concurrency();
  if (most > subject.concurrency) {
    const allowed = `${most} Lambdas may run at once`;
    settled.push({ key: 'concurrency', value: most, because: allowed });
  }
  const { perSecond } = await account.sendingAccount();
  if (perSecond > subject.sendRate) {
    const because = `SES takes ${perSecond} mails a second`;
    settled.push({ key: 'sendRate', value: Math.floor(perSecond), because });
  }
  return settled;
}

/** Without a zone, the record that we once asked the author to make can't be told from another. */
async function strangersDmarc(world: CheckWorld): Promise<string | undefined> {
  const { dns, subject, stack } = world;
  const isOurs = named(world, 'AWS::Route53::RecordSet').includes(`_dmarc.${subject.domain}`);
  const isPrinted = stack?.outputs['WebUrl'] !== undefined && subject.hostedZoneId === '';
  if (subject.dmarc === 'theirs' || isOurs || isPrinted) return undefined;
  const found = await findDmarc(dns, subject.domain);
  return found && `the policy "${found.policy}" of ${found.at} applies already`;
}
