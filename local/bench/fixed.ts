import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ISSUE_SHARDS, SHARDS } from '../../functions/adapters/item.ts';
import { lambdaSeconds, PRICES } from './prices.ts';
import type { Row } from './row.ts';

const MONTH_SECONDS = 30 * 86_400;
/** Lambda keeps five pollers at a queue, each waiting 20 seconds for a message (services-sqs-scaling). */
const POLLERS = 5;
const POLL_SECONDS = 20;
/** A tick that finds nobody: one eventually consistent read of each shard, and of where it stood. */
const TICK_READ_UNITS = (SHARDS.length + ISSUE_SHARDS.length + 1) * 0.5;
const TICK_SECONDS = 0.15;
const TICK_MEMORY = 256;
/** How often it is looked for proofs that still name somebody: one list, when there are none (infra/redaction.ts). */
const REDACTION_SECONDS = 15 * 60;
const REDACT_SECONDS = 0.3;
const REDACT_MEMORY = 256;
/** A minute in which no issue is on its way: one read of where they stand (infra/newsletter.ts). */
const PUBLISH_READ_UNITS = 0.5;
const PUBLISH_SECONDS = 0.15;
const PUBLISH_MEMORY = 512;

/**
 * What thirty days cost in which nobody writes and nobody reads: for most authors more than sending. Without
 * what is kept (a gigabyte of table is $0.25) and without the hosted zone ($0.50).
 *
 * @param types of the stack's resources
 */
export function idleMonth(types: readonly string[]): number {
  const count = (type: string) => types.filter((one) => one === type).length;
  const polls = count('AWS::Lambda::EventSourceMapping') * POLLERS * (MONTH_SECONDS / POLL_SECONDS);
  const tick =
    TICK_READ_UNITS * PRICES.readUnit +
    PRICES.sqsRequest +
    PRICES.lambdaRequest +
    lambdaSeconds(TICK_SECONDS, TICK_MEMORY);
  const publisher =
    PUBLISH_READ_UNITS * PRICES.readUnit +
    PRICES.lambdaRequest +
    lambdaSeconds(PUBLISH_SECONDS, PUBLISH_MEMORY);
  const redaction =
    PRICES.s3Put + PRICES.lambdaRequest + lambdaSeconds(REDACT_SECONDS, REDACT_MEMORY);
  return (
    count('AWS::CloudWatch::Alarm') * PRICES.alarmMonth +
    polls * PRICES.sqsRequest +
    (MONTH_SECONDS / 60) * (tick + publisher) +
    (MONTH_SECONDS / REDACTION_SECONDS) * redaction
  );
}

/** The same, of the template that ships. */
export function fixedRows(assemblyDir: string, dollarsPerLesson: number): readonly Row[] {
  const template = JSON.parse(
    readFileSync(join(assemblyDir, 'Kindling.template.json'), 'utf8'),
  ) as { readonly Resources: Readonly<Record<string, { readonly Type: string }>> };
  const fixed = idleMonth(Object.values(template.Resources).map(({ Type }) => Type));
  return [
    { name: 'a month in which nothing is sent', unit: '$', value: fixed, gate: 3 },
    {
      name: '  lessons a month whose sending costs as much',
      unit: '',
      value: fixed / dollarsPerLesson,
    },
  ];
}
