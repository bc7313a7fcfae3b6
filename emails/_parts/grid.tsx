import type { CSSProperties, ReactNode } from 'react';

interface Props {
  readonly className: string;
  readonly style: CSSProperties;
  readonly children: ReactNode;
  /** Pixels of nothing over and under it, in rows of their own: Word drops a table's margin. */
  readonly above?: number;
  readonly below?: number;
}

/** One cell as wide as there is room. A table, since Word gives only cells a ground and a rim. */
export function Grid({ className, style, children, above, below }: Props) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding="0" cellSpacing="0">
      <tbody>
        {above !== undefined && <Gap height={above} />}
        <tr>
          <td className={className} style={style}>
            {children}
          </td>
        </tr>
        {below !== undefined && <Gap height={below} />}
      </tbody>
    </table>
  );
}

/** A row of nothing. */
export function Gap({ height }: { readonly height: number }) {
  return (
    <tr>
      <td height={height} style={{ fontSize: '1px', lineHeight: `${height}px` }}>
        {'\u00A0'}
      </td>
    </tr>
  );
}
