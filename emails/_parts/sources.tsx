import { DAY, small } from '../theme.ts';
import { WORDS } from '../words.ts';

/** Where a claim rests on research, in small letters under the letter. */
export function Sources({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <p className="soft" style={{ ...small, margin: 0, color: DAY.soft, fontWeight: 600 }}>
        {WORDS.sources(of.length)}
      </p>
      {of.map((source) => (
        <p key={source} className="soft" style={{ ...small, margin: '4px 0 0', color: DAY.soft }}>
          {source}
        </p>
      ))}
      <p style={{ margin: 0, fontSize: '1px', lineHeight: '24px' }}>{'\u00A0'}</p>
    </>
  );
}
