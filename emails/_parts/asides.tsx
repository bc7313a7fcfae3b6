import type { CSSProperties, ReactNode } from 'react';
import { directionOf, type Words } from '../../functions/core/words/words.ts';
import { DAY, label, small, text } from '../theme.ts';
import { Grid } from './grid.tsx';

type Direction = ReturnType<typeof directionOf>;

interface AsideProps {
  readonly children: ReactNode;
  readonly label?: string;
}

/** An aside that Kindling names. */
interface NamedProps {
  readonly words: Words;
  readonly children: ReactNode;
}

interface BoxProps extends AsideProps {
  readonly className: string;
  readonly style: CSSProperties;
}

/** Something set apart from the letter. */
function Box({ children, label: above, className, style }: BoxProps) {
  return (
    <Grid className={`${className} ink`} style={{ ...text, ...style }} below={28}>
      {above !== undefined && <Label>{above}</Label>}
      {children}
    </Grid>
  );
}

/** The small words above an aside: a heading, so that one can jump to it. */
function Label({ children }: { readonly children: string }) {
  return (
    <h2 className="accent" style={{ ...label, margin: '0 0 8px' }}>
      {children}
    </h2>
  );
}

/** A tinted card. */
export function Card(props: AsideProps) {
  const style = { padding: '24px', backgroundColor: DAY.card, borderRadius: '6px' };
  return <Box {...props} className="card inset" style={style} />;
}

/** A line at the side where reading begins. */
export function Margin({ direction, ...props }: AsideProps & { direction: Direction }) {
  const line = `3px solid ${DAY.accent}`;
  const style =
    direction === 'rtl'
      ? { padding: '2px 21px 2px 0', borderRight: line }
      : { padding: '2px 0 2px 21px', borderLeft: line };
  return <Box {...props} className="mark" style={style} />;
}

/** The one thing to try. */
export function Practice({ words, title, children }: NamedProps & { readonly title: string }) {
  return (
    <Card>
      <p className="accent" style={{ ...label, margin: '0 0 8px' }}>
        {words.mail.practice}
      </p>
      <h2 style={{ margin: '0 0 12px', fontSize: '22px', lineHeight: '28px' }}>{title}</h2>
      {children}
    </Card>
  );
}

/** For whom a practice is, before it begins. */
export function Gate({ children }: { readonly children: ReactNode }) {
  return (
    <div className="soft" style={{ ...small, margin: '0 0 14px', color: DAY.soft }}>
      {children}
    </div>
  );
}

/** What to do if the other doesn't want to. */
export function Declined({ words, children }: NamedProps) {
  return (
    <>
      <h3 className="accent" style={{ ...label, margin: '18px 0 6px' }}>
        {words.mail.declined}
      </h3>
      {children}
    </>
  );
}

/** The question to sit with, and that a reply reaches a person. */
export function Question({ words, children }: NamedProps) {
  return (
    <Margin label={words.mail.question} direction={directionOf(words.language)}>
      {children}
      <p className="soft" style={{ ...small, margin: '10px 0 0', color: DAY.soft }}>
        {words.mail.reply}
      </p>
    </Margin>
  );
}

/** What some say, or what is known. */
export function Belief({ words, kind, children }: NamedProps & { kind: 'myth' | 'truth' }) {
  return kind === 'truth' ? (
    <Card label={words.mail.truth}>{children}</Card>
  ) : (
    <Margin label={words.mail.myth} direction={directionOf(words.language)}>
      {children}
    </Margin>
  );
}

/** Help for those whom the letter is not for: framed, so that nobody takes it for the letter. */
export function Safety({ words, children }: NamedProps) {
  const style = { padding: '22px', border: `2px solid ${DAY.accent}`, borderRadius: '6px' };
  return (
    <Box className="mark inset" style={style} label={words.mail.safety}>
      {children}
    </Box>
  );
}

/** What comes next, under a line. */
export function Next({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      className="line"
      style={{
        borderTop: `1px solid ${DAY.line}`,
        padding: '24px 0 0',
        fontStyle: 'italic',
      }}
    >
      {children}
    </Box>
  );
}
