import { Template } from 'aws-cdk-lib/assertions';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** A template as it lies in an assembly. */
export interface TemplateJson {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A template, with a property of every resource of a kind set to something else. */
export function broken(
  template: TemplateJson,
  kind: string,
  path: string,
  value: unknown,
): Template {
  const resources = Object.entries(template.Resources).map(([id, resource]) => [
    id,
    resource.Type === kind ? withValue(resource, path.split('.'), value) : resource,
  ]);
  return Template.fromJSON({ ...template, Resources: Object.fromEntries(resources) });
}

function withValue(part: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...deeper] = path;
  if (name === undefined) return value;
  const known: Readonly<Record<string, unknown>> = { ...(part ?? {}) };
  return { ...known, [name]: withValue(known[name], deeper, value) };
}
