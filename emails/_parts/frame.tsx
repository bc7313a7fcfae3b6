import type { ReactNode } from 'react';
import { Head, Html } from 'react-email';
import type { Mail } from '../mail.ts';
import type { Values } from '../slots.ts';
import { DAY, NIGHT_CSS, OUTLOOK_NIGHT_CSS, PHONE_CSS, small, text } from '../theme.ts';
import { Grid } from './grid.tsx';
import { TextLink } from './inlines.tsx';

interface Props {
  readonly mail: Mail;
  readonly values: Values;
  readonly children: ReactNode;
}

/** Everything around the words: paper, masthead, title, foot. */
export function Frame({ mail, values, children }: Props) {
  return (
    <Html lang={mail.language} dir={mail.direction}>
      <MailHead title={mail.subject} />
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: DAY.paper }}>
        <Preheader>{mail.preheader}</Preheader>
        {/* Webmail drops html and body; screen readers still hear the language here. */}
        {/* biome-ignore lint/a11y/useSemanticElements: webmail keeps a div, and not an article */}
        <div role="article" aria-label={mail.subject} lang={mail.language} dir={mail.direction}>
          <Paper>
            {!mail.bare && <Masthead mail={mail} />}
            {children}
            {!mail.bare && <Foot mail={mail} values={values} />}
          </Paper>
        </div>
      </body>
    </Html>
  );
}

function MailHead({ title }: { readonly title: string }) {
  return (
    <Head>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      {/* No links guessed from dates and places; a help line's number may be one. */}
      <meta name="format-detection" content="date=no,address=no" />
      <title>{title}</title>
      {[PHONE_CSS, NIGHT_CSS, OUTLOOK_NIGHT_CSS].map((css) => (
        <style key={css}>{css}</style>
      ))}
    </Head>
  );
}

/** What inboxes show beside the subject, with enough nothing after it to keep the rest out. */
function Preheader({ children }: { readonly children: string }) {
  const nothing = '\u034F\u200C\u00A0'.repeat(Math.max(0, 130 - children.length));
  return (
    <div
      style={{ display: 'none', overflow: 'hidden', maxHeight: 0, opacity: 0, fontSize: '1px' }}
      aria-hidden="true"
    >
      {children + nothing}
    </div>
  );
}

/**
 * One column, 600 wide where there is room: Word reads the attribute, all others the style. Around
 * it a cell with the ground once more, for programs that drop the body.
 */
function Paper({ children }: { readonly children: ReactNode }) {
  return (
    <Grid className="paper" style={{ backgroundColor: DAY.paper }}>
      <table
        role="presentation"
        align="center"
        width="600"
        border={0}
        cellPadding="0"
        cellSpacing="0"
        style={{ width: '100%', maxWidth: '600px', margin: '0 auto' }}
      >
        <tbody>
          <tr>
            {/* A name without a blank in it would make the letter as wide as itself. This is what
                overflow-wrap: anywhere does (CSS Text 3 §5.2), and mail programs know it better. */}
            <td
              className="column ink"
              style={{ ...text, padding: '40px 32px 48px', wordBreak: 'break-word' }}
            >
              {children}
            </td>
          </tr>
        </tbody>
      </table>
    </Grid>
  );
}

function Masthead({ mail: { masthead, place, title, aside, direction } }: { readonly mail: Mail }) {
  const end = direction === 'rtl' ? 'left' : 'right';
  const under = { paddingBottom: '14px', borderBottom: `1px solid ${DAY.line}` };
  return (
    <>
      <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0">
        <tbody>
          <tr>
            <td
              className="line accent"
              style={{ ...text, ...under, fontStyle: 'italic', color: DAY.accent }}
            >
              {masthead}
            </td>
            <td className="line soft" align={end} style={{ ...small, ...under, color: DAY.soft }}>
              {place}
            </td>
          </tr>
        </tbody>
      </table>
      <h1
        className="title"
        style={{
          margin: aside === undefined ? '40px 0 28px' : '40px 0 8px',
          fontSize: '34px',
          lineHeight: '41px',
          fontWeight: 400,
          textWrap: 'balance',
        }}
      >
        {title}
      </h1>
      {aside !== undefined && (
        <p className="soft" style={{ ...small, margin: '0 0 32px', color: DAY.soft }}>
          {aside}
        </p>
      )}
    </>
  );
}

function Foot({ mail, values }: { readonly mail: Mail; readonly values: Values }) {
  const { sentences, links, address } = mail.footer;
  return (
    <Grid
      above={16}
      className="line soft"
      style={{
        ...small,
        paddingTop: '24px',
        borderTop: `1px solid ${DAY.line}`,
        color: DAY.soft,
      }}
    >
      {sentences.length > 0 && <p style={{ margin: '0 0 12px' }}>{sentences.join(' ')}</p>}
      {/* As high as a thumb is wide: 44 pixels (WCAG 2.5.5). */}
      {links.map(({ label, to }) => (
        <p key={to} style={{ margin: 0, padding: '11px 0' }}>
          <TextLink href={values[to]}>{label}</TextLink>
        </p>
      ))}
      <p style={{ margin: '12px 0 0' }}>{[mail.masthead, ...address].join(', ')}</p>
    </Grid>
  );
}
