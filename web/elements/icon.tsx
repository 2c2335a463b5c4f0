import type { JSX } from "solid-js";

/** Own drawings on a 16 by 16 grid, stroked with the text's colour. */
const shapes = {
  stations:
    "M3 14V3.5A1.5 1.5 0 0 1 4.5 2h4A1.5 1.5 0 0 1 10 3.5V14M2 14h9M5 5h3M10 8h1.5A1.5 1.5 0 0 1 13 9.5v2a1 1 0 0 0 2 0V6l-2-2",
  inspector: "M2 3.5h12M2 8h5M2 12.5h4M11 13.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM13 13l2 2",
  sandbox: "M8 2 14 5v6l-6 3-6-3V5l6-3ZM2 5l6 3 6-3M8 8v6",
  chart: "M2 2v12h12M5 11.5V8M8 11.5V4.5M11 11.5V6.5",
  plus: "M8 3v10M3 8h10",
  close: "m4 4 8 8M12 4l-8 8",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14",
  pause: "M5.5 3v10M10.5 3v10",
  play: "M5 3v10l8-5-8-5Z",
  download: "M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10",
  filter: "M2 3h12L9.5 8.5V13l-3 1.5v-6L2 3Z",
  down: "m4 6 4 4 4-4",
  right: "m6 4 4 4-4 4",
  up: "m4 10 4-4 4 4",
  out: "M2.5 8h11M9.5 4l4 4-4 4",
  in: "M13.5 8h-11M6.5 4l-4 4 4 4",
  copy: "M5.5 5.5v-2A1.5 1.5 0 0 1 7 2h5.5A1.5 1.5 0 0 1 14 3.5V9a1.5 1.5 0 0 1-1.5 1.5h-2M3.5 5.5H9A1.5 1.5 0 0 1 10.5 7v5.5A1.5 1.5 0 0 1 9 14H3.5A1.5 1.5 0 0 1 2 12.5V7a1.5 1.5 0 0 1 1.5-1.5Z",
  trash: "M2.5 4h11M6 4V2.5h4V4M4 4l.6 9a1 1 0 0 0 1 1h4.8a1 1 0 0 0 1-1L12 4M6.7 7v4M9.3 7v4",
  more: "M3 8h.01M8 8h.01M13 8h.01",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1",
  moon: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z",
  screen: "M2 3h12v8H2zM6 14h4M8 11v3",
  bolt: "M9 1.5 3.5 9H8l-1 5.5L12.5 7H8l1-5.5Z",
  plug: "M5.5 2v3M10.5 2v3M4 5h8v2.5a4 4 0 0 1-8 0V5ZM8 11.5V14.5",
  card: "M2 4.5A1.5 1.5 0 0 1 3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7ZM2 6.5h12M4.5 10h3",
  power: "M8 2v6M4.5 4a5.5 5.5 0 1 0 7 0",
  warning: "M8 2.5 14.5 13.5h-13L8 2.5ZM8 6.5v3.2M8 11.6v.01",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4v3.4M8 5.2v.01",
  link: "M6.5 9.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2L8 3.8M9.5 6.5a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2l.9-.9",
  unlink:
    "M9.5 6.5 12.9 3.1M6.5 9.5 3.1 12.9M5 2.5v2M2.5 5h2M11 13.5v-2M13.5 11h-2M7 12.8a3 3 0 0 1-3.8-3.8M9 3.2a3 3 0 0 1 3.8 3.8",
  edit: "m10.5 3 2.5 2.5L5.5 13l-3 .5.5-3L10.5 3Z",
  send: "M14 2 7 9M14 2 9.5 14 7 9 2 6.5 14 2Z",
  check: "m3 8.5 3.2 3.2L13 5",
  keyboard: "M1.5 4.5h13v7h-13zM4 7h.01M6.7 7h.01M9.3 7h.01M12 7h.01M5 9.3h6",
  history: "M2.2 6.5A6 6 0 1 1 2 8.6M2 3v3.5h3.5M8 5v3.4l2.3 1.4",
  runs: "M5.5 3H4a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1h-1.5M5.5 2h5v2.5h-5zM5.5 9.3l1.8 1.8 3.2-3.6",
  person: "M8 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.8 14a5.2 5.2 0 0 1 10.4 0",
  back: "M13 8H3M7 4 3 8l4 4",
} as const;

export type IconName = keyof typeof shapes;

/** A decorative icon; the control around it carries the name. */
export function Icon(props: { name: IconName; class?: string }): JSX.Element {
  return (
    <svg
      class={`shrink-0 ${props.class ?? "size-4"}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[props.name]} />
    </svg>
  );
}
