import { instant } from '../../functions/core/time.ts';
import { compileMail } from '../compile.ts';
import { named } from '../content/files.ts';
import { readContent } from '../content/load.ts';
import { error, type Finding, inOrder } from './finding.ts';
import { type Compile, everyLintedMail, type LintedMail } from './linted.ts';
import type { Checked, Rule } from './rule.ts';
import { clientSupport } from './rules/client-support.ts';
import { contrast } from './rules/contrast.ts';
import { dayWords } from './rules/day-words.ts';
import { forms, rests } from './rules/forms.ts';
import { holidays } from './rules/holidays.ts';
import { hype } from './rules/hype.ts';
import { inbox, uniqueSubjects } from './rules/inbox.ts';
import { grade, length, minutes, stub } from './rules/length.ts';
import { links } from './rules/links.ts';
import { confirmable, parts } from './rules/parts.ts';
import { portfolio, practices } from './rules/practices.ts';
import { repeats } from './rules/repeats.ts';
import { required } from './rules/required.ts';
import { sharedRuns, spread } from './rules/shared.ts';
import { size } from './rules/size.ts';
import { slots } from './rules/slots.ts';
import { sourcesIn } from './source.ts';
import { loadStyle, type Style } from './style.ts';

const RULES: readonly Rule[] = [
  inbox,
  uniqueSubjects,
  length,
  stub,
  minutes,
  grade,
  parts,
  practices,
  portfolio,
  forms,
  rests,
  dayWords,
  sharedRuns,
  spread,
  required,
  confirmable,
  holidays,
  links,
  slots,
  size,
  repeats,
  hype,
  clientSupport,
  () => contrast(),
];

/** What the linter found, and what it looked at. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly mails: readonly LintedMail[];
  readonly style: Style;
}

/**
 * Checks a content folder, everything at once: what can't be read is an error with its line, and
 * everything that can be is checked against every rule.
 *
 * @param compile may remember a mail that it has rendered before
 */
export async function lint(
  contentDir: string,
  {
    compile = compileMail,
    now = new Date(),
  }: { readonly compile?: Compile; readonly now?: Date } = {},
): Promise<Report> {
  const { content, mistakes } = readContent(contentDir);
  const style = loadStyle(contentDir, mistakes);
  const unreadable = mistakes.all.map(error);
  if (content === undefined) return { findings: inOrder(unreadable), mails: [], style };
  // What is missing in half a letter says nothing: its own mistakes come first.
  const broken = new Set(mistakes.all.map(({ file }) => file));
  const all = await everyLintedMail(content, compile);
  const mails = all.filter(({ mail }) => !broken.has(mail.file));
  const checked: Checked = {
    content,
    mails,
    broken,
    style,
    publicationFile: named('publication.yaml', { dir: contentDir }),
    now: instant(now),
    source: sourcesIn(contentDir),
  };
  const found = RULES.flatMap((rule) => rule(checked));
  return { findings: inOrder([...unreadable, ...found]), mails, style };
}
