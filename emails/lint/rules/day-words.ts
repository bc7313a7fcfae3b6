import { show } from '../../content/mistakes.ts';
import { error, type Finding } from '../finding.ts';
import { prose, wordPattern } from '../prose.ts';
import type { Checked } from '../rule.ts';

/** What somebody says in a scene is true on their day. */
const SAID = /“[^”]*”|„[^“]*“|«[^»]*»|"[^"]*"/g;

/** Words that are untrue for whoever reads at a pace of their own, wherever the letter itself says them. */
export function dayWords({ mails, style, source }: Checked): readonly Finding[] {
  return mails.flatMap(({ mail, lesson }) => {
    const forbidden = style['day-words'][mail.words.language] ?? [];
    if (lesson === undefined) return [];
    const { file } = mail;
    const front = (['subject', 'preheader'] as const).map((key) => ({
      line: source(file).lineOf(key),
      text: mail[key],
    }));
    return [...front, ...prose(mail.blocks)].flatMap(({ line, text }) => {
      const own = text.replace(SAID, '');
      return forbidden
        .filter((word) => wordPattern(word).test(own))
        .map((word) => {
          const at = { file, line: source(file).lineWith(word, line) };
          const expected = 'words for any pace, or {{next}} for when the next one comes';
          return error({ ...at, found: show(word), expected });
        });
    });
  });
}
