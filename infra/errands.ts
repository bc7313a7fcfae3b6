import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Door } from './door.ts';
import type { MailIdentity } from './identity.ts';
import type { Replies } from './replies.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface ErrandsProps {
  readonly code: string;
  readonly table: SubscriberTable;
  readonly identity: MailIdentity;
  readonly replies: Replies;
  readonly replyDomain: string;
  readonly webUrl: string;
}

/** What is kept under a reader, and beside the mails that they wrote (adapters/own-data.ts). */
const THEIRS = ['subscriber#*', 'inbound#*', 'inbox#*'];

/**
 * What the author's desk has done for a reader by that reader's secret. Nothing calls it but whoever may act at the
 * desk (desk-rights.ts), who waits for the answer: an errand lies in no queue.
 */
export class Errands extends Construct {
  readonly door: Door<'errands'>;

  constructor(scope: Construct, id: string, props: ErrandsProps) {
    super(scope, id);
    const { table, identity, replies } = props;
    this.door = new Door(this, 'Door', {
      door: 'errands',
      code: props.code,
      environment: {
        TABLE_NAME: table.name,
        WEB_URL: props.webUrl,
        REPLY_DOMAIN: props.replyDomain,
        CONFIGURATION_SET: identity.configurationSet.configurationSetName,
        ...replies.environment,
      },
      memorySize: 512,
      // A reader of many years has thousands of items, and each is deleted by itself.
      timeout: Duration.minutes(2),
      description: 'Sends a letter again, asks a new mailbox, erases: as the author’s desk asks',
    });
    this.door.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.arn]);
    this.door.allow(['dynamodb:Query', 'dynamodb:DeleteItem'], [table.arn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': THEIRS },
    });
    identity.allowSending(this.door);
    replies.allowErasing(this.door);
    // What is handed over by somebody who waits for no answer, as the desk never does, lies nowhere for long.
    this.door.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
  }
}
