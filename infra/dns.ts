import { CfnOutput, Stack } from 'aws-cdk-lib';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { AccountConfig } from './config.ts';

/** The zone that records are written to; none when DNS is somewhere else than in Route 53. */
export function hostedZone(scope: Construct, config: AccountConfig): IHostedZone | undefined {
  const { hostedZoneId, domain: zoneName } = config;
  return hostedZoneId === ''
    ? undefined
    : HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName });
}

/**
 * DNS records to make by hand, each an output `Record<name>` whose value is `<name> <type> <value>`.
 */
export function printRecords(scope: Construct, records: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(records)) {
    new CfnOutput(Stack.of(scope), `Record${name}`, { value });
  }
}
