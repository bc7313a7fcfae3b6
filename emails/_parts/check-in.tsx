import { Link } from 'react-email';
import { SCORES, type Score } from '../../functions/core/reader/check-in.ts';
import { directionOf, type Words } from '../../functions/core/words/words.ts';
import { circles, scoreOf } from '../circles.ts';
import { DAY, small, text } from '../theme.ts';
import { Card } from './asides.tsx';
import { Markup } from './markup.tsx';

/** Seven links, one under the other: a thumb finds each, also at 320 pixels. */
export function CheckIn({ url, words }: { readonly url: string; readonly words: Words }) {
  return (
    <Card label={words.checkIn.question}>
      <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0">
        <tbody>
          {SCORES.map((score) => (
            <tr key={score}>
              <td className="line" style={{ ...text, borderTop: `1px solid ${DAY.line}` }}>
                <ScoreLink href={`${url}/${score}`} score={score} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft" style={{ ...small, margin: '12px 0 0', color: DAY.soft }}>
        {words.checkIn.after}
      </p>
    </Card>
  );
}

interface ScoreLinkProps {
  readonly href: string;
  readonly score: Score;
  readonly words: Words;
}

/** Words that need two lines stand beside the circles with both of them: two thirds are theirs. */
const BESIDE = { display: 'inline-block', width: '68%', verticalAlign: 'middle' } as const;

function ScoreLink({ href, score, words }: ScoreLinkProps) {
  const padding = directionOf(words.language) === 'rtl' ? '0 14px 0 0' : '0 0 0 14px';
  return (
    <Link
      href={href}
      className="ink"
      style={{ display: 'block', padding: '10px 0', color: DAY.ink, textDecoration: 'none' }}
    >
      <Markup as="span">{circles(score)}</Markup>
      <span style={{ ...BESIDE, padding, fontSize: '17px' }}>{scoreOf(words, score)}</span>
    </Link>
  );
}
