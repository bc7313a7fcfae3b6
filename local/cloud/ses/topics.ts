import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { Services } from '../services/services.ts';
import { ACCOUNT, nameInArn } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';

export interface TopicsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly storage: Services;
  queueTouched(name: string): void;
}

/** SNS between AWS services: a service publishes, the topic's queues get it, if policies allow. */
export class Topics {
  readonly #world: TopicsWorld;

  constructor(world: TopicsWorld) {
    this.#world = world;
  }

  /** @param sourceArn on whose behalf the service publishes */
  async publish(
    service: string,
    sourceArn: string,
    topicArn: string,
    message: string,
  ): Promise<void> {
    const { access, stack } = this.#world;
    const context = { 'aws:SourceAccount': [ACCOUNT], 'aws:SourceArn': [sourceArn] };
    const publisher = { is: 'service', service } as const;
    if (access.decide(publisher, 'sns:Publish', topicArn, context).is === 'denied') return;
    const subscriptions = stack().subscriptions.filter(
      ({ TopicArn, Protocol }) => TopicArn === topicArn && Protocol === 'sqs',
    );
    for (const { Endpoint, RawMessageDelivery } of subscriptions) {
      await this.#deliver(topicArn, Endpoint, message, RawMessageDelivery);
    }
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
