import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type DoorName, ENVIRONMENTS } from '../../functions/runtime/env.ts';
import { Kindling } from '../../infra/stack.ts';
import { accountConfig } from './account-config.ts';

/**
 * The program that `cdk.json` names, and after it cdk-nag: to load the CDK takes longer than either,
 * and both have the same inputs. What cdk-nag finds lies in the assembly, for its test to read.
 */
await import('../../infra/app.ts');
const assembly = process.env['CDK_OUTDIR'];
if (assembly === undefined) throw new Error('CDK_OUTDIR has to say where the assembly goes');
const folder = mkdtempSync(join(tmpdir(), 'kindling-nag-'));
writeFileSync(join(assembly, 'nag.json'), JSON.stringify(findingsOfNag(folder)));
rmSync(folder, { recursive: true });

/** What AwsSolutions finds and nobody has accepted, in a stack with all that one can have. */
function findingsOfNag(folder: string): readonly string[] {
  const [code, outdir] = [join(folder, 'code'), join(folder, 'out')];
  mkdirSync(code);
  writeFileSync(join(code, 'index.mjs'), '');
  const app = new App({ outdir, analyticsReporting: false, autoSynth: false });
  new Kindling(app, 'Kindling', {
    config: accountConfig({ hostedZoneId: 'Z0123456789ABC' }),
    placeholders: [],
    code: Object.fromEntries(Object.keys(ENVIRONMENTS).map((door) => [door, code])) as Record<
      DoorName,
      string
    >,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
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
