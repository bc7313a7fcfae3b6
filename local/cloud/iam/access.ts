import { ACCOUNT, nameInArn } from '../template/names.ts';
import type { Role, Stack } from '../template/stack.ts';
import { type AccessRequest, applies, like, type Statement } from './policy.ts';

/**
 * Who asks: a role (of a function, of a schedule), somebody to whom one of the stack's managed policies is attached and
 * nothing else, one of AWS's services, or the account's owner.
 */
export type Principal =
  | { readonly is: 'role'; readonly arn: string; readonly label: string }
  | { readonly is: 'person'; readonly policy: string; readonly label: string }
  | { readonly is: 'service'; readonly service: string }
  | { readonly is: 'owner' };

/** A role that a service takes on, on behalf of one of its resources. */
export interface TakenOn {
  readonly service: string;
  readonly roleArn: string;
  readonly sourceArn: string;
  /** What figures and logs call whoever acts by it. */
  readonly label: string;
}

export type Decision = { readonly is: 'allowed' } | { readonly is: 'denied'; readonly why: string };

/** Every question that was asked, with its answer; the metrics keep count. */
export interface AccessLog {
  decided(principal: Principal, request: AccessRequest, decision: Decision): void;
}

/** Decides from the template's policies, as IAM does within one account. */
export class Access {
  readonly #stack: () => Stack;
  readonly #log: AccessLog;

  constructor(stack: () => Stack, log: AccessLog) {
    this.#stack = stack;
    this.#log = log;
  }

  decide(
    principal: Principal,
    action: string,
    resource: string,
    context: AccessRequest['context'] = {},
  ): Decision {
    const request = requestOf(action, resource, context);
    const decision = this.#evaluate(principal, request);
    this.#log.decided(principal, request, decision);
    return decision;
  }

  /** Whether a service may do something by a role that it takes on, if that role trusts it. */
  lets({ service, roleArn, sourceArn, label }: TakenOn, action: string, resource: string): boolean {
    const context = { 'aws:SourceAccount': [ACCOUNT], 'aws:SourceArn': [sourceArn] };
    if (!trusts(this.#stack().roles.get(roleArn), service, context)) {
      const refused = requestOf('sts:AssumeRole', roleArn, {});
      const why = 'the role does not trust it';
      this.#log.decided({ is: 'service', service }, refused, { is: 'denied', why });
      return false;
    }
    return this.decide({ is: 'role', arn: roleArn, label }, action, resource).is === 'allowed';
  }

  /** Whether a function's own policy (`AWS::Lambda::Permission`) lets a service invoke it. */
  mayInvoke(service: string, functionArn: string, sourceArn: string): boolean {
    const permitted = this.#stack().permissions.some(
      (one) =>
        nameInArn(one.FunctionName) === nameInArn(functionArn) &&
        one.Principal === service &&
        (one.SourceAccount ?? ACCOUNT) === ACCOUNT &&
        like(one.SourceArn ?? '*', sourceArn),
    );
    this.#log.decided(
      { is: 'service', service },
      requestOf('lambda:InvokeFunction', functionArn, { 'aws:SourceArn': [sourceArn] }),
      permitted
        ? { is: 'allowed' }
        : { is: 'denied', why: `no permission of the function lets ${sourceArn} invoke it` },
    );
    return permitted;
  }

  /** Looks without leaving a trace: nobody asked for this. */
  would(principal: Principal, action: string, resource: string): boolean {
    return this.#evaluate(principal, requestOf(action, resource, {})).is === 'allowed';
  }

  #evaluate(principal: Principal, request: AccessRequest): Decision {
    const stack = this.#stack();
    const identity = identityPolicies(stack, principal);
    const resource = resourcePolicies(stack, request.resource).filter((statement) =>
      names(statement, principal),
    );
    const spoken = [...identity, ...resource].filter((statement) => applies(statement, request));
    if (spoken.some(({ Effect }) => Effect === 'Deny')) {
      return { is: 'denied', why: `an explicit deny in a policy` };
    }
    if (principal.is === 'owner' || spoken.length > 0) return { is: 'allowed' };
    const kind = principal.is === 'service' ? 'resource-based' : 'identity-based';
    return { is: 'denied', why: `no ${kind} policy allows the ${request.action} action` };
  }
}

function requestOf(
  action: string,
  resource: string,
  context: AccessRequest['context'],
): AccessRequest {
  // Connections on this machine stand for the TLS ones that they are in AWS.
  const always = { 'aws:SecureTransport': ['true'], 'aws:PrincipalAccount': [ACCOUNT] };
  return { action, resource, context: { ...always, ...context } };
}

function identityPolicies({ roles, policies }: Stack, principal: Principal): readonly Statement[] {
  switch (principal.is) {
    case 'role':
      return roles.get(principal.arn)?.statements ?? [];
    case 'person':
      return policies.get(principal.policy)?.statements ?? [];
    default:
      return [];
  }
}

/** The policy on a resource; that of a bucket covers what lies in it. */
function resourcePolicies(stack: Stack, resource: string): readonly Statement[] {
  const bucket = resource.startsWith('arn:aws:s3:::') ? resource.replace(/\/.*$/, '') : resource;
  return stack.resourcePolicies.get(bucket) ?? [];
}

/** Whether a statement of a resource's policy is about this principal. */
function names({ Principal: named }: Statement, principal: Principal): boolean {
  if (named === '*' || named === undefined) return true;
  if (principal.is === 'service') {
    return (named['Service'] ?? []).includes(principal.service) || anyone(named);
  }
  const arn = principal.is === 'role' ? principal.arn : `arn:aws:iam::${ACCOUNT}:root`;
  return anyone(named) || (named['AWS'] ?? []).includes(arn);
}

const anyone = (named: Readonly<Record<string, readonly string[]>>) =>
  (named['AWS'] ?? []).includes('*');

/** Whether a role lets itself be taken on by a service, as its trust policy says. */
function trusts(
  role: Role | undefined,
  service: string,
  context: AccessRequest['context'] = {},
): boolean {
  const request = { action: 'sts:AssumeRole', resource: '*', context };
  return (role?.trust ?? []).some(
    (statement) =>
      statement.Effect === 'Allow' &&
      names(statement, { is: 'service', service }) &&
      applies(statement, request),
  );
}
