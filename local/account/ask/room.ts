import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsResponse,
  paginateListHostedZones,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { ClientConfig } from '../account.ts';
import type { DnsRecord } from '../verdict.ts';

export interface CertificateState {
  /** `ISSUED`, `PENDING_VALIDATION`, `FAILED`, `EXPIRED`, ... */
  readonly status: string;
  readonly names: readonly string[];
  /** Has to be in DNS before it is issued, and to stay for its renewal. */
  readonly proof: readonly DnsRecord[];
}

export interface Zone {
  readonly id: string;
  readonly name: string;
}

export interface ZoneRecord {
  /** In lower case, without the last dot. */
  readonly name: string;
  readonly type: string;
}

/** A table as DynamoDB tells it. */
export interface TableState {
  /** The names of its keys, the partition's first. */
  readonly keys: readonly string[];
  /** By the index's name: its keys. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
  readonly isProtected: boolean;
  /** The attribute that says when an item may go; undefined where none does. */
  readonly timeToLive: string | undefined;
}

export interface RoomAnswers {
  /** How many Lambdas may run at once in the account and region. */
  concurrency(): Promise<number>;
  certificate(arn: string): Promise<CertificateState | undefined>;
  table(name: string): Promise<TableState | undefined>;
  /** Whether a table can be set back to any second of the last 35 days. */
  hasBackups(table: string): Promise<boolean>;
  /** Public zones only. */
  zones(): Promise<readonly Zone[]>;
  records(zoneId: string): Promise<readonly ZoneRecord[]>;
}

/** Asks for what the stack stands on. */
export function askRoom(config: ClientConfig): RoomAnswers {
  const [lambda, acm] = [new LambdaClient(config), new ACMClient(config)];
  const [dynamo, route53] = [new DynamoDBClient(config), new Route53Client(config)];
  return {
    async concurrency() {
      const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    certificate: (arn) => certificateOf(acm, arn),
    table: (name) => tableOf(dynamo, name),
    async hasBackups(TableName) {
      const told = await dynamo.send(new DescribeContinuousBackupsCommand({ TableName }));
      const backups = told.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
      return backups?.PointInTimeRecoveryStatus === 'ENABLED';
    },
    async zones() {
      const all: Zone[] = [];
      for await (const { HostedZones = [] } of paginateListHostedZones({ client: route53 }, {})) {
        for (const { Id = '', Name = '', Config } of HostedZones) {
          if (Config?.PrivateZone) continue;
          all.push({ id: Id.replace(/^.*\//, ''), name: undotted(Name) });
        }
      }
      return all;
    },
    records: (zoneId) => recordsIn(route53, zoneId),
  };
}

const undotted = (name: string) => name.toLowerCase().replace(/\.$/, '');

async function tableOf(dynamo: DynamoDBClient, TableName: string): Promise<TableState | undefined> {
  try {
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
    const ttl = await dynamo.send(new DescribeTimeToLiveCommand({ TableName }));
    return {
      keys: namesIn(Table?.KeySchema),
      indexes: Object.fromEntries(
        (Table?.GlobalSecondaryIndexes ?? []).map((one) => [
          one.IndexName ?? '',
          namesIn(one.KeySchema),
        ]),
      ),
      isProtected: Table?.DeletionProtectionEnabled ?? false,
      timeToLive: ttl.TimeToLiveDescription?.AttributeName,
    };
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

const namesIn = (schema: readonly { readonly AttributeName?: string | undefined }[] = []) =>
  schema.map(({ AttributeName }) => AttributeName ?? '');

async function certificateOf(acm: ACMClient, CertificateArn: string) {
  try {
    const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
    const proof = (Certificate?.DomainValidationOptions ?? []).flatMap(({ ResourceRecord }) =>
      ResourceRecord?.Name === undefined
        ? []
        : [
            {
              name: undotted(ResourceRecord.Name),
              type: 'CNAME' as const,
              value: undotted(ResourceRecord.Value ?? ''),
            },
          ],
    );
    return {
      status: Certificate?.Status ?? '',
      names: Certificate?.SubjectAlternativeNames ?? [Certificate?.DomainName ?? ''],
      proof,
    };
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function recordsIn(route53: Route53Client, HostedZoneId: string) {
  const all: ZoneRecord[] = [];
  let page: ListResourceRecordSetsResponse | undefined;
  do {
    page = await route53.send(
      new ListResourceRecordSetsCommand({
        HostedZoneId,
        StartRecordName: page?.NextRecordName,
        StartRecordType: page?.NextRecordType,
        StartRecordIdentifier: page?.NextRecordIdentifier,
      }),
    );
    for (const { Name = '', Type = '' } of page.ResourceRecordSets ?? []) {
      all.push({ name: undotted(Name), type: Type });
    }
  } while (page.IsTruncated);
  return all;
}
