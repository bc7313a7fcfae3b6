interface Props {
  readonly as: 'div' | 'span';
  readonly children: string;
}

/** Html of our own making, from `emails/circles.ts`, `emails/choice.ts` and `emails/row.ts`: all words in it are escaped. */
export function Markup({ as: Tag, children }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: no word of a reader's is in it
  return <Tag dangerouslySetInnerHTML={{ __html: children }} />;
}
