/** Style sheets are bundled as text (infra/bundle.ts). */
declare module '*.css' {
  const text: string;
  export default text;
}
