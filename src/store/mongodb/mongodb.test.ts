import { contractOn } from "./testing/contract-on.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { sharedMongo } from "./testing/shared.ts";

describeWithMongo("a MongoDB server", {}, () => {
  contractOn(sharedMongo, { warnings: [] });
});
