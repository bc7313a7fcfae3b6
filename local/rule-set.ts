import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';

/** What stands in the way of receiving mail, or nothing. */
export type Activation =
  | { readonly is: 'active' | 'activated' }
  | { readonly is: 'taken'; readonly by: string };

/**
 * Makes our receipt rule set the active one. An account and region have just one, and CloudFormation
 * can't set it; somebody else's active set is left alone, since replacing it would silently stop
 * their mail (SES developer guide, "Receipt rule sets").
 *
 * @throws what SES throws, when the credentials may not look or set
 */
export async function activateRuleSet(client: SESClient, ours: string): Promise<Activation> {
  const { Metadata } = await client.send(new DescribeActiveReceiptRuleSetCommand({}));
  const active = Metadata?.Name;
  if (active === ours) return { is: 'active' };
  if (active !== undefined) return { is: 'taken', by: active };
  await client.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours }));
  return { is: 'activated' };
}
