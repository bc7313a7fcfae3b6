import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_CONTENT } from '../../emails/content/folder.ts';

/** The content that ships, as an author has filled it in for a domain of theirs. */
export function contentFor(domain: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-content-'));
  cpSync(SHIPPED_CONTENT, folder, { recursive: true });
  const publication = join(folder, 'publication.yaml');
  const filledIn = readFileSync(publication, 'utf8')
    .replaceAll('example.com', domain)
    .replace('Your name', 'Ann Author')
    .replace('Street 1', 'Lane 7')
    .replace('12345 City', '54321 Town');
  writeFileSync(publication, filledIn);
  return folder;
}

/** The same with issues of its author's own. */
export function contentWithIssues(domain: string, issues: readonly IssueFile[]): string {
  const folder = contentFor(domain);
  for (const issue of issues)
    writeFileSync(join(folder, 'newsletters', `${issue.id}.md`), issueFile(issue));
  return folder;
}

/** An issue as an author writes one. */
export interface IssueFile {
  readonly id: string;
  readonly sendOn: string;
  readonly subject: string;
  /** Further lines of its front matter. */
  readonly more?: string;
}

const issueFile = ({ id, sendOn, subject, more = '' }: IssueFile): string => `---
id: ${id}
subject: ${subject}
preheader: Something about ${id}, for whoever has finished and for whoever has not.
send-on: ${sendOn}
${more}sources: []
---

There is a way of *${id}* that nobody is taught. You find it on an ordinary day, and it stays.

Try it once this week. Then tell somebody what happened.
`;
