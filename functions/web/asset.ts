import { fingerprint } from '../runtime/fingerprint.ts';

/** A file that pages need besides themselves. */
export interface Asset {
  /** Carries the fingerprint of what is in it: another content is another file. */
  readonly path: `/assets/${string}`;
  readonly body: string;
  readonly type: string;
}

/** @param name such as `style.css` */
export function asset(name: `${string}.${string}`, type: string, body: string): Asset {
  const dot = name.lastIndexOf('.');
  const path = `/assets/${name.slice(0, dot)}-${fingerprint(body)}${name.slice(dot)}` as const;
  return { path, body, type };
}
