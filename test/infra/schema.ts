import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type {
  Property,
  PropertyType,
  Resource,
  SpecDatabase,
  TypeDefinition,
} from '@aws-cdk/service-spec-types';
import type { TemplateJson } from './broken.ts';

type Json = Readonly<Record<string, unknown>>;
type Properties = Readonly<Record<string, Property>>;

/** CloudFormation's own schema, as the CDK's makers keep it: what exists, and not what makes sense. */
export const loadSchema = (): SpecDatabase => loadAwsServiceSpecSync();

/** What a template says that CloudFormation does not know, or lacks that it asks for. */
export function unknownTo(schema: SpecDatabase, template: TemplateJson): readonly string[] {
  const kinds = new Map(
    Object.entries(template.Resources).map(([id, { Type }]) => [id, kindOf(schema, Type)]),
  );
  return [
    ...Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
      const kind = kinds.get(id);
      if (kind === undefined) return [`${id}: there is no ${Type}`];
      return inObject(schema, kind.properties, Properties, `${id}: `);
    }),
    ...attributesIn(template).flatMap(([id, name]) => {
      const kind = kinds.get(id);
      return (kind?.attributes[name] ?? kind?.properties[name]) ? [] : [`${id} has no ${name}`];
    }),
  ];
}

const kindOf = (schema: SpecDatabase, type: string): Resource | undefined =>
  schema.lookup('resource', 'cloudFormationType', 'equals', type)[0];

function inObject(
  schema: SpecDatabase,
  known: Properties,
  given: Json,
  path: string,
): readonly string[] {
  const missing = Object.entries(known)
    .filter(([name, { required }]) => required === true && given[name] === undefined)
    .map(([name]) => `${path}${name} is required`);
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const property = known[name];
    if (property === undefined) return [`${path}${name} is not known`];
    return inValue(schema, property.type, value, `${path}${name}`);
  });
  return [...missing, ...wrong];
}

function inValue(
  schema: SpecDatabase,
  type: PropertyType,
  value: unknown,
  path: string,
): readonly string[] {
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? [] : [`${path} is no number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} is neither true nor false`];
    case 'string':
      return typeof value === 'string' ? [] : [`${path} is no text`];
    case 'array':
      if (!Array.isArray(value)) return [`${path} is no list`];
      return value.flatMap((one, index) => inValue(schema, type.element, one, `${path}[${index}]`));
    case 'ref': {
      const { properties }: TypeDefinition = schema.get('typeDefinition', type.reference.$ref);
      return inObject(schema, properties, value as Json, `${path}.`);
    }
    default:
      // Free-form JSON, maps and unions: nothing to hold against.
      return [];
  }
}

/** What is known only when the stack is deployed. */
function isIntrinsic(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const [only, ...others] = Object.keys(value);
  return others.length === 0 && (only === 'Ref' || only?.startsWith('Fn::') === true);
}

/** Every `Fn::GetAtt` of a template, wherever it stands. */
function attributesIn(part: unknown): readonly (readonly [id: string, name: string])[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'Fn::GetAtt' ? [value as [string, string]] : attributesIn(value),
  );
}
