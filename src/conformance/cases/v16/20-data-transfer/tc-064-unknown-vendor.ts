import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { show } from "../../../context/exchange.ts";
import { bootAccepted, booted } from "../../../states/v16/01-cold-boot/booted.ts";

const answered: CheckDefinition = {
  id: "data-transfer-answered",
  requirement: "OCPP 1.6 §4.3",
  level: "SHALL",
  text: "The CSMS answers a DataTransfer of a vendor that it does not know with a status.",
};

/** The certification tool only warns here: a CSMS may know every vendor there is. */
const notAccepted: CheckDefinition = {
  id: "data-transfer-not-accepted",
  requirement: "OCPP 1.6 §4.3",
  level: "SHOULD",
  text: "The CSMS does not accept data of a vendor that it has no implementation for.",
};

const refusals: readonly unknown[] = ["Rejected", "UnknownMessageId", "UnknownVendorId"];

export const dataTransfer: ConformanceCase = {
  id: "TC_064_CSMS",
  dialects: dialectsOf("1.x"),
  requirements: ["OCPP 1.6 §4.3"],
  needs: {},
  checks: [bootAccepted, answered, notAccepted],
  async run(t) {
    await booted(t);
    const transfer = await t.request("DataTransfer", {
      vendorId: "org.example.unknown-to-all",
      messageId: "probe",
      data: "Does anybody know this vendor?",
    });
    const status = transfer.response["status"];
    t.require(answered, status !== undefined, { expected: "a status", ...transfer });
    t.check(notAccepted, refusals.includes(status), {
      expected: "UnknownVendorId, UnknownMessageId or Rejected",
      actual: show(status),
      frames: transfer.frames,
    });
  },
};
