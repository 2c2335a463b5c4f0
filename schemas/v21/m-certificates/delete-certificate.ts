import * as v201 from "../../v201/m-certificates/delete-certificate.ts";
import { explained } from "../types/status-info.ts";

export { DeleteCertificateRequest } from "../../v201/m-certificates/delete-certificate.ts";

export const DeleteCertificateResponse = explained(v201.DeleteCertificateResponse);
