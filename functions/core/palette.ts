/**
 * Ink on warm paper, by day and by lamp light: one palette for letters and pages. Every pair that meets
 * is at least 4.5 : 1 (a test measures it).
 */
export const DAY = {
  paper: '#faf6ee',
  card: '#f2eadb',
  field: '#fffdf8',
  ink: '#2a2420',
  soft: '#6b5f55',
  accent: '#96452b',
  deep: '#7d3720',
  onAccent: '#fffaf2',
  line: '#ddd2bf',
  edge: '#8d7f70',
  /** The inside of a check-in's circles: so thin that two of them show their overlap. */
  ring: 'rgba(150,69,43,.16)',
} as const;

export const NIGHT: Readonly<Record<keyof typeof DAY, string>> = {
  paper: '#1b1816',
  card: '#28231f',
  field: '#1f1b18',
  ink: '#ece4d9',
  soft: '#b3a698',
  accent: '#e5a384',
  deep: '#f0b89d',
  onAccent: '#241711',
  line: '#40382f',
  edge: '#8c7f72',
  ring: 'rgba(229,163,132,.2)',
};
