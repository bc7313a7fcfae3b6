import { CfnOutput, CfnParameter, CfnRule, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DoorName } from '../functions/runtime/env.ts';
import { Alarms } from './alarms.ts';
import { type AccountConfig, refusal } from './config.ts';
import type { Door } from './door.ts';
import { Feedback } from './feedback.ts';
import { MailIdentity } from './identity.ts';
import { Replies } from './replies.ts';
import { Sending, SendQueue } from './sending.ts';
import { SubscriberTable } from './subscriber-table.ts';
import { PublicApi, Web } from './web.ts';

export interface KindlingProps extends StackProps {
  readonly config: AccountConfig;
  /** What is still to be filled in; with any of it, CloudFormation refuses to deploy. */
  readonly placeholders: readonly string[];
  /** Each door's bundle. */
  readonly code: Readonly<Record<DoorName, string>>;
}

/** Composes the capabilities; what each one is stands in its own file. */
export class Kindling extends Stack {
  constructor(scope: Construct, id: string, props: KindlingProps) {
    super(scope, id, props);
    const { config, code } = props;
    const { replyDomain } = config;
    const alarms = new Alarms(this, 'Alarms', config.alarmAddress);
    const table = new SubscriberTable(this, 'Subscribers');
    const identity = new MailIdentity(this, 'Identity', config);
    const api = new PublicApi(this, 'Api');
    const { queue } = new SendQueue(this, 'SendQueue', alarms);
    const webUrl = api.url;

    const web = new Web(this, 'Web', {
      code: code.web,
      api,
      table,
      sendQueue: queue,
      replyDomain,
    });
    const sending = new Sending(this, 'Sending', {
      code,
      queue,
      table,
      identity,
      alarms,
      webUrl,
      replyDomain,
    });
    const replies = new Replies(this, 'Replies', {
      code: code.replies,
      table,
      identity,
      alarms,
      webUrl,
      replyDomain,
    });
    const feedback = new Feedback(this, 'Feedback', {
      code: code.feedback,
      table,
      identity,
      alarms,
    });

    const doors: { readonly [Name in DoorName]: Door<Name> } = {
      web: web.door,
      tick: sending.tick,
      send: sending.send,
      replies: replies.door,
      feedback: feedback.door,
    };
    for (const [name, door] of Object.entries(doors)) {
      alarms.onErrors(`${name}Fails`, door.function);
    }
    refuseWhileOpen(this, props.placeholders);
    new CfnOutput(this, 'WebUrl', { value: webUrl, description: 'The sign-up page' });
    new CfnOutput(this, 'TableName', { value: table.name, description: 'For `npm run plan`' });
    new CfnOutput(this, 'ReceiptRuleSet', {
      value: replies.ruleSet.receiptRuleSetName,
      description: 'Has to be the active rule set of the account; `npm run deploy` sees to it',
    });
  }
}

/** A template with placeholders can be synthesized and looked at, but not deployed. */
function refuseWhileOpen(stack: Stack, open: readonly string[]): void {
  if (open.length === 0) return;
  // A rule must look at a parameter; CloudFormation checks it before it touches any resource.
  const state = new CfnParameter(stack, 'Configuration', {
    default: 'incomplete',
    description: 'Leave it alone: fill in cdk.json and content/publication.yaml instead',
  });
  new CfnRule(stack, 'ConfigurationIsComplete', {
    assertions: [
      {
        assert: Fn.conditionEquals(state.valueAsString, 'complete'),
        assertDescription: refusal(open),
      },
    ],
  });
}
