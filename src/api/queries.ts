import type { z } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { Defined } from "../defined.ts";
import { PageRequestError } from "../store/page.ts";
import type { FrameQuery, Page, PageRequest, SampleQuery, TransactionQuery } from "../store/store.ts";
import { ProblemError } from "./problem.ts";
import type { frameFilter } from "./schema/frame.ts";
import type { sampleFilter, transactionFilter } from "./schema/recorded.ts";

/** The words of a URL as the store's query. */
export function frameQuery(query: z.output<typeof frameFilter>): FrameQuery {
  return defined({
    stations: query.station,
    actions: query.action,
    direction: query.direction,
    kinds: query.kind,
    connection: query.connection,
    messageId: query.messageId,
    errors: query.errors,
    from: query.from,
    to: query.to,
    text: query.text,
    after: query.after,
  });
}

export function transactionQuery(query: z.output<typeof transactionFilter>): TransactionQuery {
  return defined({
    stations: query.station,
    transactionId: query.transactionId,
    active: query.active,
    from: query.from,
    to: query.to,
  });
}

export function sampleQuery(query: z.output<typeof sampleFilter>): SampleQuery {
  return defined({
    stations: query.station,
    transactionKey: query.transactionKey,
    measurands: query.measurand,
    from: query.from,
    to: query.to,
  });
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
