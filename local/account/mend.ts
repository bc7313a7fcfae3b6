import { SESClient } from '@aws-sdk/client-ses';
import { PutEmailIdentityMailFromAttributesCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { activateRuleSet } from '../rule-set.ts';
import { configOf } from './account.ts';
import { type CheckWorld, named } from './check.ts';
import type { Place } from './place.ts';

/** What CloudFormation can't do: our rule set is made the active one, unless we are guests in another. */
export async function receiveReplies(place: Place, world: CheckWorld): Promise<void> {
  const [ours] = named(world, 'AWS::SES::ReceiptRuleSet');
  if (world.subject.receiptRuleSet !== '' || ours === undefined) return;
  await activateRuleSet(new SESClient(configOf(place)), ours);
}

/**
 * An adopted identity gets the MAIL FROM domain without which SPF does not count, if it has none. What
 * somebody has set is left as it is.
 */
export async function completeAdopted(place: Place, world: CheckWorld): Promise<void> {
  const { domain, bounceDomain, identity } = world.subject;
  const known = identity === 'adopt' ? await world.account.identity(domain) : undefined;
  if (known === undefined || known.mailFromDomain !== '') return;
  await new SESv2Client(configOf(place)).send(
    new PutEmailIdentityMailFromAttributesCommand({
      EmailIdentity: domain,
      MailFromDomain: bounceDomain,
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    }),
  );
}
