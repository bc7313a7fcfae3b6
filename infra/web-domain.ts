import {
  ApiMapping,
  DomainName,
  type HttpStage,
  IpAddressType,
} from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Certificate,
  CertificateValidation,
  type ICertificate,
} from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { type AccountConfig, webIsInZone } from './config.ts';
import { printRecords } from './dns.ts';

export interface WebDomainProps {
  readonly config: AccountConfig;
  readonly zone: IHostedZone | undefined;
  readonly stage: HttpStage;
}

/**
 * Our pages under a name of the author's. The API's own name stays alive beside it, for links in
 * mails that went out before there was another.
 */
export class WebDomain extends Construct {
  constructor(scope: Construct, id: string, { config, zone, stage }: WebDomainProps) {
    super(scope, id);
    const ours = webIsInZone(config) ? zone : undefined;
    const name = new DomainName(this, 'Name', {
      domainName: config.webDomain,
      certificate: this.certificate(config, ours),
      ipAddressType: IpAddressType.DUAL_STACK,
    });
    new ApiMapping(this, 'Mapping', { api: stage.api, domainName: name, stage });
    if (ours) this.aliases(ours, config.webDomain, name);
    else printRecords(this, { Web: `${config.webDomain} CNAME ${name.regionalDomainName}` });
  }

  /** Without a zone of ours a certificate would wait for a record that nobody has seen. */
  private certificate(config: AccountConfig, zone: IHostedZone | undefined): ICertificate {
    const { certificateArn, webDomain } = config;
    return certificateArn === '' && zone !== undefined
      ? new Certificate(this, 'Certificate', {
          domainName: webDomain,
          validation: CertificateValidation.fromDns(zone),
        })
      : Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
  }

  private aliases(zone: IHostedZone, recordName: string, name: DomainName): void {
    const target = RecordTarget.fromAlias(
      new ApiGatewayv2DomainProperties(name.regionalDomainName, name.regionalHostedZoneId),
    );
    new ARecord(this, 'Alias', { zone, recordName, target });
    new AaaaRecord(this, 'AliasIpv6', { zone, recordName, target });
  }
}
