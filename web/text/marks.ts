const known: { readonly [mark: string]: string } = {
  crafted: "Sent by hand, exactly as it was written",
  altered: "Changed on purpose before it was sent",
  unsolicited: "Answers nothing that was asked",
  late: "Came after the time-out of its request",
  duplicate: "Answers a request that was answered before",
  "refused-by-policy": "Validation was set to enforce and refused it",
};

/** What a mark on a message means. */
export function explainMark(mark: string): string {
  return Object.hasOwn(known, mark) ? (known[mark] ?? mark) : mark;
}
