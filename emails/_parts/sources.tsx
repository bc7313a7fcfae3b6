import type { Words } from '../../functions/core/words/words.ts';
import { DAY, small } from '../theme.ts';

interface Props {
  readonly of: readonly string[];
  readonly words: Words;
}

/** Where a claim rests on research, in small letters under the letter. */
export function Sources({ of, words }: Props) {
  if (of.length === 0) return null;
  return (
    <>
      <h2 className="soft" style={{ ...small, margin: 0, color: DAY.soft, fontWeight: 600 }}>
        {words.mail.sources({ count: of.length })}
      </h2>
      {of.map((source) => (
        <p key={source} className="soft" style={{ ...small, margin: '4px 0 0', color: DAY.soft }}>
          {source}
        </p>
      ))}
      <p style={{ margin: 0, fontSize: '1px', lineHeight: '24px' }}>{'\u00A0'}</p>
    </>
  );
}
