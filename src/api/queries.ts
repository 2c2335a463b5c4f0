import type { z } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { Defined } from "../defined.ts";
import { PageRequestError } from "../store/page.ts";
import type { FrameQuery, Page, PageRequest, SampleQuery } from "../store/store.ts";
import { ProblemError } from "./problem.ts";
import type { frameFilter } from "./schema/frame.ts";
import type { sampleFilter } from "./schema/recorded.ts";

/** The words of a URL as the store's query: what may be given several times has a name for many there. */
export function frameQuery({
  station: stations,
  action: actions,
  kind: kinds,
  ...rest
}: z.output<typeof frameFilter>): FrameQuery {
  return defined({ stations, actions, kinds, ...rest });
}

export function sampleQuery({ measurand: measurands, ...rest }: z.output<typeof sampleFilter>): SampleQuery {
  return ofStations({ measurands, ...rest });
}

/** The same where only stations may be given several times. */
export function ofStations<Query extends { station?: string[] | undefined }>({
  station: stations,
  ...rest
}: Query) {
  return defined({ stations, ...rest });
}

interface Paging {
  limit: number;
  cursor?: string | undefined;
  order: "newest" | "oldest";
}

/** The page of a list that a URL asks for. Throws ProblemError when its cursor cannot be read. */
export async function pageOf<Query extends Paging, T>(
  { limit, cursor, order, ...filter }: Query,
  ask: (filter: Defined<Omit<Query, keyof Paging>>, page: PageRequest) => Promise<Page<T>>,
): Promise<Page<T>> {
  try {
    return await ask(defined(filter), defined({ limit, cursor, order }));
  } catch (error) {
    if (!(error instanceof PageRequestError)) throw error;
    const message = `Parameter "${error.field}": ${error.message}`;
    throw new ProblemError({ code: "bad-request", message, field: error.field });
  }
}
