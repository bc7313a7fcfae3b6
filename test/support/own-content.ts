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
