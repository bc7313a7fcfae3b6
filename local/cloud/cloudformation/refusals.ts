import type { Account } from '../account/account.ts';
import { recordsOf } from '../account/account.ts';
import { sameName } from '../account/dns.ts';
import { identitiesOf } from '../account/identities.ts';
import type { ResolvedResource } from '../template/resolved.ts';
import type { Stack } from '../template/stack.ts';
import type { Refusals } from './deployments.ts';

/** The types that only regions have in which SES receives mail. */
const RECEIVING = ['AWS::SES::ReceiptRuleSet', 'AWS::SES::ReceiptRule'];

type Check = (resource: ResolvedResource, account: Account, before: Stack | undefined) => unknown;

/** What cannot be made although the template is right, by the type of the resource. */
const CHECKS: Readonly<Record<string, Check>> = {
  'AWS::ApiGatewayV2::Stage': accessLogWithoutId,
  'AWS::SES::EmailIdentity': identityIsThere,
  'AWS::Route53::RecordSet': recordIsThere,
};

/**
 * Why AWS would refuse a stack that could be run here.
 *
 * @param before what the stack was; what it made itself is not in its own way
 */
export function refusalsOf(stack: Stack, before: Stack | undefined, account: Account): Refusals {
  const resources = stack.resources.flatMap((resource) => {
    const why = CHECKS[resource.type]?.(resource, account, before);
    return typeof why === 'string' ? [{ logicalId: resource.logicalId, why }] : [];
  });
  return { early: early(stack, account), resources };
}

/** SES API reference, DeleteReceiptRuleSet: "The currently active rule set cannot be deleted." */
export function activeRuleSetOf({ ruleSets }: Stack, account: Account): string | undefined {
  const active = account.activeRuleSet();
  if (active === undefined || !ruleSets.includes(active)) return undefined;
  return `Cannot delete active rule set: ${active} (Service: Ses, Status Code: 400)`;
}

function early({ brokenRules, resources }: Stack, { state }: Account): string | undefined {
  const [broken] = brokenRules;
  if (broken !== undefined) return `Template error: Rule assertion failed: ${broken}`;
  if (state.receiving) return undefined;
  const types = [...new Set(resources.map(({ type }) => type))];
  const unknown = types.filter((type) => RECEIVING.includes(type));
  if (unknown.length === 0) return undefined;
  return `Template format error: Unrecognized resource types: [${unknown.join(', ')}]`;
}

/**
 * CloudFormation user guide, AWS::ApiGatewayV2::Stage AccessLogSettings: "The format must include at
 * least $context.requestId."
 */
function accessLogWithoutId({ properties }: ResolvedResource): string | undefined {
  const { AccessLogSettings } = properties as {
    readonly AccessLogSettings?: { readonly Format?: string };
  };
  const format = AccessLogSettings?.Format;
  if (format === undefined || /\$context\.(requestId|extendedRequestId)\b/.test(format)) return;
  return (
    'Resource handler returned message: "AccessLogFormat must contain at least one of ' +
    '$context.requestId or $context.extendedRequestId" (HandlerErrorCode: InvalidRequest)'
  );
}

/** CloudFormation takes over nothing that is there. */
function identityIsThere(
  { name, logicalId }: ResolvedResource,
  account: Account,
  before: Stack | undefined,
): string | undefined {
  const ours = before === undefined ? [] : identitiesOf(before);
  const wanted = name.toLowerCase();
  if (ours.some((one) => one.name === wanted)) return;
  if (account.identity(wanted) === undefined) return;
  return (
    `Resource of type 'AWS::SES::EmailIdentity' with identifier '${wanted}' already exists. ` +
    `(HandlerErrorCode: AlreadyExists, ${logicalId})`
  );
}

function recordIsThere(
  resource: ResolvedResource,
  account: Account,
  before: Stack | undefined,
): string | undefined {
  const [wanted] = recordsOf({ resources: [resource] });
  if (wanted === undefined) return;
  const same = ({ name, type }: { readonly name: string; readonly type: string }) =>
    type === wanted.type && sameName(name, wanted.name);
  if (before !== undefined && recordsOf(before).some(same)) return;
  if (!account.records().some(same)) return;
  return (
    `[Tried to create resource record set [name='${wanted.name}.', type='${wanted.type}'] ` +
    'but it already exists]'
  );
}
