import { randomUUID } from 'node:crypto';
import type { Account } from '../account/account.ts';
import type { Clock } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { Services } from '../services/services.ts';
import { ACCOUNT, nameInArn } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import type { LateArrivals } from '../weather/late.ts';
import type { Weather } from '../weather/weather.ts';

export interface TopicsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly storage: Services;
  readonly account: Account;
  readonly weather: Weather;
  readonly late: LateArrivals;
  queueTouched(name: string): void;
}

/** A mail that SNS sent to somebody who has confirmed their subscription. */
export interface TopicMail {
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** SNS between AWS services: a service publishes, the topic's queues get it, if policies allow. */
export class Topics {
  readonly #world: TopicsWorld;
  readonly #mails: TopicMail[] = [];

  constructor(world: TopicsWorld) {
    this.#world = world;
  }

  /** What was mailed to people, oldest first: it stays out of the mailbox, which holds SES's. */
  mails(): readonly TopicMail[] {
    return this.#mails;
  }

  /**
   * @param sourceArn on whose behalf the service publishes
   * @returns whether the topic's policy let it
   */
  async publish(
    service: string,
    sourceArn: string,
    topicArn: string,
    message: string,
    subject = 'Amazon SES Email Event Notification',
  ): Promise<boolean> {
    const { access, stack } = this.#world;
    const context = { 'aws:SourceAccount': [ACCOUNT], 'aws:SourceArn': [sourceArn] };
    const publisher = { is: 'service', service } as const;
    const decision = access.decide(publisher, 'sns:Publish', topicArn, context);
    // Without a policy of its own a topic has SNS's, which lets the account's own alarms publish.
    const bare = stack().resourcePolicies.get(topicArn) === undefined;
    const lets = decision.is === 'allowed' || (bare && service === 'cloudwatch.amazonaws.com');
    if (!lets) return false;
    const subscriptions = stack().subscriptions.filter(({ TopicArn }) => TopicArn === topicArn);
    for (const { Protocol, Endpoint, RawMessageDelivery } of subscriptions) {
      if (Protocol === 'email') this.#mail(Endpoint, subject, message);
      else {
        const deliver = () => this.#deliver(topicArn, Endpoint, message, RawMessageDelivery);
        await this.#soonOrLate(service, deliver);
      }
    }
    return true;
  }

  /** What SES tells has a way of its own to come, and no promise of an order. */
  async #soonOrLate(service: string, deliver: () => Promise<void>): Promise<void> {
    const { weather } = this.#world;
    const delays = service === 'ses.amazonaws.com' ? weather.eventDelays() : [0];
    for (const delay of delays) {
      if (delay === 0) await deliver();
      else this.#world.late.after(delay, deliver);
    }
  }

  #mail(to: string, subject: string, text: string): void {
    if (this.#world.account.state.alarmMails === 'pending') return;
    this.#mails.push({ at: this.#world.clock.iso(), to, subject, text });
  }

  async #deliver(
    topicArn: string,
    queueArn: string,
    message: string,
    bare: boolean,
  ): Promise<void> {
    const { access, storage, queueTouched } = this.#world;
    const context = { 'aws:SourceAccount': [ACCOUNT], 'aws:SourceArn': [topicArn] };
    const sns = { is: 'service', service: 'sns.amazonaws.com' } as const;
    const decision = access.decide(sns, 'sqs:SendMessage', queueArn, context);
    const QueueUrl = await storage.queueUrl(nameInArn(queueArn));
    if (decision.is === 'denied' || QueueUrl === undefined) return;
    const MessageBody = bare ? message : this.#notification(topicArn, message);
    await storage.sqs('SendMessage', { QueueUrl, MessageBody });
    queueTouched(nameInArn(queueArn));
  }

  #notification(topicArn: string, message: string): string {
    return JSON.stringify({
      Type: 'Notification',
      MessageId: randomUUID(),
      TopicArn: topicArn,
      Subject: 'Amazon SES Email Event Notification',
      Message: message,
      Timestamp: this.#world.clock.iso(),
      SignatureVersion: '1',
      Signature: 'EXAMPLE',
      SigningCertURL: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-local.pem',
      UnsubscribeURL: `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topicArn}:local`,
    });
  }
}
