import type { Quota } from '../../../functions/core/sending/pace.ts';
import { PRICES } from '../../bench/prices.ts';
import { overheadOf, SES_MAIL } from '../../bench/scale.ts';

/** Bytes that a read unit reads, when it may be a moment behind (DynamoDB, "Read consistency"). */
const UNIT_BYTES = 2 * 4096;

/** What going through a table costs, in dollars. @param bytes how large it is */
export const readingCosts = (bytes: number): number =>
  Math.ceil(bytes / UNIT_BYTES) * PRICES.readUnit;

/** An issue is five write units to a letter's four: that it waits is noted first (docs/decisions/043). */
const TELLING_WRITES = 1;

/** Everybody who takes the newsletter is looked at twice, each look a read that sees every write before it. */
const TELLING_READS = 2;

/**
 * What an issue costs, in dollars: SES, a mail as any other, and all else.
 *
 * @param mails  how many get it
 * @param takers who take the newsletter, and are looked at
 */
export const issueCosts = (
  mails: number,
  takers: number,
  { perSecond }: Pick<Quota, 'perSecond'>,
) => ({
  ses: mails * SES_MAIL,
  ours:
    mails * overheadOf(perSecond) +
    takers * (TELLING_WRITES * PRICES.writeUnit + TELLING_READS * PRICES.readUnit),
});
