import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StartError } from '../problem.ts';

const Resource = z.object({
  Type: z.string(),
  Condition: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

const Template = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  /** Asserted before anything is made; only CloudFormation asks, `npm start` does not. */
  Rules: z
    .record(
      z.string(),
      z.object({
        Assertions: z.array(
          z.object({ Assert: z.unknown(), AssertDescription: z.string().default('') }),
        ),
      }),
    )
    .default({}),
  Resources: z.record(z.string(), Resource),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Description: z.string().optional() }))
    .default({}),
});

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});

const AssetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

/** A CloudFormation template, as far as the local cloud reads it. */
export type Template = z.infer<typeof Template>;

/** One synthesized stack: its template and where its assets lie. */
export interface Assembly {
  readonly stackName: string;
  readonly template: Template;
  /** The template as it was written. */
  readonly text: string;
  /** The directory of an asset, by its hash; elsewhere while the template is only looked at. */
  readonly assets: ReadonlyMap<string, string> | 'elsewhere';
}

/** Of an account in which nothing is deployed. */
export const NOTHING: Assembly = {
  stackName: '',
  template: Template.parse({ Resources: {} }),
  text: '{"Resources":{}}',
  assets: new Map(),
};

/** Reads a template. @throws StartError when it is none that the local cloud understands */
export function readTemplate(text: string, name: string): Template {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new StartError(`${name} is no JSON`);
  }
  return checked(Template, given, name);
}

/**
 * Reads what `cdk synth` wrote.
 *
 * @param edit changes the template before it is used; tests take permissions away with it
 */
export function readAssembly(
  directory: string,
  edit: (template: Template) => Template = (template) => template,
): Assembly {
  const { artifacts } = read(Manifest, directory, 'manifest.json');
  const stacks = Object.entries(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1) {
    throw new StartError(`${directory} holds ${stacks.length} stacks; the local cloud runs one`);
  }
  const [stackName, { properties }] = stack;
  const file = String(properties?.['templateFile']);
  const text = textOf(directory, file);
  const template = edit(readTemplate(text, file));
  return { stackName, template, text, assets: assetsOf(directory, artifacts) };
}

function assetsOf(
  directory: string,
  artifacts: z.infer<typeof Manifest>['artifacts'],
): ReadonlyMap<string, string> {
  const manifests = Object.values(artifacts).filter(({ type }) => type === 'cdk:asset-manifest');
  return new Map(
    manifests.flatMap(({ properties }) => {
      const { files } = read(AssetManifest, directory, String(properties?.['file']));
      return Object.entries(files).map(
        ([hash, { source }]) => [hash, join(directory, source.path)] as const,
      );
    }),
  );
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  directory: string,
  file: string,
): z.infer<Schema> {
  return checked(schema, JSON.parse(textOf(directory, file)), join(directory, file));
}

function textOf(directory: string, file: string): string {
  const path = join(directory, file);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new StartError(`${path} is missing: synthesize the stack first`);
  }
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  name: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new StartError(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
