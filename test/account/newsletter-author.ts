import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compileMail } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { newsletterMails } from '../../emails/mails.ts';
import { type Broadcasts, broadcastsIn } from '../../functions/adapters/broadcasts.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { importList } from '../../local/account/import.ts';
import { newsletter } from '../../local/account/newsletter.ts';
import { at } from '../support/builders.ts';
import { fileOf } from '../support/list-files.ts';
import type { shippedCloud } from '../support/shipped-cloud.ts';
import { shellBefore } from './shell.ts';

/** A command works in the process in which the cloud runs here: ended connections have to be noticed first. */
const NOTICED_MS = 250;

const ISSUE = 'newsletters/2026-12-small-rituals.md';

/** The first issue that ships, made the author's own: of the 25th, or as it is changed. */
function withFrost(contentDir: string, change: (text: string) => string = (text) => text): void {
  const shipped = readFileSync(join(contentDir, ISSUE), 'utf8');
  const own = shipped
    .replace('id: small-rituals', 'id: frost')
    .replace(/^subject: .*$/m, 'subject: The first frost')
    .replace(/^sample: true\n/m, '')
    .replace('2026-12-03', '2026-11-25');
  writeFileSync(join(contentDir, 'newsletters/2026-11-frost.md'), change(own));
}

interface Given {
  readonly ask?: (question: string) => Promise<string>;
  readonly isTerminal?: boolean;
}

/** The author's own issue. */
export const FROST = 'frost' as IssueId;

/** An author at a terminal before a cloud, with an issue of their own, and readers to bring. */
export function newsletterAuthor({ cloud, outside }: ReturnType<typeof shippedCloud>) {
  /** A shell whose folder has the author's own issue, before the local cloud. */
  function shell(change?: (text: string) => string) {
    const { run, outside: around } = shellBefore(cloud(), {}, { domain: 'example.com' });
    withFrost(around.contentDir, change);
    const types =
      ({ ask, isTerminal = false }: Given = {}) =>
      async (...args: readonly string[]) => {
        await setTimeout(NOTICED_MS);
        const outside = { ...around, ask, isTerminal };
        const said = await run((_, given) => newsletter(outside, given), ...args);
        await setTimeout(NOTICED_MS);
        return said;
      };
    const locally =
      (given?: Given) =>
      (...args: readonly string[]) =>
        types(given)(...args, '--local', cloud().url);
    return { around, types: types(), local: locally(), locally };
  }

  /** What the doors keep of issues, as they reach it. */
  async function store(): Promise<Broadcasts> {
    await setTimeout(NOTICED_MS);
    const { endpoint, table } = await outside.json<{ endpoint: string; table: string }>(
      '/_local/aws',
    );
    const credentials = { accessKeyId: 'author', secretAccessKey: 'local' };
    return broadcastsIn(table, { endpoint, region: 'us-east-1', credentials });
  }

  /** Two who have finished, half a day apart, one in a course, and one who did not tick the box. */
  async function bringReaders(): Promise<void> {
    const people = fileOf(
      'email,consent_time,course,place,newsletter,zone,hour\n' +
        'ann@example.org,2024-03-01,closer,finished,yes,Europe/Berlin,8\n' +
        'bo@example.org,2024-03-01,closer,finished,yes,Pacific/Auckland,7:30\n' +
        'cy@example.org,2024-03-01,closer,3,yes,Europe/Berlin,8\n' +
        'di@example.org,2024-03-01,closer,3,no,Europe/Berlin,8\n',
    );
    const { run } = shellBefore(cloud(), {}, { domain: 'example.com' });
    const args = [people, '--reason', 'moved from Kit', '--local', cloud().url];
    const { text } = await run(importList, ...args, '--dry-run');
    const [, seen = ''] = /--seen (\w+)/.exec(text) ?? [];
    const { code } = await run(importList, ...args, '--seen', seen);
    if (code !== 0) throw new Error('nobody was brought');
  }

  /** Begins the issue as the publishing door does when its day comes. */
  async function begin(): Promise<void> {
    const { around } = shell();
    const found = newsletterMails(loadContent(around.contentDir)).find(
      ({ issue }) => issue.id === FROST,
    );
    if (found === undefined) throw new Error('the issue is not in the folder');
    const mail = await compileMail(found.mail);
    const { id, date, audience, preheader, subject } = found.issue;
    const issue = { id, date, audience, preheader, title: subject, mail, page: '' };
    await (await store()).start(issue, at(await outside.now()));
  }

  const subjectsOf = async (address: string) =>
    (await outside.mailsTo(address)).map(({ subject }) => subject);
  return { shell, store, bringReaders, begin, subjectsOf };
}
