// The product's mark: five dots around a middle, in ink for the frame and in the segments' colours on Home.
const DOTS = [
  { cx: 14, cy: 6.5, slot: 'B' },
  { cx: 25, cy: 7.5, slot: 'A' },
  { cx: 6.5, cy: 16, slot: 'C' },
  { cx: 14, cy: 26, slot: 'D' },
  { cx: 25, cy: 25, slot: 'E' },
] as const;

/** `coloured` uses the first five segment colours. */
export function Logo({ size, coloured = false }: { readonly size: number; readonly coloured?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      {DOTS.map((dot) => (
        <circle
          key={dot.slot}
          cx={dot.cx}
          cy={dot.cy}
          r={coloured ? 4.2 : 3.4}
          style={{ fill: coloured ? `var(--s${dot.slot})` : 'var(--ink)' }}
        />
      ))}
    </svg>
  );
}
