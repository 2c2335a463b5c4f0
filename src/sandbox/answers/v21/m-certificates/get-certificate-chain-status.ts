import type {
  GetCertificateChainStatusRequest,
  GetCertificateChainStatusResponse,
} from "../../../../../schemas/v21/m-certificates/get-certificate-chain-status.ts";
import type { AnswerContext } from "../../answer.ts";

/** M07.FR.02, M07.FR.05: the sandbox asks no OCSP responder and fetches no list of revoked certificates. */
export function getCertificateChainStatus(
  request: GetCertificateChainStatusRequest,
  context: AnswerContext,
): GetCertificateChainStatusResponse {
  const nextUpdate = new Date(context.now).toISOString();
  return {
    certificateStatus: request.certificateStatusRequests.map(({ certificateHashData, source }) => ({
      certificateHashData,
      source,
      status: "Failed",
      nextUpdate,
    })),
  };
}
