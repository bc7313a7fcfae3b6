import { CfnOutput, CfnParameter, CfnRule, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { EmailAddress } from '../functions/core/address.ts';
import type { DoorName } from '../functions/runtime/env.ts';
import { watchAccount } from './account-alarms.ts';
import { Alarms } from './alarms.ts';
import { budget } from './budget.ts';
import { capacityFor } from './capacity.ts';
import { type AccountConfig, refusal, servesWebDomain } from './config.ts';
import { DeskRights } from './desk-rights.ts';
import { hostedZone } from './dns.ts';
import type { Door } from './door.ts';
import { Errands } from './errands.ts';
import { Feedback } from './feedback.ts';
import { MailIdentity } from './identity.ts';
import { Newsletter } from './newsletter.ts';
import { Proofs } from './proofs.ts';
import { Redaction } from './redaction.ts';
import { Replies } from './replies.ts';
import { Sending, SendQueue } from './sending.ts';
import { SubscriberTable } from './subscriber-table.ts';
import { PublicApi, Web } from './web.ts';
import { WebDomain } from './web-domain.ts';

export interface KindlingProps extends StackProps {
  readonly config: AccountConfig;
  /** Whom all our mail comes from. */
  readonly from: EmailAddress;
  /** What is still to be filled in; with any of it, CloudFormation refuses to deploy. */
  readonly placeholders: readonly string[];
  /** Each door's bundle. */
  readonly code: Readonly<Record<DoorName, string>>;
}

interface Told {
  readonly webUrl: string;
  readonly api: PublicApi;
  readonly table: SubscriberTable;
  readonly replies: Replies;
}

/** Composes the capabilities; what each one is stands in its own file. */
export class Kindling extends Stack {
  constructor(scope: Construct, id: string, props: KindlingProps) {
    super(scope, id, {
      ...props,
      // Whoever deletes the stack deletes the address in every link that readers ever got.
      terminationProtection: true,
      tags: tagsOf(props.config),
    });
    const { config, code } = props;
    const alarms = new Alarms(this, 'Alarms', {
      address: config.alarmAddress,
      runbookUrl: config.runbookUrl,
    });
    watchAccount(alarms);
    budget(this, config);
    const table = new SubscriberTable(this, 'Subscribers', config.table);
    const zone = hostedZone(this, config);
    const identity = new MailIdentity(this, 'Identity', { config, zone, from: props.from });
    const api = new PublicApi(this, 'Api');
    const { queue } = new SendQueue(this, 'SendQueue', alarms);
    const webUrl = this.webUrl(config, zone, api);
    const capacity = capacityFor(config);

    const shared = { table, identity, alarms, webUrl };
    const replies = new Replies(this, 'Replies', {
      ...shared,
      code: code.replies,
      sendQueue: queue,
      config,
    });
    const web = new Web(this, 'Web', {
      ...shared,
      code: code.web,
      api,
      sendQueue: queue,
      replyDomain: config.replyDomain,
      replies,
    });
    const proofs = new Proofs(this, 'Proofs', { identity, bucket: replies.bucket });
    const sending = new Sending(this, 'Sending', {
      ...shared,
      code,
      queue,
      proofs,
      replyDomain: config.replyDomain,
      capacity,
    });
    const feedback = new Feedback(this, 'Feedback', {
      ...shared,
      code: code.feedback,
      atOnce: capacity.feedback,
    });
    const redaction = new Redaction(this, 'Redaction', {
      code: code.redact,
      proofs,
      table,
      alarms,
    });
    const newsletter = new Newsletter(this, 'Newsletter', { code: code.publish, table, alarms });
    const errands = new Errands(this, 'Errands', {
      ...shared,
      code: code.errands,
      replyDomain: config.replyDomain,
      replies,
    });
    new DeskRights(this, 'DeskRights', { table, sendQueue: queue, errands: errands.door });
    const doors: { readonly [Name in DoorName]: Door<Name> } = {
      web: web.door,
      tick: sending.tick,
      send: sending.send,
      publish: newsletter.door,
      replies: replies.door,
      feedback: feedback.door,
      redact: redaction.door,
      errands: errands.door,
    };
    for (const [name, door] of Object.entries(doors)) {
      alarms.onErrors(`${name}Fails`, door.function);
    }
    refuseWhileOpen(this, props.placeholders);
    this.outputs({ webUrl, api, table, replies });
  }

  /** Where readers find us. Links in mails have to work for years, so a name of one's own is worth it. */
  private webUrl(config: AccountConfig, zone: IHostedZone | undefined, api: PublicApi): string {
    if (!servesWebDomain(config)) return api.url;
    new WebDomain(this, 'WebDomain', { config, zone, stage: api.stage });
    return `https://${config.webDomain}`;
  }

  private outputs({ webUrl, api, table, replies }: Told): void {
    new CfnOutput(this, 'WebUrl', { value: webUrl, description: 'The sign-up page' });
    new CfnOutput(this, 'ApiUrl', { value: api.url, description: 'The same pages, always there' });
    new CfnOutput(this, 'TableName', { value: table.name, description: 'For `npm run plan`' });
    new CfnOutput(this, 'ReceiptRuleSet', {
      value: replies.ruleSet.receiptRuleSetName,
      description: 'Has to be the active rule set of the account; `npm run deploy` sees to it',
    });
  }
}

/** On every resource: whose it is, and what tells costs apart once it is activated for billing. */
const tagsOf = ({ domain, stage }: AccountConfig) => ({
  'kindling:domain': domain,
  'kindling:stage': stage === '' ? 'production' : stage,
});

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
