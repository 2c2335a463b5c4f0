import type {
  AuthorizeRequest,
  AuthorizeResponse,
} from "../../../../../schemas/v201/c-authorization/authorize.ts";
import type { AnswerContext } from "../../answer.ts";
import { idTokenInfo } from "../id-token-info.ts";

export function authorize(request: AuthorizeRequest, context: AnswerContext): AuthorizeResponse {
  const response: AuthorizeResponse = { idTokenInfo: idTokenInfo(request.idToken, context) };
  // C07.FR.05 wants OCSP, which the sandbox has not: it knows no contract certificate.
  if (request.certificate !== undefined || request.iso15118CertificateHashData !== undefined)
    response.certificateStatus = "NoCertificateAvailable";
  return response;
}
