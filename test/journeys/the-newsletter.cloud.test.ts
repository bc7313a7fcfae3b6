import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { contentWithIssues } from '../support/own-content.ts';
import { type Mail, person, type World, world } from '../support/visitor.ts';

/** A synthesis and a month of letters, on a machine that does much else. */
const PATIENCE = 600_000;

let cloud: Cloud;
let outside: World;
const adele = () => person(outside, 'adele@example.net');
const bert = () => person(outside, 'bert@example.net');
const nora = () => person(outside, 'nora@example.net');

const isIssue = ({ headers }: Mail) =>
  headers.some(([name, value]) => name === 'List-Id' && value.includes('<newsletter.'));

beforeAll(async () => {
  const content = contentWithIssues('letters.example.com', [
    { id: 'walking', sendOn: '2026-11-10', subject: 'Walking side by side' },
    { id: 'waiting', sendOn: '2026-11-20', subject: 'Waiting together' },
    { id: 'cooking', sendOn: '2026-12-09', subject: 'Cooking for two' },
  ]);
  cloud = await startCloud({
    assemblyDir: await synthesizedFrom(content, 'test-assembly-newsletter'),
    port: 0,
    now: '2026-11-01T02:00:00Z',
  });
  outside = world(cloud.url);
  await adele().joins({ zone: 'Australia/Adelaide', hour: '7:30' });
  await bert().joins({ zone: 'Europe/Berlin', hour: 8, newsletter: true });
  await outside.advance('P31D');
}, PATIENCE);
afterAll(() => cloud.stop());

describe('who has finished Closer', () => {
  test('and took the newsletter from the start gets what came meanwhile in one mail', async () => {
    const mails = await bert().mails();
    const issues = mails.filter(isIssue);
    expect(issues).toHaveLength(1);
    const [digest] = issues;
    expect(digest?.text).toContain('Walking side by side');
    expect(digest?.text).toContain('/newsletter/walking');
    expect(digest?.text).toContain('Waiting together');
    const letters = mails.filter((mail) => !isIssue(mail)).map(({ date }) => date.slice(0, 16));
    expect(letters).not.toContain(digest?.date.slice(0, 16));
    expect(mails.at(-1)).toBe(digest);
  });

  test('gets none without having said yes', async () => {
    expect((await adele().mails()).filter(isIssue)).toEqual([]);
  });

  test('and says yes gets the next issue at half past seven in Adelaide, once', async () => {
    await adele().replies('Yes, I would like to get the newsletter.');
    await nora().joins({ zone: 'America/Anchorage', hour: 6, newsletter: true });
    await outside.goTo('2026-12-08T20:59:00Z');
    expect((await adele().mails()).filter(isIssue)).toEqual([]);
    await outside.goTo('2026-12-08T21:05:00Z');
    const issues = (await adele().mails()).filter(isIssue);
    expect(issues.map(({ subject }) => subject)).toEqual(['Cooking for two']);
    await outside.goTo('2026-12-20T00:00:00Z');
    expect((await adele().mails()).filter(isIssue)).toHaveLength(1);
    expect((await bert().mails()).filter(isIssue)).toHaveLength(2);
    expect((await nora().mails()).filter(isIssue), 'she takes a course').toEqual([]);
  });

  test('the mail is the newsletter’s: its list, its way out, and a page that is everybody’s', async () => {
    const issues = (await adele().mails()).filter(isIssue);
    const headers = new Map(issues[0]?.headers);
    expect(headers.get('List-Unsubscribe')).toMatch(/\/unsubscribe\/[a-z2-7.]+\.newsletter>/);
    expect(headers.get('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(issues[0]?.html).toContain(`${outside.url}/newsletter/cooking"`);
    const page = await fetch(`${outside.url}/newsletter/cooking`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Cooking for two');
  });
});
