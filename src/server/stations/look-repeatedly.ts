/**
 * Looks now, every `interval` ms, and when asked to; one look at a time, and another one after it for what came meanwhile.
 * `failed` is told of looks that throw.
 */
export function lookRepeatedly(parts: {
  look: () => Promise<void>;
  interval: number;
  failed: (error: unknown) => void;
}): { now: () => void; end: () => void } {
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    again = looking;
    if (looking) return;
    looking = true;
    try {
      await parts.look();
    } catch (error) {
      parts.failed(error);
    }
    looking = false;
    if (again) await look();
  };
  void look();
  const timer = setInterval(() => void look(), parts.interval);
  timer.unref();
  return { now: () => void look(), end: () => clearInterval(timer) };
}
