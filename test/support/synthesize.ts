import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type DoorName, ENVIRONMENTS } from '../../functions/runtime/env.ts';
import { stackName } from '../../infra/config.ts';
import { Kindling } from '../../infra/stack.ts';
import { accountConfig, publication } from './account-config.ts';
import { VARIANTS, type Variant, variantFile } from './stack-variants.ts';

/**
 * The program that `cdk.json` names, and after it the stack as other accounts have it, under cdk-nag:
 * to load the CDK takes longer than all of it, and all has the same inputs. Templates and findings
 * lie in the assembly, for their tests to read.
 */
await import('../../infra/app.ts');
const assembly = process.env['CDK_OUTDIR'];
if (assembly === undefined) throw new Error('CDK_OUTDIR has to say where the assembly goes');
const folder = mkdtempSync(join(tmpdir(), 'kindling-variants-'));
const variants = Object.keys(VARIANTS) as Variant[];
const findings = variants.flatMap((variant) => checked(variant, folder, assembly));
writeFileSync(join(assembly, 'nag.json'), JSON.stringify(findings));
rmSync(folder, { recursive: true });

/** Keeps a variant's template. @returns what AwsSolutions finds in it and nobody has accepted */
function checked(variant: Variant, folder: string, assembly: string): readonly string[] {
  const [code, outdir] = [join(folder, 'code'), join(folder, variant)];
  mkdirSync(code, { recursive: true });
  writeFileSync(join(code, 'index.mjs'), '');
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ context, outdir, analyticsReporting: false, autoSynth: false });
  const config = accountConfig(VARIANTS[variant]);
  const stack = new Kindling(app, stackName(config), {
    config,
    from: publication().from.address,
    placeholders: [],
    code: Object.fromEntries(Object.keys(ENVIRONMENTS).map((door) => [door, code])) as Record<
      DoorName,
      string
    >,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const found = findingsOf(app, outdir).map((finding) => `${variant}: ${finding}`);
  copyFileSync(join(outdir, stack.templateFile), join(assembly, variantFile(variant)));
  return found;
}

function findingsOf(app: App, outdir: string): readonly string[] {
  try {
    app.synth();
    return [];
  } catch (error) {
    // With findings, synthesizing throws and names its report.
    return [String(error), ...reported(join(outdir, 'validation-report.json'))];
  }
}

function reported(file: string): readonly string[] {
  const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly pluginReports: readonly { readonly violations: readonly Violation[] }[];
  };
  return pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, description, violatingConstructs }) =>
      violatingConstructs.map((at) => `${at.constructPath}: ${ruleName}, ${description}`),
    );
}

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}
