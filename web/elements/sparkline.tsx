import { createMemo, type JSX } from "solid-js";

/** A small curve of the last values, from 0 to `top`; decorative, the figure stands beside it. */
export function Sparkline(props: { values: readonly number[]; top: number; length: number }): JSX.Element {
  const points = createMemo(() => {
    const offset = props.length - props.values.length;
    return props.values.map((value, index) => {
      const x = ((offset + index) / (props.length - 1)) * 100;
      const y = 23 - (Math.min(value, props.top) / Math.max(1, props.top)) * 21;
      return `${x.toFixed(2)} ${y.toFixed(2)}`;
    });
  });
  const line = (): string =>
    points()
      .map((point, index) => `${index === 0 ? "M" : "L"}${point}`)
      .join("");
  const area = (): string => {
    const [first] = points();
    return first === undefined ? "" : `${line()}L100 24L${first.split(" ")[0]} 24Z`;
  };
  return (
    <svg viewBox="0 0 100 24" preserveAspectRatio="none" class="h-full w-full text-accent" aria-hidden="true">
      <path d={area()} fill="currentColor" opacity="0.12" />
      <path
        d={line()}
        fill="none"
        stroke="currentColor"
        stroke-width="1.25"
        vector-effect="non-scaling-stroke"
        stroke-linejoin="round"
      />
    </svg>
  );
}
