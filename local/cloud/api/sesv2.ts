import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { DKIM_TOKENS, type Identity, isDomain } from '../account/identities.ts';
import {
  answered,
  asking,
  type Operations,
  type Outcome,
  operation,
  refused,
} from '../aws/operation.ts';
import type { RestRoute } from '../aws/protocols.ts';
import type { SendingLimits } from '../ses/sending-limits.ts';
import type { Stack } from '../template/stack.ts';

export interface SesV2World {
  readonly stack: () => Stack;
  readonly account: Account;
  readonly limits: SendingLimits;
}

const IDENTITY = '/v2/email/identities/{EmailIdentity}';

export const SESV2_ROUTES: Readonly<Record<string, RestRoute>> = {
  GetAccount: { method: 'GET', path: '/v2/email/account' },
  PutAccountDetails: { method: 'POST', path: '/v2/email/account/details' },
  PutAccountPricingAttributes: { method: 'PUT', path: '/v2/email/account/pricing-attributes' },
  GetEmailIdentity: { method: 'GET', path: IDENTITY },
  CreateEmailIdentity: { method: 'POST', path: '/v2/email/identities' },
  ListEmailIdentities: { method: 'GET', path: '/v2/email/identities' },
  DeleteEmailIdentity: { method: 'DELETE', path: IDENTITY },
  PutEmailIdentityMailFromAttributes: { method: 'PUT', path: `${IDENTITY}/mail-from` },
  PutEmailIdentityConfigurationSetAttributes: {
    method: 'PUT',
    path: `${IDENTITY}/configuration-set`,
  },
  PutEmailIdentityFeedbackAttributes: { method: 'PUT', path: `${IDENTITY}/feedback` },
  PutEmailIdentityDkimAttributes: { method: 'PUT', path: `${IDENTITY}/dkim` },
  GetConfigurationSetEventDestinations: {
    method: 'GET',
    path: '/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations',
  },
  PutConfigurationSetSendingOptions: {
    method: 'PUT',
    path: '/v2/email/configuration-sets/{ConfigurationSetName}/sending',
  },
};

const named = z.object({ EmailIdentity: z.string() });
const mailFrom = named.extend({ MailFromDomain: z.string().optional() });
const configurationSet = named.extend({ ConfigurationSetName: z.string().optional() });
const feedback = named.extend({ EmailForwardingEnabled: z.boolean().default(false) });
const sendingOptions = z.object({
  ConfigurationSetName: z.string(),
  SendingEnabled: z.boolean().default(false),
});

/** SES, version 2 of its API: the account's leave to send, and its identities. */
export function sesV2(world: SesV2World): Operations {
  const { account } = world;
  const onIdentity = (given: string, then: (identity: Identity) => Outcome): Outcome => {
    const identity = account.identity(given);
    if (identity !== undefined) return then(identity);
    return refused('NotFoundException', `Email identity ${given} does not exist.`, 404);
  };
  const changing = (given: string, change: (identity: Identity) => Identity): Outcome =>
    onIdentity(given, (identity) => {
      account.putIdentity(change(identity));
      return answered();
    });

  return {
    ...sesV2Account(world),
    GetEmailIdentity: operation(named, ({ EmailIdentity }) =>
      onIdentity(EmailIdentity, (identity) => answered(described(identity, account))),
    ),
    ListEmailIdentities: asking(() =>
      answered({
        EmailIdentities: account.identities().map((one) => ({
          IdentityType: isDomain(one.name) ? 'DOMAIN' : 'EMAIL_ADDRESS',
          IdentityName: one.name,
          SendingEnabled: account.isVerified(one),
          VerificationStatus: account.isVerified(one) ? 'SUCCESS' : 'PENDING',
        })),
      }),
    ),
    CreateEmailIdentity: operation(configurationSet, (given) => {
      const name = given.EmailIdentity.toLowerCase();
      if (account.identity(name) !== undefined) {
        return refused('AlreadyExistsException', `Email identity ${name} already exists.`);
      }
      account.putIdentity({
        name,
        configurationSet: given.ConfigurationSetName,
        feedbackForwarding: true,
        confirmed: false,
      });
      return onIdentity(name, (made) => answered(described(made, account)));
    }),
    DeleteEmailIdentity: operation(named, ({ EmailIdentity }) =>
      onIdentity(EmailIdentity, ({ name }) => {
        account.change({ identities: account.state.identities.filter((one) => one.name !== name) });
        return answered();
      }),
    ),
    PutEmailIdentityMailFromAttributes: operation(mailFrom, ({ EmailIdentity, MailFromDomain }) =>
      changing(EmailIdentity, (one) => ({ ...one, mailFrom: MailFromDomain })),
    ),
    PutEmailIdentityConfigurationSetAttributes: operation(configurationSet, (given) =>
      changing(given.EmailIdentity, (one) => ({
        ...one,
        configurationSet: given.ConfigurationSetName,
      })),
    ),
    PutEmailIdentityFeedbackAttributes: operation(feedback, (given) =>
      changing(given.EmailIdentity, (one) => ({
        ...one,
        feedbackForwarding: given.EmailForwardingEnabled,
      })),
    ),
    PutEmailIdentityDkimAttributes: operation(named, ({ EmailIdentity }) =>
      changing(EmailIdentity, (one) => one),
    ),
    PutConfigurationSetSendingOptions: operation(sendingOptions, (given) => {
      const name = given.ConfigurationSetName;
      if (!world.stack().configurationSets.includes(name)) return unknownSet(name);
      const others = account.state.pausedSets.filter((one) => one !== name);
      account.change({ pausedSets: given.SendingEnabled ? others : [...others, name] });
      return answered();
    }),
    GetConfigurationSetEventDestinations: operation(
      z.object({ ConfigurationSetName: z.string() }),
      ({ ConfigurationSetName }) => eventDestinations(world.stack(), ConfigurationSetName),
    ),
  };
}

