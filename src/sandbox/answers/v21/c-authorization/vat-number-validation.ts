import type {
  VatNumberValidationRequest,
  VatNumberValidationResponse,
} from "../../../../../schemas/v21/c-authorization/vat-number-validation.ts";

/** The sandbox asks no tax office, so it knows no number. */
export function vatNumberValidation(request: VatNumberValidationRequest): VatNumberValidationResponse {
  const { vatNumber, evseId } = request;
  return { status: "Rejected", vatNumber, ...(evseId === undefined ? {} : { evseId }) };
}
