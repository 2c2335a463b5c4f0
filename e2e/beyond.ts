import type { Page } from "playwright-core";

/** What is cut off at the right of a page that is 400 px wide: beginnings of the elements. */
export function beyond(page: Page): Promise<string[]> {
  return page.locator("body *").evaluateAll((all) =>
    all
      .filter((element) => element.getBoundingClientRect().right > 401)
      .filter((element) => element.closest(".cm-editor, .sr-only") === null)
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}
