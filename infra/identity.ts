import { CfnOutput, Stack, Token } from 'aws-cdk-lib';
import { HostedZone, MxRecord, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { AccountConfig } from './config.ts';

/** Who we are in the mail world: the domain, its DKIM keys, MAIL FROM, and the configuration set. */
export class MailIdentity extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** SES checks both on every send. */
  readonly sendingArns: readonly string[];

  constructor(scope: Construct, id: string, config: AccountConfig) {
    super(scope, id);
    const { domain, replyDomain, hostedZoneId } = config;
    const zone =
      hostedZoneId === ''
        ? undefined
        : HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domain });
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // SES keeps hard bounces and complaints of this account away from us as a second net.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    const sending = new EmailIdentity(this, 'Domain', {
      identity: zone ? Identity.publicHostedZone(zone) : Identity.domain(domain),
      configurationSet: this.configurationSet,
      // The only way to an aligned SPF with SES (mail-standards D-02).
      mailFromDomain: `bounce.${domain}`,
    });
    new EmailIdentity(this, 'ReplyDomain', { identity: Identity.domain(replyDomain) });
    this.sendingArns = [sending.emailIdentityArn, configurationSetArn(this, this.configurationSet)];
    const inbound = `inbound-smtp.${Stack.of(this).region}.amazonaws.com`;
    if (zone) {
      new MxRecord(this, 'ReplyMx', {
        zone,
        recordName: replyDomain,
        values: [{ hostName: inbound, priority: 10 }],
      });
      new TxtRecord(this, 'Dmarc', {
        zone,
        recordName: `_dmarc.${domain}`,
        values: [`v=DMARC1; p=none; rua=mailto:${config.alarmAddress}`],
      });
    } else {
      printRecords(this, config, sending, inbound);
    }
  }
}

function configurationSetArn(scope: Construct, set: ConfigurationSet): string {
  return Stack.of(scope).formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: set.configurationSetName,
  });
}

/** DNS records to make by hand, where DNS is somewhere else. */
function printRecords(
  scope: Construct,
  { domain, replyDomain, alarmAddress }: AccountConfig,
  identity: EmailIdentity,
  inbound: string,
): void {
  const region = Stack.of(scope).region;
  const records: Record<string, string> = {
    ReplyMx: `${replyDomain} MX 10 ${inbound}`,
    MailFromMx: `bounce.${domain} MX 10 feedback-smtp.${region}.amazonses.com`,
    MailFromSpf: `bounce.${domain} TXT "v=spf1 include:amazonses.com ~all"`,
    Dmarc: `_dmarc.${domain} TXT "v=DMARC1; p=none; rua=mailto:${alarmAddress}"`,
  };
  identity.dkimRecords.forEach(({ name, value }, index) => {
    records[`Dkim${index + 1}`] = `${Token.asString(name)} CNAME ${Token.asString(value)}`;
  });
  for (const [name, value] of Object.entries(records)) {
    new CfnOutput(scope, `Record${name}`, { value });
  }
}
