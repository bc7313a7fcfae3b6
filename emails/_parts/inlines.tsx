import type { ReactNode } from 'react';
import { Link } from 'react-email';
import type { Inline, Target } from '../content/tree.ts';
import type { Values } from '../slots.ts';
import { DAY } from '../theme.ts';

interface Props {
  readonly of: readonly Inline[];
  readonly values: Values;
}

/** What stands inside a line. */
export function Inlines({ of, values }: Props): ReactNode {
  return joined(of, values).map((part, index) =>
    // The order never changes, so the place is a fine key.
    typeof part === 'string' ? part : <Part key={String(index)} of={part} values={values} />,
  );
}

/** Texts and slots side by side become one text: React would put a comment between them. */
function joined(of: readonly Inline[], values: Values): readonly (string | Inline)[] {
  const parts: (string | Inline)[] = [];
  for (const inline of of) {
    const last = parts.at(-1);
    const text =
      inline.kind === 'text' ? inline.text : inline.kind === 'slot' ? values[inline.name] : inline;
    if (typeof text === 'string' && typeof last === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text);
  }
  return parts;
}

function Part({ of, values }: { readonly of: Inline; readonly values: Values }): ReactNode {
  switch (of.kind) {
    case 'strong':
      return (
        <strong>
          <Inlines of={of.children} values={values} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines of={of.children} values={values} />
        </em>
      );
    case 'link':
      return (
        <TextLink href={hrefOf(of.to, values)}>
          <Inlines of={of.children} values={values} />
        </TextLink>
      );
    case 'break':
      return <br />;
    case 'text':
      return of.text;
    case 'slot':
      return values[of.name];
  }
}

/** A link among words: underlined, since color alone tells too few (WCAG 1.4.1). */
export function TextLink(props: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      href={props.href}
      className="accent"
      style={{ color: DAY.accent, textDecoration: 'underline' }}
    >
      {props.children}
    </Link>
  );
}

function hrefOf(to: Target, values: Values): string {
  if ('letter' in to) return `${values.webCopyUrl}/${to.letter}`;
  return 'slot' in to ? values[to.slot] : to.url;
}
