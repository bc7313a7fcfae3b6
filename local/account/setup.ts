import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { publicationSchema } from '../../functions/core/publication.ts';
import { KEYS, readAccountConfig, webIsInZone } from '../../infra/config.ts';
import { accountAt } from './account.ts';
import { ArgumentError, type Wishes, wishesIn } from './arguments.ts';
import { certificateAt, isOfUse } from './checks/room.ts';
import { placeInWords } from './place.ts';
import { lookAround, type Outside, openSession, type Session } from './session.ts';
import { contextIn, readSettings, writeContext } from './settings.ts';
import { type Answers, answered, QUESTION_NAMES } from './setup/answers.ts';
import { awaitIssue, requestCertificate } from './setup/certificate.ts';
import { contextFrom, publicationFrom } from './setup/files.ts';
import { requestProduction, requestText, whyNotAsk } from './setup/production.ts';
import { topicIn } from './setup/topic.ts';

/**
 * `npm run setup`: asks what a first deployment has to know and writes it down; `--production` asks
 * AWS to let the account out of the sandbox; `--set key=value` writes one key of `cdk.json`.
 *
 * @returns the exit code
 */
export async function setup(outside: Outside, args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args, {
    flags: ['yes', 'production', 'no-wait'],
    values: [...QUESTION_NAMES, 'set'],
  });
  const set = wishes.values['set'];
  if (set !== undefined) return setOne(outside, set);
  const session = await openSession(outside, wishes);
  outside.print(`${placeInWords(session.place)}\n`);
  return wishes.flags.has('production') ? askForProduction(session) : wizard(session);
}

function setOne({ configFile, contentDir, print }: Outside, pair: string): number {
  const [key = '', value] = pair.split(/=(.*)/);
  if (value === undefined) throw new ArgumentError(`--set wants key=value, and got "${pair}"`);
  if (!KEYS.includes(key)) {
    throw new ArgumentError(`cdk.json knows no key "${key}". Known: ${KEYS.join(', ')}`);
  }
  readSettings(contentDir, { [key]: value }, configFile);
  writeContext({ [key]: value }, configFile);
  print(`Written to ${configFile}: "${key}": "${value}"`);
  return 0;
}

async function wizard(session: Session): Promise<number> {
  const { outside, wishes, place, settings } = session;
  const { publication } = settings;
  const zones = await accountAt(place).zones();
  const context = contextIn(outside.configFile);
  const ask = wishes.flags.has('yes') ? undefined : outside.ask;
  const answers = await answered(saidIn(wishes), { publication, context, zones }, ask);
  write(outside, answers, contextFrom(answers, zones, context));
  const ready = await haveCertificate({
    ...session,
    settings: readSettings(outside.contentDir, {}, outside.configFile),
  });
  outside.print(ready ? '\nNext: npm run deploy' : '');
  return ready ? 0 : 1;
}

const saidIn = ({ values }: Wishes): Partial<Answers> =>
  Object.fromEntries(
    QUESTION_NAMES.flatMap((name) => (name in values ? [[name, values[name] ?? '']] : [])),
  );

/** Both files or none: what can't be read again is not written. */
function write(outside: Outside, answers: Answers, context: Record<string, string>): void {
  const file = join(outside.contentDir, 'publication.yaml');
  const text = publicationFrom(readFileSync(file, 'utf8'), answers);
  const read = publicationSchema.safeParse(parse(text));
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ArgumentError(`That can't be written to publication.yaml: ${lines.join('; ')}`);
  }
  const before = contextIn(outside.configFile);
  readAccountConfig((key) => context[key] ?? before[key], read.data);
  writeFileSync(file, text);
  writeContext(context, outside.configFile);
  outside.print(`\nWritten to ${outside.configFile} and ${file}.`);
  const topic = topicIn(answers.domain, outside.contentDir);
  if (topic !== undefined) outside.print(TELLS(topic));
}

const TELLS = (word: string): string =>
  `\nThe domain says “${word}”, which tells what the letters are about to everybody who sees an inbox. ` +
  'Readers who want their mails discreet can hide it nowhere: think of a domain that says nothing.';

/**
 * With a zone of ours the stack makes it; without one, it has to be there before the stack. One that
 * can't serve the pages, such as of the host that they had, or one that has expired, is let go.
 */
async function haveCertificate({ outside, wishes, place, settings }: Session): Promise<boolean> {
  const { webDomain, certificateArn } = settings.config;
  if (webDomain === '') return true;
  const account = accountAt(place);
  const found = await certificateAt(place.region, certificateArn, account);
  const kept = isOfUse(found, webDomain) ? certificateArn : '';
  const isMadeByStack = webIsInZone(settings.config);
  const arn =
    kept || isMadeByStack ? kept : await requestCertificate(place, webDomain, certificateArn);
  if (arn !== certificateArn) writeContext({ certificateArn: arn }, outside.configFile);
  if (isMadeByStack) return true;
  return awaitIssue(arn, {
    account,
    print: outside.print,
    sleep: (milliseconds) => sleep(milliseconds),
    looks: wishes.flags.has('no-wait') ? 1 : 360,
  });
}

async function askForProduction(session: Session): Promise<number> {
  const { outside, wishes, place, settings } = session;
  const { print, ask } = outside;
  const { account, stack } = await lookAround(session);
  const standing = await account.sendingAccount();
  if (standing.production) {
    print('This account is out of the sandbox already.');
    return 0;
  }
  const webUrl = stack?.outputs['WebUrl'] ?? '';
  const reason = whyNotAsk(standing, settings.config.webDomain, webUrl);
  if (reason !== undefined) {
    print(reason);
    return 1;
  }
  print(`This is what AWS will read:\n\n${requestText(settings.publication, webUrl)}\n`);
  const sure = wishes.flags.has('yes') || /^y(es)?$/i.test((await ask?.('Send it? [y/N] ')) ?? '');
  if (!sure) {
    print('Nothing was sent. To send it: npm run setup -- --production --yes');
    return 1;
  }
  const asked = await requestProduction(place, settings.publication, webUrl);
  print(
    asked === 'asked'
      ? 'Sent. AWS answers by mail, mostly within a day; npm run doctor says how it stands.'
      : 'AWS takes no request now, as while it looks at one; npm run doctor says how it stands.',
  );
  return asked === 'asked' ? 0 : 1;
}
