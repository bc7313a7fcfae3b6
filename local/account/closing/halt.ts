import {
  DescribeActiveReceiptRuleSetCommand,
  type ReceiptRule,
  SESClient,
  SetActiveReceiptRuleSetCommand,
  UpdateReceiptRuleCommand,
} from '@aws-sdk/client-ses';
import { PutConfigurationSetSendingOptionsCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { activateRuleSet } from '../../rule-set.ts';
import type { ClientConfig } from '../account.ts';
import { type CheckWorld, named } from '../check.ts';

/** What became of receiving mail. */
export type Received =
  | { readonly is: 'off' | 'on' }
  /** Somebody else's rule set is active, and ours is no part of it. */
  | { readonly is: 'not-ours'; readonly ruleSet: string };

/** Sending and receiving as wholes, with the author's own rights; each can be done again. */
export function gatesOf(world: CheckWorld, config: ClientConfig) {
  const [v1, v2] = [new SESClient(config), new SESv2Client(config)];
  const [ours] = named(world, 'AWS::SES::ReceiptRuleSet');
  const { replyDomain, receiptRuleSet: theirs } = world.subject;

  /** Our rule in a set that is not ours: it stays there, and takes mail or does not. */
  async function guestRule(Enabled: boolean): Promise<Received> {
    const { Metadata, Rules = [] } = await v1.send(new DescribeActiveReceiptRuleSetCommand({}));
    const RuleSetName = Metadata?.Name;
    if (RuleSetName === undefined) return { is: 'off' };
    const rule = Rules.find(({ Recipients = [] }) => Recipients.includes(replyDomain));
    if (rule === undefined) return { is: 'not-ours', ruleSet: RuleSetName };
    const Rule: ReceiptRule = { ...rule, Enabled };
    await v1.send(new UpdateReceiptRuleCommand({ RuleSetName, Rule }));
    return { is: Enabled ? 'on' : 'off' };
  }

  return {
    /** Whether anything goes out by our configuration set, by which all our mail goes. */
    async sending(SendingEnabled: boolean): Promise<void> {
      for (const ConfigurationSetName of named(world, 'AWS::SES::ConfigurationSet')) {
        await v2.send(
          new PutConfigurationSetSendingOptionsCommand({ ConfigurationSetName, SendingEnabled }),
        );
      }
    },

    /** Deactivates our rule set, or our rule in another's; nothing else is touched. */
    async stopReceiving(): Promise<Received> {
      const { Metadata } = await v1.send(new DescribeActiveReceiptRuleSetCommand({}));
      if (Metadata?.Name === undefined || Metadata.Name !== ours) return guestRule(false);
      await v1.send(new SetActiveReceiptRuleSetCommand({}));
      return { is: 'off' };
    },

    async receive(): Promise<Received> {
      if (theirs !== '' || ours === undefined) return guestRule(true);
      const activation = await activateRuleSet(v1, ours);
      return activation.is === 'taken' ? { is: 'not-ours', ruleSet: activation.by } : { is: 'on' };
    },
  };
}