function sesV2Account({ account, limits }: SesV2World): Operations {
  return {
    GetAccount: asking(() => {
      const { access, enforcement, plan, review, details } = account.state.sending;
      const { max24HourSend, maxSendRate, sendingPaused } = limits.settings;
      return answered({
        ProductionAccessEnabled: access === 'production',
        SendingEnabled: !sendingPaused,
        EnforcementStatus: enforcement,
        SendQuota: {
          Max24HourSend: max24HourSend,
          MaxSendRate: maxSendRate,
          SentLast24Hours: limits.sentLast24Hours(),
        },
        SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
        PricingAttributes: { CurrentPlan: plan },
        Details:
          review === 'none'
            ? undefined
            : { ...details, ReviewDetails: { Status: review, CaseId: 'case-local' } },
      });
    }),
    PutAccountDetails: operation(
      z.looseObject({
        MailType: z.enum(['MARKETING', 'TRANSACTIONAL']),
        WebsiteURL: z.url().max(1000),
        ContactLanguage: z.enum(['EN', 'JA']).optional(),
        UseCaseDescription: z.string().max(5000).optional(),
        AdditionalContactEmailAddresses: z.array(z.string()).min(1).max(4).optional(),
      }),
      ({ ProductionAccessEnabled: _, ...details }) => {
        const { sending } = account.state;
        // Whoever was refused answers in the support case (aws/aws-cli#6652).
        if (sending.review === 'PENDING' || sending.review === 'DENIED') {
          return refused('ConflictException', '', 409);
        }
        account.change({ sending: { ...sending, review: 'PENDING', details } });
        return answered();
      },
    ),
    PutAccountPricingAttributes: operation(
      z.object({ Plan: z.enum(['ESSENTIALS', 'PRO', 'ENTERPRISE', 'NONE']) }),
      ({ Plan: plan }) => {
        account.change({ sending: { ...account.state.sending, plan } });
        return answered();
      },
    ),
  };
}

function described(identity: Identity, account: Account): object {
  const verified = account.isVerified(identity);
  const status = verified ? 'SUCCESS' : 'PENDING';
  const domain = isDomain(identity.name);
  return {
    IdentityType: domain ? 'DOMAIN' : 'EMAIL_ADDRESS',
    VerifiedForSendingStatus: verified,
    VerificationStatus: status,
    FeedbackForwardingStatus: identity.feedbackForwarding,
    ConfigurationSetName: identity.configurationSet,
    DkimAttributes: {
      SigningEnabled: domain,
      Status: domain ? status : 'NOT_STARTED',
      Tokens: domain ? DKIM_TOKENS : [],
      SigningAttributesOrigin: 'AWS_SES',
    },
    MailFromAttributes: identity.mailFrom && {
      MailFromDomain: identity.mailFrom,
      MailFromDomainStatus: account.hasMailFrom(identity.mailFrom) ? 'SUCCESS' : 'PENDING',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    },
    Policies: {},
    Tags: [],
  };
}

const unknownSet = (name: string): Outcome =>
  refused('NotFoundException', `Configuration set <${name}> does not exist.`, 404);

function eventDestinations(stack: Stack, name: string): Outcome {
  if (!stack.configurationSets.includes(name)) return unknownSet(name);
  const own = stack.eventDestinations.filter((one) => one.ConfigurationSetName === name);
  return answered({
    EventDestinations: own.map(({ EventDestination: one }, index) => ({
      Name: `destination-${index + 1}`,
      Enabled: one.Enabled,
      MatchingEventTypes: one.MatchingEventTypes.map((type) => type.toUpperCase()),
      ...(one.SnsDestination && { SnsDestination: { TopicArn: one.SnsDestination.TopicARN } }),
      ...(one.KinesisFirehoseDestination && {
        KinesisFirehoseDestination: {
          DeliveryStreamArn: one.KinesisFirehoseDestination.DeliveryStreamARN,
          IamRoleArn: one.KinesisFirehoseDestination.IAMRoleARN,
        },
      }),
    })),
  });
}
