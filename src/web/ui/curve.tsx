interface CurveProps {
  /** Oldest first. */
  points: readonly { value: number; label: string }[];
  min: number;
  max: number;
  /** What the curve says, in a sentence: its name for screen readers. */
  title: string;
  /** Written at the last point. */
  nowLabel: string;
}

const box = { width: 340, height: 104, left: 8, right: 326, top: 18, bottom: 78 };

/** A person’s own ratings over time, evenly spaced. No norm and no cut-off: there is none for own questions. */
export function Curve({ points, min, max, title, nowLabel }: CurveProps) {
  const last = points.at(-1);
  const first = points[0];
  if (!last || !first) return null;
  const x = (at: number) =>
    points.length === 1 ? box.right : box.left + ((box.right - box.left) * at) / (points.length - 1);
  const y = (value: number) => box.bottom - ((box.bottom - box.top) * (value - min)) / (max - min);
  const lastX = x(points.length - 1);
  const lastY = y(last.value);
  return (
    <figure className="mv-curve">
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={title}>
        <title>{title}</title>
        <path
          className="mv-curve-grid"
          d={[0, 0.5, 1].map((at) => `M0 ${y(min + (max - min) * at)}h${box.width}`).join('')}
        />
        {points.length > 1 && (
          <polyline
            className="mv-curve-line"
            points={points.map((point, at) => `${x(at)},${y(point.value)}`).join(' ')}
          />
        )}
        {points.slice(0, -1).map((point, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point has no other identity than its place
          <circle key={at} className="mv-curve-dot" cx={x(at)} cy={y(point.value)} r="2.5" />
        ))}
        <circle className="mv-curve-dot" cx={lastX} cy={lastY} r="6" />
        <text
          className="mv-curve-now"
          x={box.width}
          y={lastY > box.top + 22 ? lastY - 13 : lastY + 24}
          textAnchor="end"
        >
          {nowLabel}
        </text>
        {points.length > 1 && (
          <text x="0" y="98">
            {first.label}
          </text>
        )}
        <text x={box.width} y="98" textAnchor="end">
          {last.label}
        </text>
      </svg>
    </figure>
  );
}
