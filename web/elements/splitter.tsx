import type { JSX } from "solid-js";

/** A movable border between an upper and a lower part; arrow keys move it too. `share` is the lower part's. */
export function Splitter(props: {
  share: number;
  onMove: (share: number) => void;
  label: string;
}): JSX.Element {
  const clamp = (share: number): number => Math.min(0.85, Math.max(0.15, share));
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const handle = event.currentTarget;
    const whole = handle.parentElement?.getBoundingClientRect();
    if (whole === undefined) return;
    handle.setPointerCapture(event.pointerId);
    const move = (next: PointerEvent): void =>
      props.onMove(clamp((whole.bottom - next.clientY) / whole.height));
    const end = (): void => handle.removeEventListener("pointermove", move);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end, { once: true });
    handle.addEventListener("pointercancel", end, { once: true });
  };
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowUp" ? 0.04 : event.key === "ArrowDown" ? -0.04 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(clamp(props.share + step));
  };
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={props.label}
      aria-valuenow={Math.round(props.share * 100)}
      aria-valuemin={15}
      aria-valuemax={85}
      tabindex={0}
      class="group relative z-20 -my-1 h-2 shrink-0 cursor-row-resize touch-none"
      onPointerDown={drag}
      onKeyDown={keys}
    >
      <span class="absolute inset-x-0 top-1 h-px bg-line group-hover:h-0.5 group-hover:bg-accent" />
    </div>
  );
}
