interface Spoke {
  key: string;
  label: string;
  /** The first answer, dashed. */
  first?: number | undefined;
  /** The latest answer, filled. */
  latest?: number | undefined;
}

interface WheelProps {
  spokes: readonly Spoke[];
  max: number;
  /** Its name for screen readers; the numbers themselves stand in a list beside it. */
  title: string;
}

const box = { width: 400, height: 310 };
const centre = { x: box.width / 2, y: box.height / 2 };
const radius = 106;
const lineHeight = 17;
/** Some air between two sectors. */
const gap = 0.025;

/** Clockwise from the top, as a clock. */
const at = (turn: number, away: number) => ({
  x: centre.x + away * Math.sin(turn * 2 * Math.PI),
  y: centre.y - away * Math.cos(turn * 2 * Math.PI),
});
const point = (turn: number, away: number): string => {
  const { x, y } = at(turn, away);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
};

/**
 * Sectors around a middle: how much, by how far out they are filled. Only one’s own first and latest answers, no norm.
 * What is told by form is told by form alone: filled or dashed, and the number in writing.
 */
export function Wheel({ spokes, max, title }: WheelProps) {
  const share = 1 / spokes.length;
  return (
    <svg className="mv-wheel" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={title}>
      <title>{title}</title>
      {[0.5, 1].map((part) => (
        <circle key={part} className="mv-wheel-ring" cx={centre.x} cy={centre.y} r={radius * part} />
      ))}
      {spokes.map((spoke, place) => {
        const [from, to] = [(place - 0.5 + gap) * share, (place + 0.5 - gap) * share];
        const away = (value: number) => Math.max(4, (radius * value) / max);
        return (
          <g key={spoke.key}>
            <path className="mv-wheel-empty" d={sector(from, to, radius)} />
            {spoke.latest !== undefined && (
              <path className="mv-wheel-latest" d={sector(from, to, away(spoke.latest))} />
            )}
            {spoke.first !== undefined && (
              <path className="mv-wheel-first" d={arc(from, to, away(spoke.first))} />
            )}
            <Label spoke={spoke} turn={place * share} />
          </g>
        );
      })}
    </svg>
  );
}

const sector = (from: number, to: number, away: number): string =>
  `M${point(from, 0)}L${point(from, away)}A${away} ${away} 0 0 1 ${point(to, away)}Z`;
const arc = (from: number, to: number, away: number): string =>
  `M${point(from, away)}A${away} ${away} 0 0 1 ${point(to, away)}`;

const longestLine = 10;

/** The name of a part that something is said of, on two lines when it is long, with the number it has now. */
function Label({ spoke, turn }: { spoke: Spoke; turn: number }) {
  const number = spoke.latest ?? spoke.first;
  if (number === undefined) return null;
  const lines = withNumber(linesOf(spoke.label), number);
  const { x, y } = at(turn, radius + 10);
  const [side, height] = [Math.sin(turn * 2 * Math.PI), Math.cos(turn * 2 * Math.PI)];
  const anchor = Math.abs(side) < 0.25 ? 'middle' : side > 0 ? 'start' : 'end';
  // Above the wheel the lines grow upwards, below it downwards, and at its sides they stand around the middle.
  const firstLine = y - ((height + 1) / 2) * (lines.length - 1) * lineHeight + (1 - height) * 6;
  return (
    <text className="mv-wheel-label" textAnchor={anchor}>
      {lines.map((line, place) => (
        <tspan key={line} x={x.toFixed(1)} y={(firstLine + place * lineHeight).toFixed(1)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** After the name where there is room, else on a line of its own. */
function withNumber(lines: string[], number: number): string[] {
  const last = `${lines.at(-1)} ${number}`;
  return last.length > longestLine ? [...lines, String(number)] : [...lines.slice(0, -1), last];
}

function linesOf(label: string): string[] {
  const words = label.split(' ');
  const first = words.findIndex((_, place) => words.slice(0, place + 1).join(' ').length > longestLine);
  const cut = first === -1 || words.length === 1 ? words.length : Math.max(first, 1);
  return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')].filter(Boolean);
}
