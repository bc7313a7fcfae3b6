import { join } from 'node:path';
import { findingLine } from '../../emails/lint/finding.ts';
import { lint } from '../../emails/lint/lint.ts';
import { placeholders, refusal } from '../../infra/config.ts';
import { accountAt } from './account.ts';
import { wishesIn } from './arguments.ts';
import { deployStack, synthesize, synthesized } from './cdk.ts';
import { type CheckWorld, type Found, runChecks } from './check.ts';
import { dkimRecords } from './checks/identity.ts';
import { BEFORE, CHECKS } from './checks.ts';
import { crowdedTables, crowdInWords, lossesBetween, lossesInWords } from './losses.ts';
import { completeAdopted, receiveReplies } from './mend.ts';
import { intentIn, settle } from './outline/intent.ts';
import { placeInWords } from './place.ts';
import { openRecords, tellRecords } from './records.ts';
import { linesOf, summary } from './report.ts';
import { lookAround, type Outside, openSession, type Session } from './session.ts';
import { readSettings, writeContext } from './settings.ts';
import { toSettle } from './settle.ts';
import { subjectOf } from './subject.ts';

/**
 * `npm run deploy`: looks first, shows what would be lost, deploys, and says what is left to do.
 *
 * @returns the exit code: 0 when the stack stands and nothing is wrong with it
 */
export async function deploy(outside: Outside, args: readonly string[]): Promise<number> {
  const { print } = outside;
  const flags = ['yes', 'yes-to-plan', 'force'];
  const wishes = wishesIn(args, { flags, values: ['replace'] });
  const opened = await openSession(outside, wishes);
  const { config, publication } = opened.settings;
  print(`${publication.name} (${config.domain}) to ${placeInWords(opened.place)}\n`);
  const problem =
    unfinished(opened) ?? (await problemBefore(opened)) ?? (await contentProblem(opened));
  if (problem !== undefined) return refused(outside, problem);
  const session = { ...opened, settings: settingsNow(opened) };
  const intent = await intentIn(session, (await lookAround(session)).stack);
  if (intent.is === 'refused') return refused(outside, intent.because);
  if (!(await agreed(session))) return refused(outside, 'Nothing was deployed.');
  const failed = await carryOut(session);
  if (failed !== undefined) return refused(outside, failed);
  const world = await lookAround(session);
  await settle(session, world.stack, intent);
  return after(session, world);
}

function refused({ print }: Outside, why: string): number {
  print(`\n${why}`);
  return 1;
}

function unfinished({ settings: { config, publication } }: Session): string | undefined {
  const open = placeholders(config, publication);
  return open.length > 0 ? refusal(open) : undefined;
}

/** What the letters have wrong; the account was asked before, since that takes less time. */
async function contentProblem({ outside }: Session): Promise<string | undefined> {
  const { findings } = await lint(outside.contentDir, { now: outside.now() });
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return undefined;
  return `The letters have mistakes:\n${errors.map((one) => findingLine(one)).join('\n')}`;
}

/** What stands in the account and in DNS. What was there before us is written down. */
async function problemBefore(session: Session): Promise<string | undefined> {
  const { outside } = session;
  for (const { key, value, because } of await toSettle(await lookAround(session))) {
    writeContext({ [key]: value }, outside.configFile);
    outside.print(`Written to cdk.json: "${key}": ${JSON.stringify(value)}, since ${because}.`);
  }
  const world = await lookAround({ ...session, settings: settingsNow(session) });
  const all = await runChecks(BEFORE, world, (found) => tell(outside, found));
  const wrongs = all.filter(({ is }) => is === 'wrong').length;
  return wrongs === 0 ? undefined : 'Nothing was deployed: what is marked ✗ is in the way.';
}

const settingsNow = ({ outside, wishes }: Session) =>
  readSettings(outside.contentDir, wishes.context, outside.configFile);

function tell({ print }: Outside, found: Found): void {
  for (const line of linesOf(found)) print(line);
}

async function agreed({ outside: { ask }, wishes, settings, place }: Session): Promise<boolean> {
  if (ask === undefined || wishes.flags.has('yes')) return true;
  const where = `${settings.config.domain} to ${placeInWords(place)}`;
  return /^(|y|yes)$/i.test((await ask(`\nDeploy ${where}? [Y/n] `)).trim());
}

/** @returns why it did not work */
async function carryOut(session: Session): Promise<string | undefined> {
  const { stackName } = subjectOf(session.settings);
  if ((await synthesize(session)) !== 0) return 'The template could not be made; see above.';
  const deployed = await accountAt(session.place).template(stackName);
  if (deployed !== undefined) {
    const meant = session.wishes.values['replace']?.split(',') ?? [];
    const [was, next] = [templateIn(deployed), synthesized(session, stackName)];
    const losses = lossesBetween(was, next).filter(({ logicalId }) => !meant.includes(logicalId));
    if (losses.length > 0) return lossesInWords(losses);
    const crowded = crowdedTables(was, next);
    if (crowded.length > 0) return crowdInWords(crowded);
  }
  if ((await deployStack(session, stackName)) === 0) return undefined;
  return 'CloudFormation did not get through; its reason is above. Then: npm run doctor';
}

/** CDK deploys JSON; a stack that somebody else made in YAML is none of ours. */
function templateIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What CloudFormation can't do, and what is left for the author. */
async function after(session: Session, world: CheckWorld): Promise<number> {
  const { outside, place } = session;
  const { print } = outside;
  await completeAdopted(place, world);
  await receiveReplies(place, world);
  print('');
  const all = await runChecks(CHECKS, world, (found) => {
    if (found.is !== 'ok') tell(outside, found);
  });
  print(summary(all));
  const byHand = await recordsByHand(world);
  if (byHand.length > 0)
    tellRecords(byHand, join(outside.buildDir, `${world.subject.domain}.zone`), print);
  print(`\nDeployed. The sign-up page is ${world.stack?.outputs['WebUrl'] ?? ''}/`);
  return all.some(({ is }) => is === 'wrong') ? 1 : 0;
}

/** Those that the stack asks for, and the keys of an adopted domain, which it knows nothing of. */
async function recordsByHand({ stack, dns, account, subject }: CheckWorld) {
  if (stack === undefined) return [];
  const { domain, bounceDomain, identity } = subject;
  const known = await account.identity(domain);
  const mailFrom = known?.mailFromDomain ?? bounceDomain;
  const superseded = mailFrom === bounceDomain ? undefined : bounceDomain;
  const keys = identity === 'adopt' ? dkimRecords(domain, known?.dkimTokens ?? []) : [];
  return openRecords(stack, dns, { superseded, keys });
}
