import { Link } from 'react-email';
import { DAY, small } from '../theme.ts';
import { Gap } from './grid.tsx';

/**
 * A link with a ground of its own that is 48 pixels high. The cell carries the color and Word's
 * padding, the link the padding that every other program takes: all of it can be pressed.
 */
export function MailButton({ href, children }: { readonly href: string; children: string }) {
  return (
    <table role="presentation" border={0} cellPadding="0" cellSpacing="0">
      <tbody>
        <tr>
          <td
            className="button"
            align="center"
            style={{ backgroundColor: DAY.accent, borderRadius: '6px', msoPaddingAlt: '13px 26px' }}
          >
            <Link
              href={href}
              className="button"
              style={{
                ...small,
                display: 'inline-block',
                padding: '13px 26px',
                fontSize: '16px',
                fontWeight: 600,
                color: DAY.onAccent,
                borderRadius: '6px',
                textDecoration: 'none',
              }}
            >
              {children}
            </Link>
          </td>
        </tr>
        <Gap height={20} />
      </tbody>
    </table>
  );
}
