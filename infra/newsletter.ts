import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { Door } from './door.ts';
import { callEvery } from './schedule.ts';
import { OF_NEWSLETTER } from './sending.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface NewsletterProps {
  readonly code: string;
  readonly table: SubscriberTable;
  readonly alarms: Alarms;
}

/** Issues begin their way when their day comes; how they are sent is the sending's. */
export class Newsletter extends Construct {
  readonly door: Door<'publish'>;

  constructor(scope: Construct, id: string, { code, table, alarms }: NewsletterProps) {
    super(scope, id);
    this.door = new Door(this, 'Door', {
      door: 'publish',
      code,
      environment: { TABLE_NAME: table.name },
      memorySize: 512,
      // It works for forty seconds at the most, and finishes the page that it is at.
      timeout: Duration.seconds(58),
      description: 'Every minute: issues of the newsletter whose day comes begin their way',
    });
    this.door.allow(['dynamodb:Query'], [table.newsletterIndexArn]);
    this.door.allow(['dynamodb:Query', 'dynamodb:PutItem'], [table.arn], OF_NEWSLETTER);
    // That an issue waits for somebody is noted in their own item.
    this.door.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [table.arn]);
    callEvery(this, 'EveryMinute', Duration.minutes(1), this.door);
    alarms.onSilence('PublishSilent', this.door.function, 'the-newsletter-stands-still');
  }
}
