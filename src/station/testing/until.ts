/**
 * Waits until `condition` gives something other than undefined and false, looking once per turn of the event loop. The
 * test's own time-out is the limit.
 */
export async function until<T>(condition: () => T | undefined | false): Promise<T> {
  for (;;) {
    const value = condition();
    if (value !== undefined && value !== false) return value;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 1);
    });
  }
}
