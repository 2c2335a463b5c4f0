import type { Statistics } from "../../statistics.ts";
import type { StatisticsCall, StatisticsReply } from "./reader.ts";

/** The contract's statistics out of the parts that the reader's thread does. */
export function askedStatistics(call: (call: StatisticsCall) => Promise<StatisticsReply>): Statistics {
  const ask = async (question: StatisticsCall): Promise<unknown> => {
    let reply = await call(question);
    while ("resume" in reply) reply = await call({ resume: reply.resume });
    return reply.value;
  };
  // The thread answers what the name says: `begin` in reader.ts is checked against the same contract.
  const answer =
    <K extends keyof Statistics>(name: K) =>
    (...args: Parameters<Statistics[K]>) =>
      ask({ name, args } as StatisticsCall) as ReturnType<Statistics[K]>;
  return {
    actions: answer("actions"),
    slowest: answer("slowest"),
    traffic: answer("traffic"),
    energy: answer("energy"),
    series: answer("series"),
    silent: answer("silent"),
    issues: answer("issues"),
  };
}
