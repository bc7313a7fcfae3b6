import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { answered, type Operations, type Outcome, operation, refused } from '../aws/operation.ts';
import { ACCOUNT } from '../template/names.ts';
import type { Subscription } from '../template/properties.ts';
import type { Stack } from '../template/stack.ts';

const onTopic = z.object({ TopicArn: z.string() });

/** SNS: who gets what a topic is told, and whether they have confirmed that they want it. */
export function sns(account: Account, stack: () => Stack): Operations {
  const isPending = ({ Protocol }: Subscription) =>
    Protocol === 'email' && account.state.alarmMails === 'pending';
  const of = (topic: string) => stack().subscriptions.filter(({ TopicArn }) => TopicArn === topic);
  const known = (topic: string, answer: () => Outcome) =>
    stack().resources.some(({ type, ref }) => type === 'AWS::SNS::Topic' && ref === topic)
      ? answer()
      : refused('NotFound', 'Topic does not exist', 404);

  return {
    GetTopicAttributes: operation(onTopic, ({ TopicArn }) =>
      known(TopicArn, () => {
        const pending = of(TopicArn).filter(isPending).length;
        const Policy = { Version: '2012-10-17', Statement: stack().resourcePolicies.get(TopicArn) };
        return answered({
          Attributes: attributes({
            TopicArn,
            Owner: ACCOUNT,
            SubscriptionsConfirmed: of(TopicArn).length - pending,
            SubscriptionsPending: pending,
            Policy: JSON.stringify(Policy),
          }),
        });
      }),
    ),
    ListSubscriptionsByTopic: operation(onTopic, ({ TopicArn }) =>
      known(TopicArn, () =>
        answered({
          Subscriptions: of(TopicArn).map((one) => ({
            SubscriptionArn: isPending(one) ? 'PendingConfirmation' : arnOf(one),
            Owner: ACCOUNT,
            Protocol: one.Protocol,
            Endpoint: one.Endpoint,
            TopicArn,
          })),
        }),
      ),
    ),
    GetSubscriptionAttributes: operation(z.object({ SubscriptionArn: z.string() }), (given) => {
      const found = stack().subscriptions.find((one) => arnOf(one) === given.SubscriptionArn);
      if (found === undefined) return refused('NotFound', 'Subscription does not exist', 404);
      const { Protocol, Endpoint, TopicArn } = found;
      return answered({
        Attributes: attributes({
          SubscriptionArn: given.SubscriptionArn,
          TopicArn,
          Protocol,
          Endpoint,
          PendingConfirmation: isPending(found),
        }),
      });
    }),
    // Asked again, SNS sends the mail with the link again.
    Subscribe: operation(
      onTopic.extend({ Protocol: z.string(), Endpoint: z.string() }),
      ({ TopicArn, Protocol, Endpoint }) =>
        known(TopicArn, () => {
          const found = of(TopicArn).find(
            (one) => one.Protocol === Protocol && one.Endpoint === Endpoint,
          );
          if (found === undefined) return refused('InvalidParameter', 'Only what a stack made');
          return answered({
            SubscriptionArn: isPending(found) ? 'pending confirmation' : arnOf(found),
          });
        }),
    ),
  };
}

/** Such as `arn:aws:sns:…:topic:e3b0c4…`. */
function arnOf({ TopicArn, Endpoint }: Subscription): string {
  return `${TopicArn}:${Buffer.from(Endpoint).toString('hex').slice(0, 32)}`;
}

/** A map in the Query protocol. */
const attributes = (values: Readonly<Record<string, unknown>>) => ({
  entry: Object.entries(values).map(([key, value]) => ({ key, value })),
});
