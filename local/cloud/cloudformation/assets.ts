import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { unzipSync } from 'fflate';
import type { Services } from '../services/services.ts';
import { type Assembly, readTemplate } from '../template/assembly.ts';
import { ACCOUNT, REGION } from '../template/names.ts';

/** Where CDK puts what it deploys; its bootstrap stack makes it. */
export const ASSETS_BUCKET = `cdk-hnb659fds-assets-${ACCOUNT}-${REGION}`;

/** What a change set is to be made of: the template itself, or where it was put. */
export interface TemplateSource {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}

/** @throws ServiceRefusal when nothing lies there */
export async function templateText(
  { TemplateBody, TemplateURL }: TemplateSource,
  storage: Services,
): Promise<string> {
  if (TemplateBody !== undefined) return TemplateBody;
  const path = new URL(TemplateURL ?? '').pathname.split('/').slice(-2).join('/');
  return (await storage.s3('GET', `/${path}`)).toString('utf8');
}

/**
 * The assembly that a template and the code it names in the bucket come to.
 *
 * @param folder where the code is unpacked
 * @throws StartError on a template, ServiceRefusal on a bundle that there is not
 */
export async function assemblyFrom(
  stackName: string,
  text: string,
  storage: Services,
  folder: string,
): Promise<Assembly> {
  const template = readTemplate(text, stackName);
  const assets = new Map<string, string>();
  for (const { Type, Properties } of Object.values(template.Resources)) {
    const { S3Key } = (Properties['Code'] ?? {}) as { readonly S3Key?: string };
    if (Type !== 'AWS::Lambda::Function' || S3Key === undefined) continue;
    const hash = S3Key.replace(/\.zip$/, '');
    const target = join(folder, hash);
    unpack(await storage.s3('GET', `/${ASSETS_BUCKET}/${S3Key}`), target);
    assets.set(hash, target);
  }
  return { stackName, template, text, assets };
}

function unpack(zip: Uint8Array, target: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = join(target, normalize(`/${name}`));
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
