import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { isThere } from '../account/dns.ts';
import type { Certificate } from '../account/state.ts';
import { answered, asking, type Operations, operation, refused } from '../aws/operation.ts';
import { arn } from '../template/names.ts';

/** ACM: certificates, issued as soon as the record that proves their domain is in the DNS. */
export function acm(account: Account): Operations {
  const isIssued = ({ record }: Certificate) =>
    account.state.verification === 'assumed' || isThere(account.records(), record);
  const described = (certificate: Certificate) => {
    const { record, domain: DomainName } = certificate;
    const issued = isIssued(certificate);
    return {
      CertificateArn: certificate.arn,
      DomainName,
      Status: issued ? 'ISSUED' : 'PENDING_VALIDATION',
      Type: 'AMAZON_ISSUED',
      DomainValidationOptions: [
        {
          DomainName,
          ValidationMethod: 'DNS',
          ValidationStatus: issued ? 'SUCCESS' : 'PENDING_VALIDATION',
          ResourceRecord: { Name: `${record.name}.`, Type: record.type, Value: record.values[0] },
        },
      ],
    };
  };
  return {
    RequestCertificate: operation(z.object({ DomainName: z.string() }), ({ DomainName }) => {
      const domain = DomainName.toLowerCase();
      const known = account.state.certificates.find(
        // Those of another region are none of this one's.
        (one) => one.domain === domain && one.arn.startsWith(arn('acm', 'certificate/')),
      );
      const certificate = known ?? requested(domain);
      if (known === undefined) {
        account.change({ certificates: [...account.state.certificates, certificate] });
      }
      return answered({ CertificateArn: certificate.arn });
    }),
    DescribeCertificate: operation(z.object({ CertificateArn: z.string() }), (given) => {
      const found = account.state.certificates.find((one) => one.arn === given.CertificateArn);
      return found === undefined
        ? refused(
            'ResourceNotFoundException',
            `Could not find certificate ${given.CertificateArn}.`,
          )
        : answered({ Certificate: described(found) });
    }),
    ListCertificates: asking(() =>
      answered({ CertificateSummaryList: account.state.certificates.map(described) }),
    ),
  };
}

/** The record's name and value follow from the domain and the account, as ACM's do. */
function requested(domain: string): Certificate {
  const proof = createHash('sha256').update(domain).digest('hex');
  return {
    arn: arn('acm', `certificate/${proof.slice(0, 32)}`),
    domain,
    record: {
      name: `_${proof.slice(0, 32)}.${domain}`,
      type: 'CNAME',
      values: [`_${proof.slice(32)}.acm-validations.aws.`],
    },
  };
}
