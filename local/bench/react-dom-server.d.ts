/** The one function that the bench compares with; React's own types for it are not installed. */
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: import('react').ReactNode): string;
}
