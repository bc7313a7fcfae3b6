import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { Door } from './door.ts';
import type { Proofs } from './proofs.ts';
import { callEvery } from './schedule.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface RedactionProps {
  readonly code: string;
  readonly proofs: Proofs;
  readonly table: SubscriberTable;
  readonly alarms: Alarms;
}

/** Under which key counters lie (adapters/counter-items.ts). */
const COUNTS = 'counts';

/** A proof names its reader for so long at the most. */
const PERIOD = Duration.minutes(15);
/** Two calls long, as a schedule is late by up to a minute: one that comes late is no silence. */
const SILENCE = Duration.minutes(2 * PERIOD.toMinutes());

/**
 * Takes addresses, subjects and links out of the proofs. Firehose itself could, by a Lambda between; one that fails
 * three times makes it put the records elsewhere and go on, so that a mail would look as if it had not gone, and go again.
 */
export class Redaction extends Construct {
  readonly door: Door<'redact'>;

  constructor(scope: Construct, id: string, { code, proofs, table, alarms }: RedactionProps) {
    super(scope, id);
    this.door = new Door(this, 'Door', {
      door: 'redact',
      code,
      environment: { TABLE_NAME: table.name, ...proofs.environment },
      memorySize: 256,
      // What comes in between two calls at the highest rate is half a gigabyte, half a minute of work.
      timeout: Duration.minutes(5),
      description:
        'Every quarter of an hour: counts proofs of sending, takes addresses out of them',
    });
    proofs.allowRedacting(this.door);
    // And counts them, which is all that it may write there.
    this.door.allow(['dynamodb:UpdateItem'], [table.arn], {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [COUNTS] },
    });
    callEvery(this, 'EveryQuarter', PERIOD, this.door);
    alarms.onSilence('RedactSilent', this.door.function, 'proofs-keep-addresses', SILENCE);
  }
}
