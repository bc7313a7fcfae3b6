import type { CSSProperties, ReactNode } from 'react';
import { directionOf, type Words } from '../../functions/core/words/words.ts';
import type { Block } from '../content/tree.ts';
import type { Values } from '../slots.ts';
import { DAY } from '../theme.ts';
import {
  Belief,
  Card,
  Declined,
  Gate,
  Margin,
  Next,
  Practice,
  Question,
  Safety,
} from './asides.tsx';
import { MailButton } from './button.tsx';
import { CheckIn } from './check-in.tsx';
import { Inlines } from './inlines.tsx';
import { Markup } from './markup.tsx';

interface Props {
  readonly of: readonly Block[];
  readonly values: Values;
  readonly words: Words;
  /** Space under the last block: none inside a card. */
  readonly after?: number;
}

const SPACE = 20;

/** Blocks one under the other. */
export function Blocks({ of, values, words, after = SPACE }: Props): ReactNode {
  return of.map((block, index) => (
    <OneBlock
      // The order never changes, so the place is a fine key.
      key={String(index)}
      of={block}
      values={values}
      words={words}
      isFirst={index === 0}
      space={index === of.length - 1 ? after : SPACE}
    />
  ));
}

interface OneProps {
  readonly of: Block;
  readonly values: Values;
  readonly words: Words;
  readonly isFirst: boolean;
  readonly space: number;
}

function OneBlock({ of: block, values, words, isFirst, space }: OneProps): ReactNode {
  const below: CSSProperties = { margin: `0 0 ${space}px` };
  const inside = (children: readonly Block[]) => (
    <Blocks of={children} values={values} words={words} after={0} />
  );
  switch (block.kind) {
    case 'paragraph':
      return (
        <p style={below}>
          <Inlines of={block.children} values={values} />
        </p>
      );
    case 'heading': {
      const Tag = block.level === 2 ? 'h2' : 'h3';
      const size = block.level === 2 ? '22px' : '18px';
      return (
        <Tag
          style={{
            margin: isFirst ? '0 0 12px' : '36px 0 12px',
            fontSize: size,
            lineHeight: '28px',
          }}
        >
          <Inlines of={block.children} values={values} />
        </Tag>
      );
    }
    case 'list':
      return <List of={block} values={values} words={words} style={below} />;
    case 'quote':
      return <Margin direction={directionOf(words.language)}>{inside(block.children)}</Margin>;
    case 'rule':
      return (
        <p className="soft" style={{ margin: '32px 0', textAlign: 'center', color: DAY.soft }}>
          * * *
        </p>
      );
    case 'practice':
      return (
        <Practice words={words} title={block.title}>
          {inside(block.children)}
        </Practice>
      );
    case 'question':
      return <Question words={words}>{inside(block.children)}</Question>;
    case 'myth':
    case 'truth':
      return (
        <Belief words={words} kind={block.kind}>
          {inside(block.children)}
        </Belief>
      );
    case 'safety':
      return <Safety words={words}>{inside(block.children)}</Safety>;
    case 'gate':
      return <Gate>{inside(block.children)}</Gate>;
    case 'declined':
      return <Declined words={words}>{inside(block.children)}</Declined>;
    // Where a way or a track is chosen, none of these two is left.
    case 'gentler':
    case 'for':
      return inside(block.children);
    case 'next':
      return <Next>{inside(block.children)}</Next>;
    case 'checkIn':
      return <CheckIn url={values.checkInUrl} words={words} />;
    case 'fourWeeks':
      return (
        <Card label={words.checkIn.soFar}>
          <p style={{ margin: '0 0 16px' }}>{words.checkIn.elsewhere}</p>
          <MailButton href={values.checkInUrl}>{words.checkIn.see}</MailButton>
        </Card>
      );
    case 'choices':
      return <Markup as="div">{values.choicesHtml}</Markup>;
    case 'lines':
      return <Markup as="div">{values.linesHtml}</Markup>;
    case 'button':
      return <MailButton href={values[block.to]}>{block.label}</MailButton>;
  }
}

interface ListProps {
  readonly of: Block & { readonly kind: 'list' };
  readonly values: Values;
  readonly words: Words;
  readonly style: CSSProperties;
}

function List({ of: { start, items }, values, words, style }: ListProps): ReactNode {
  const rtl = directionOf(words.language) === 'rtl';
  const Tag = start === undefined ? 'ul' : 'ol';
  return (
    <Tag
      style={{ ...style, padding: rtl ? '0 24px 0 0' : '0 0 0 24px' }}
      {...(start !== undefined && { start })}
    >
      {items.map((item, index) => (
        <li key={String(index)} style={{ margin: '0 0 6px' }}>
          <Item of={item} values={values} words={words} />
        </li>
      ))}
    </Tag>
  );
}

/** A single paragraph needs no paragraph of its own, whose margins Outlook adds to the list's. */
function Item({ of, values, words }: Omit<Props, 'after'>) {
  const [only, ...more] = of;
  if (only?.kind === 'paragraph' && more.length === 0)
    return <Inlines of={only.children} values={values} />;
  return <Blocks of={of} values={values} words={words} after={0} />;
}
