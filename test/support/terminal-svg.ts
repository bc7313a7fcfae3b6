/** Of a line, by the sign that it begins with. */
const COLORS: Readonly<Record<string, string>> = {
  '✓': '#3fb950',
  '•': '#d29922',
  '✗': '#f85149',
  '–': '#8b949e',
  '+': '#3fb950',
  '>': '#d29922',
  '-': '#f85149',
  '~': '#f85149',
};
const [WIDTH, HEIGHT, MARGIN] = [7.83, 19, 18];

/** What a terminal shows, as a picture that stays sharp and can be read aloud. */
export function terminalSvg(title: string, lines: readonly string[]): string {
  const columns = Math.max(...lines.map((line) => line.length));
  const [width, height] = [
    Math.ceil(columns * WIDTH) + 2 * MARGIN,
    lines.length * HEIGHT + 2 * MARGIN,
  ];
  const rows = lines.map((line, row) => {
    const y = MARGIN + (row + 1) * HEIGHT - 6;
    const color = COLORS[line.slice(0, 1)];
    const sign = color === undefined ? '' : `<tspan fill="${color}">${line.slice(0, 1)}</tspan>`;
    const rest = color === undefined ? line : line.slice(1);
    return `  <text x="${MARGIN}" y="${y}">${sign}${escaped(rest)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `  <style>text { font: 13px ui-monospace, "SF Mono", Menlo, Consolas, monospace; fill: #e6edf3; white-space: pre; }</style>`,
    `  <rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
