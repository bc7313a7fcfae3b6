import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { sameName } from '../account/dns.ts';
import { answered, asking, type Operations, operation, refused } from '../aws/operation.ts';
import type { RestRoute } from '../aws/protocols.ts';

export const ROUTE53_ROUTES: Readonly<Record<string, RestRoute>> = {
  ListHostedZonesByName: { method: 'GET', path: '/2013-04-01/hostedzonesbyname' },
  ListHostedZones: { method: 'GET', path: '/2013-04-01/hostedzone' },
  ListResourceRecordSets: { method: 'GET', path: '/2013-04-01/hostedzone/{HostedZoneId}/rrset' },
};

const dotted = (name: string) => `${name.replace(/\.$/, '')}.`;

/** Labels from the right: the order in which Route 53 lists names. */
const reversed = (name: string) => name.replace(/\.$/, '').split('.').reverse().join('.');

/** Route 53: the account's zones, and what is in them. */
export function route53(account: Account): Operations {
  const zoneOf = (name: string) =>
    account.state.zones
      .filter((zone) => sameName(name, zone.name) || dotted(name).endsWith(`.${dotted(zone.name)}`))
      .sort((one, other) => other.name.length - one.name.length)[0];
  const zonesFrom = (first: string) => {
    const zones = account.state.zones
      .filter(({ name }) => reversed(name) >= reversed(first))
      .sort((one, other) => (reversed(one.name) < reversed(other.name) ? -1 : 1));
    const HostedZone = zones.map(({ id, name }) => ({
      Id: `/hostedzone/${id}`,
      Name: dotted(name),
      CallerReference: id,
      Config: { PrivateZone: false },
    }));
    return answered({ HostedZones: { HostedZone }, IsTruncated: false, MaxItems: 100 });
  };
  return {
    ListHostedZones: asking(() => zonesFrom('')),
    ListHostedZonesByName: operation(z.object({ dnsname: z.string().default('') }), ({ dnsname }) =>
      zonesFrom(dnsname),
    ),
    ListResourceRecordSets: operation(z.object({ HostedZoneId: z.string() }), (given) => {
      const id = given.HostedZoneId.replace('/hostedzone/', '');
      const zone = account.state.zones.find((one) => one.id === id);
      if (zone === undefined) {
        return refused('NoSuchHostedZone', `No hosted zone found with ID: ${id}`, 404);
      }
      const own = account.records().filter(({ name }) => zoneOf(name)?.id === id);
      return answered({
        ResourceRecordSets: {
          ResourceRecordSet: own.map(({ name, type, values }) => ({
            Name: dotted(name),
            Type: type,
            TTL: 300,
            ResourceRecords: { ResourceRecord: values.map((Value) => ({ Value })) },
          })),
        },
        IsTruncated: false,
        MaxItems: 300,
      });
    }),
  };
}
