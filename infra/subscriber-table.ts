import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

/** What a table is known by, whoever made it. */
type Known = Pick<Table, 'tableName' | 'tableArn'>;

/** Everything we know, in one table: subscribers, what is kept beside them, and the tick's place. */
export class SubscriberTable extends Construct {
  readonly name: string;
  readonly arn: string;
  /** Who is due, and when: eight shards, keys only. Not due costs nothing. */
  readonly dueIndexArn: string;
  /** Who takes the newsletter, by zone: keys only. */
  readonly newsletterIndexArn: string;

  /** @param existing the name of one that is there, such as a restored one; empty to make it */
  constructor(scope: Construct, id: string, existing: string) {
    super(scope, id);
    const table = existing === '' ? this.make() : this.attach(existing);
    this.name = table.tableName;
    this.arn = table.tableArn;
    this.dueIndexArn = `${table.tableArn}/index/due`;
    this.newsletterIndexArn = `${table.tableArn}/index/newsletter`;
  }

  private attach(tableName: string): Known {
    return Table.fromTableAttributes(this, 'Table', {
      tableName,
      globalIndexes: ['due', 'newsletter'],
    });
  }

  private make(): Known {
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // The subscribers are the author's: deleting the stack must not delete them.
      removalPolicy: RemovalPolicy.RETAIN,
      deletionProtection: true,
    });
    table.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: { name: 'dueShard', type: AttributeType.STRING },
      sortKey: { name: 'dueAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    table.addGlobalSecondaryIndex({
      indexName: 'newsletter',
      partitionKey: { name: 'newsletterShard', type: AttributeType.STRING },
      sortKey: { name: 'zone', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    return table;
  }
}
