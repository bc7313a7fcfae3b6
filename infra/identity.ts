import { Stack, Token } from 'aws-cdk-lib';
import { type IHostedZone, MxRecord, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { EmailAddress } from '../functions/core/address.ts';
import type { DoorName } from '../functions/runtime/env.ts';
import type { AccountConfig } from './config.ts';
import { printRecords } from './dns.ts';
import { accept, type Door } from './door.ts';

export interface MailIdentityProps {
  readonly config: AccountConfig;
  /** Where DNS is ours to write. */
  readonly zone: IHostedZone | undefined;
  /** Whom all our mail comes from. */
  readonly from: EmailAddress;
}

/** Our mail is measured by receivers only, until its author wants more (RFC 7489 §6.3). */
const DMARC = 'v=DMARC1; p=none';

/**
 * Who we are in the mail world: the domain, its DKIM keys, MAIL FROM, and the configuration set. What
 * readers write goes to a name below the domain; that is verified with it (SES developer guide,
 * "Creating and verifying identities"), and an identity of its own would need keys of its own.
 */
export class MailIdentity extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly #from: EmailAddress;

  constructor(scope: Construct, id: string, { config, zone, from }: MailIdentityProps) {
    super(scope, id);
    this.#from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // SES keeps hard bounces and complaints of this account away from us as a second net.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    const records: Record<string, string> = {};
    if (config.identity === 'ours') {
      const domain = this.domainIdentity(config, zone);
      if (zone === undefined) Object.assign(records, dkimRecords(domain));
    }
    // Of an adopted identity it is not ours to know whether MAIL FROM is free, so deploy asks.
    if (zone === undefined || config.identity === 'adopt') {
      Object.assign(records, mailFromRecords(this, config));
    }
    if (zone) this.receivingRecords(config, zone);
    else Object.assign(records, receivingRecords(this, config));
    printRecords(this, records);
  }

  private domainIdentity({ domain }: AccountConfig, zone: IHostedZone | undefined): EmailIdentity {
    return new EmailIdentity(this, 'Domain', {
      identity: zone ? Identity.publicHostedZone(zone) : Identity.domain(domain),
      configurationSet: this.configurationSet,
      // The only way to an aligned SPF with SES (mail-standards D-02).
      mailFromDomain: `bounce.${domain}`,
      // Events tell of bounces already; as mails they would go to an address that nobody may read.
      feedbackForwarding: false,
    });
  }

  private receivingRecords(config: AccountConfig, zone: IHostedZone): void {
    new MxRecord(this, 'ReplyMx', {
      zone,
      recordName: config.replyDomain,
      values: [{ hostName: inboundHost(this), priority: 10 }],
    });
    if (config.dmarc === 'theirs') return;
    new TxtRecord(this, 'Dmarc', {
      zone,
      recordName: `_dmarc.${config.domain}`,
      values: [DMARC],
    });
  }

  /**
   * Lets a door send, in our own name only. While an account is in SES's sandbox the recipient's
   * identity is asked too, and an address that was verified by itself takes the place of its domain:
   * so it is whom the mail comes from that is confined, and not the identity.
   */
  allowSending(door: Door<DoorName>): void {
    const { partition, region, account } = Stack.of(this);
    const identities = `arn:${partition}:ses:${region}:${account}:identity/*`;
    door.allow(['ses:SendRawEmail'], [identities, this.configurationSetArn()], {
      StringEquals: { 'ses:FromAddress': this.#from },
    });
    accept(
      door,
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      'Confined by whom the mail comes from: in the sandbox SES asks for the recipient’s identity too',
    );
  }

  private configurationSetArn(): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
  }
}

const inboundHost = (scope: Construct) => `inbound-smtp.${Stack.of(scope).region}.amazonaws.com`;

function receivingRecords(scope: Construct, config: AccountConfig): Record<string, string> {
  const { domain, replyDomain } = config;
  const ReplyMx = `${replyDomain} MX 10 ${inboundHost(scope)}`;
  return config.dmarc === 'theirs'
    ? { ReplyMx }
    : { ReplyMx, Dmarc: `_dmarc.${domain} TXT "${DMARC}"` };
}

function mailFromRecords(scope: Construct, { domain }: AccountConfig): Record<string, string> {
  return {
    MailFromMx: `bounce.${domain} MX 10 feedback-smtp.${Stack.of(scope).region}.amazonses.com`,
    MailFromSpf: `bounce.${domain} TXT "v=spf1 include:amazonses.com ~all"`,
  };
}

function dkimRecords({ dkimRecords }: EmailIdentity): Record<string, string> {
  return Object.fromEntries(
    dkimRecords.map(({ name, value }, index) => [
      `Dkim${index + 1}`,
      `${Token.asString(name)} CNAME ${Token.asString(value)}`,
    ]),
  );
}
