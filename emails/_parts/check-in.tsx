import { Link } from 'react-email';
import { circles, inWords, SCORES, type Score } from '../../functions/core/reader/check-in.ts';
import { DAY, small, text } from '../theme.ts';
import { WORDS } from '../words.ts';
import { Card } from './asides.tsx';
import { Markup } from './markup.tsx';

/** Seven links, one under the other: a thumb finds each, also at 320 pixels. */
export function CheckIn({ url }: { readonly url: string }) {
  return (
    <Card label={WORDS.checkIn}>
      <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0">
        <tbody>
          {SCORES.map((score) => (
            <tr key={score}>
              <td className="line" style={{ ...text, borderTop: `1px solid ${DAY.line}` }}>
                <AnswerLink href={`${url}/${score}`} score={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft" style={{ ...small, margin: '12px 0 0', color: DAY.soft }}>
        {WORDS.checkInAfter}
      </p>
    </Card>
  );
}

function AnswerLink({ href, score }: { readonly href: string; readonly score: Score }) {
  return (
    <Link
      href={href}
      className="ink"
      style={{ display: 'block', padding: '10px 0', color: DAY.ink, textDecoration: 'none' }}
    >
      <Markup as="span">{circles(score)}</Markup>
      <span style={{ paddingLeft: '14px', fontSize: '17px' }}>{inWords(score)}</span>
    </Link>
  );
}
