import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';

/** What readers would lose by a change of the stack. */
export interface Loss {
  readonly logicalId: string;
  readonly type: string;
  readonly becomes: 'replaced' | 'removed';
}

/** What can't be made again: who reads, what they wrote, links in mails, the name we send by. */
const KEPT: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'all your readers are in it',
  'AWS::DynamoDB::GlobalTable': 'all your readers are in it',
  'AWS::S3::Bucket': 'what readers wrote is in it',
  'AWS::ApiGatewayV2::Api': 'every link ever mailed leads to it, unsubscribing too',
  'AWS::SES::EmailIdentity': 'you send by it',
};

const BECOMES: { readonly [Impact in ResourceImpact]?: Loss['becomes'] } = {
  [ResourceImpact.WILL_REPLACE]: 'replaced',
  [ResourceImpact.MAY_REPLACE]: 'replaced',
  [ResourceImpact.WILL_DESTROY]: 'removed',
  [ResourceImpact.WILL_ORPHAN]: 'removed',
};

/** Which of the resources that can't be made again a deployment would replace or take away. */
export function lossesBetween(deployed: unknown, next: unknown): readonly Loss[] {
  const losses: Loss[] = [];
  const templates = [deployed, next] as readonly Record<string, unknown>[];
  fullDiff(templates[0] ?? {}, templates[1] ?? {}).resources.forEachDifference(
    (logicalId, change) => {
      const type = change.oldResourceType ?? '';
      const becomes = BECOMES[change.changeImpact];
      if (becomes !== undefined && type in KEPT) losses.push({ logicalId, type, becomes });
    },
  );
  return losses;
}

/**
 * Tables of which a deployment would make or drop more than one index: CloudFormation gets through the
 * first and fails on the second (aws/aws-cdk#12246), after minutes.
 */
export function crowdedTables(deployed: unknown, next: unknown): readonly string[] {
  const [before, after] = [indexesIn(deployed), indexesIn(next)];
  return Object.keys(before).filter((id) => {
    const [had = [], has = []] = [before[id], after[id]];
    const made = has.filter((name) => !had.includes(name));
    const dropped = had.filter((name) => !has.includes(name));
    return id in after && made.length + dropped.length > 1;
  });
}

/** By a table's id: the names of its indexes. */
function indexesIn(template: unknown): Readonly<Record<string, readonly string[]>> {
  const { Resources = {} } = template as { readonly Resources?: Readonly<Record<string, Indexed>> };
  return Object.fromEntries(
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::DynamoDB::Table')
      .map(([id, { Properties }]) => [
        id,
        (Properties?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName),
      ]),
  );
}

interface Indexed {
  readonly Type: string;
  readonly Properties?: {
    readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string }[];
  };
}

export const crowdInWords = (tables: readonly string[]): string =>
  `Nothing was deployed: more than one index of ${tables.join(', ')} would change, and a deployment ` +
  'can change one. Deploy after each.';

/** Why we don't deploy, and how it is done all the same. */
export function lossesInWords(losses: readonly Loss[]): string {
  const lines = losses.map(
    ({ logicalId, type, becomes }) => `  ${logicalId} (${type}) would be ${becomes}: ${KEPT[type]}`,
  );
  const ids = losses.map(({ logicalId }) => logicalId).join(',');
  return (
    `Nothing was deployed, since something can't be brought back:\n${lines.join('\n')}\n` +
    `If you mean it: npm run deploy -- --replace ${ids}`
  );
}
