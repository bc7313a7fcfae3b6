import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import {
  GetAccountCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityResponse,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { ClientConfig } from '../account.ts';

/** A domain or an address that SES may know. */
export interface IdentityState {
  /** `SUCCESS`, `PENDING`, `FAILED`, `TEMPORARY_FAILURE` or `NOT_STARTED`. */
  readonly dkim: string;
  readonly dkimTokens: readonly string[];
  /** Empty where none is set. */
  readonly mailFromDomain: string;
  /** As {@link dkim}. */
  readonly mailFrom: string;
}

/** What SES lets this account do. */
export interface SendingAccount {
  /** Out of the sandbox. */
  readonly production: boolean;
  /** What AWS says of the wish to leave it: `PENDING`, `GRANTED`, `DENIED`, `FAILED`. */
  readonly review: string | undefined;
  /** Of the support case in which AWS decides. */
  readonly reviewCase: string | undefined;
  readonly sendingEnabled: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  readonly enforcement: string;
  readonly perDay: number;
  readonly perSecond: number;
  /** `NONE`, `ESSENTIALS`, `PRO`, `ENTERPRISE`; undefined where AWS does not tell. */
  readonly pricePlan: string | undefined;
}

export type Receiving =
  /** SES receives no mail in this region. */
  | { readonly is: 'unavailable' }
  | { readonly is: 'inactive' }
  | { readonly is: 'active'; readonly ruleSet: string; readonly rules: readonly ReceivingRule[] };

export interface ReceivingRule {
  readonly enabled: boolean;
  readonly recipients: readonly string[];
}

export interface EventTarget {
  readonly enabled: boolean;
  /** `SEND`, `DELIVERY`, `BOUNCE`, ... */
  readonly events: readonly string[];
  readonly topicArn: string | undefined;
}

export interface MailAnswers {
  identity(name: string): Promise<IdentityState | undefined>;
  sendingAccount(): Promise<SendingAccount>;
  receiving(): Promise<Receiving>;
  eventTargets(configurationSet: string): Promise<readonly EventTarget[]>;
}

/** Asks SES. */
export function askMail(config: ClientConfig): MailAnswers {
  const [v2, v1] = [new SESv2Client(config), new SESClient(config)];
  return {
    async identity(name) {
      try {
        return identityIn(await v2.send(new GetEmailIdentityCommand({ EmailIdentity: name })));
      } catch (error) {
        if (error instanceof NotFoundException) return undefined;
        throw error;
      }
    },
    async sendingAccount() {
      const told = await v2.send(new GetAccountCommand({}));
      return {
        production: told.ProductionAccessEnabled ?? false,
        review: told.Details?.ReviewDetails?.Status,
        reviewCase: told.Details?.ReviewDetails?.CaseId,
        sendingEnabled: told.SendingEnabled ?? true,
        enforcement: told.EnforcementStatus ?? 'HEALTHY',
        perDay: told.SendQuota?.Max24HourSend ?? 0,
        perSecond: told.SendQuota?.MaxSendRate ?? 0,
        pricePlan: told.PricingAttributes?.CurrentPlan,
      };
    },
    receiving: () => receivingOf(v1),
    async eventTargets(ConfigurationSetName) {
      const asked = new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName });
      const { EventDestinations = [] } = await v2.send(asked);
      return EventDestinations.map(({ Enabled, MatchingEventTypes, SnsDestination }) => ({
        enabled: Enabled ?? false,
        events: MatchingEventTypes ?? [],
        topicArn: SnsDestination?.TopicArn,
      }));
    },
  };
}

function identityIn(told: GetEmailIdentityResponse): IdentityState {
  return {
    dkim: told.DkimAttributes?.Status ?? 'NOT_STARTED',
    dkimTokens: told.DkimAttributes?.Tokens ?? [],
    mailFromDomain: told.MailFromAttributes?.MailFromDomain ?? '',
    mailFrom: told.MailFromAttributes?.MailFromDomainStatus ?? 'NOT_STARTED',
  };
}

/** What SES answers to receipt calls where it receives no mail ("Unavailable Operation"). */
const UNAVAILABLE = ['InvalidAction', 'UnknownOperationException'];

async function receivingOf(ses: SESClient): Promise<Receiving> {
  try {
    const { Metadata, Rules = [] } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
    if (Metadata?.Name === undefined) return { is: 'inactive' };
    const rules = Rules.map(({ Enabled, Recipients }) => ({
      enabled: Enabled ?? false,
      recipients: Recipients ?? [],
    }));
    return { is: 'active', ruleSet: Metadata.Name, rules };
  } catch (error) {
    const { name, message } = error as Error;
    const unavailable = UNAVAILABLE.includes(name) || /unavailable operation/i.test(message);
    if (unavailable) return { is: 'unavailable' };
    throw error;
  }
}
