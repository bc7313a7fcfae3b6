import { STYLE } from '../../functions/web/style.ts';

/** A page of ours as one file that asks nobody for anything. */
export const withStyle = (html: string): string =>
  html
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${STYLE.body}</style>`)
    .replace(/<script[^>]*><\/script>|<link rel="icon"[^>]*>/g, '');
