import { StartError } from '../problem.ts';
import type { Assembly } from './assembly.ts';
import { holds, isTrue, resolve, type Scope } from './intrinsics.ts';
import { ACCOUNT, REGION } from './names.ts';
import { type Named, RESOURCE_TYPES } from './resource-types.ts';

/** Where the running cloud is reached. */
export interface Addresses {
  readonly url: string;
  readonly endpoint: string;
  /** What names begin with that the template does not give. */
  readonly prefix: string;
}

/** A resource of the template with every intrinsic function replaced. */
export interface ResolvedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly ref: string;
  attribute(name: string): string;
  readonly properties: unknown;
}

/** A template with every intrinsic function replaced. */
export interface ResolvedTemplate {
  readonly resources: readonly ResolvedResource[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The descriptions of the rules that do not hold; CloudFormation refuses to begin. */
  readonly brokenRules: readonly string[];
}

/**
 * Resolves a template.
 *
 * @throws StartError when it holds a type, an attribute or a function that is not known here
 */
export function resolveTemplate(assembly: Assembly, addresses: Addresses): ResolvedTemplate {
  const { template } = assembly;
  const { scope, named } = scopeOf(assembly, addresses);
  const broken = Object.values(template.Rules).flatMap(({ Assertions }) =>
    Assertions.filter(({ Assert }) => !holds(Assert, scope)),
  );
  return {
    resources: Object.entries(template.Resources)
      .filter(([, { Condition }]) => Condition === undefined || isTrue(Condition, scope))
      .map(([logicalId, { Type, Properties }]) => ({
        logicalId,
        type: Type,
        name: named(logicalId).name,
        ref: scope.ref(logicalId),
        attribute: (name) => scope.attribute(logicalId, name),
        properties: resolve(Properties, scope),
      })),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([name, { Value }]) => [
        name,
        String(resolve(Value, scope)),
      ]),
    ),
    brokenRules: broken.map(({ AssertDescription }) => AssertDescription),
  };
}

function scopeOf(
  { template, stackName }: Assembly,
  { url, endpoint, prefix }: Addresses,
): { readonly scope: Scope; readonly named: (logicalId: string) => Named } {
  const known = new Map<string, Named>();
  const scope: Scope = {
    template,
    pseudo: {
      'AWS::AccountId': ACCOUNT,
      'AWS::Partition': 'aws',
      'AWS::Region': REGION,
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/local`,
      'AWS::URLSuffix': 'amazonaws.com',
    },
    ref(logicalId) {
      const resource = named(logicalId);
      return typeOf(logicalId).ref?.(resource) ?? resource.name;
    },
    attribute(logicalId, name) {
      const attribute = typeOf(logicalId).attributes?.[name];
      if (attribute === undefined) {
        const type = template.Resources[logicalId]?.Type;
        throw new StartError(`the local cloud does not know the attribute ${name} of ${type}`);
      }
      return attribute(named(logicalId));
    },
  };

  function typeOf(logicalId: string) {
    const type = template.Resources[logicalId]?.Type;
    if (type === undefined) throw new StartError(`the template has no resource ${logicalId}`);
    const known = RESOURCE_TYPES[type];
    if (known === undefined) {
      throw new StartError(
        `the local cloud does not know the resource type ${type} (${logicalId})`,
      );
    }
    return known;
  }

  function named(logicalId: string): Named {
    const before = known.get(logicalId);
    if (before !== undefined) return before;
    const { nameProperty } = typeOf(logicalId);
    const resource = template.Resources[logicalId];
    const given = nameProperty && resolve(resource?.Properties[nameProperty], scope);
    const own = `${prefix}${logicalId}`;
    const fallback = resource?.Type === 'AWS::S3::Bucket' ? own.toLowerCase() : own;
    const made = {
      logicalId,
      name: typeof given === 'string' && given !== '' ? given : fallback,
      url,
      endpoint,
    };
    known.set(logicalId, made);
    return made;
  }

  return { scope, named };
}
