import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { dnsOf } from '../../local/account/dns.ts';
import { endOf } from '../../local/account/foreseen.ts';
import type { Outside } from '../../local/account/session.ts';
import { type AccountState, brandNew } from '../../local/cloud/account/state.ts';
import type { Cloud } from '../../local/cloud/cloud.ts';
import { emptyAccount } from '../support/local-account.ts';
import { contentFor } from '../support/own-content.ts';

/** A shell with credentials, in front of an account in which nothing was done but what is said. */
export async function shellAt(change: Partial<AccountState> = {}, context: object = {}) {
  return shellBefore(await emptyAccount({ account: brandNew(change) }), context);
}

/** The same in front of an account in which something runs already, on the clock that is given. */
export function shellBefore(
  account: Cloud,
  context: object = {},
  { domain = 'closer.org', now = () => new Date() } = {},
) {
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const folder = mkdtempSync(join(tmpdir(), 'kindling-account-'));
  const contentDir = contentFor(domain);
  onTestFinished(() => {
    for (const one of [folder, contentDir]) rmSync(one, { recursive: true, force: true });
  });
  const variables = {
    AWS_ENDPOINT_URL: account.endpoint,
    AWS_ACCESS_KEY_ID: 'author',
    AWS_SECRET_ACCESS_KEY: 'local',
    // The one that the AWS CLI knows and its SDK does not.
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  for (const name of ['AWS_REGION', 'AMAZON_REGION', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
  const configFile = join(folder, 'cdk.json');
  writeFileSync(configFile, configuration({ domain, ...context }));
  const printed: string[] = [];
  const outside: Outside = {
    env: process.env,
    dns: dnsOf(account.resolver),
    contentDir,
    configFile,
    buildDir: folder,
    cdkOutput: 'ignore',
    print: (line) => void printed.push(line),
    color: false,
    isTerminal: false,
    ask: undefined,
    health: (url) => seenBy(account, url),
    now,
  };
  return {
    account,
    outside,
    run: (command: Command, ...args: readonly string[]) => said(command, outside, printed, args),
  };
}

/** As a browser in this account's world finds a page: a name has to be in its DNS. */
async function seenBy({ url, resolver }: Cloud, wanted: string): Promise<number | undefined> {
  const { hostname, pathname } = new URL(wanted);
  const isNamed =
    hostname === 'localhost' ||
    (await resolver.resolveCname(hostname).catch((): string[] => [])).includes(
      `${hostname}.local-target`,
    );
  return isNamed ? (await fetch(new URL(pathname, url))).status : undefined;
}

type Command = (outside: Outside, args: readonly string[]) => Promise<number>;

/** What a command says, and how it ends; what had to be expected is said as well. */
async function said(
  command: Command,
  outside: Outside,
  printed: string[],
  args: readonly string[],
) {
  printed.length = 0;
  const code = await command(outside, args).catch((error: unknown) => {
    const end = endOf(error);
    if (end === undefined) throw error;
    printed.push(end.sentence);
    return end.code;
  });
  return { code, text: printed.join('\n') };
}

const configuration = (context: object) =>
  JSON.stringify(
    {
      context: {
        hostedZoneId: '',
        replySubdomain: 'reply',
        alarmAddress: 'ann@closer.org',
        ...context,
      },
    },
    undefined,
    2,
  );
