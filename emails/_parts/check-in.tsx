import { Link } from 'react-email';
import { ANSWERS, type Answer, circles, inWords } from '../../functions/core/check-in.ts';
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
          {ANSWERS.map((answer) => (
            <tr key={answer}>
              <td className="line" style={{ ...text, borderTop: `1px solid ${DAY.line}` }}>
                <AnswerLink href={`${url}/${answer}`} answer={answer} />
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

function AnswerLink({ href, answer }: { readonly href: string; readonly answer: Answer }) {
  return (
    <Link
      href={href}
      className="ink"
      style={{ display: 'block', padding: '10px 0', color: DAY.ink, textDecoration: 'none' }}
    >
      <Markup as="span">{circles(answer)}</Markup>
      <span style={{ paddingLeft: '14px', fontSize: '17px' }}>{inWords(answer)}</span>
    </Link>
  );
}
