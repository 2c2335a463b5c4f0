import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { DeleteCertificateRequest, DeleteCertificateResponse } from "./delete-certificate.ts";
import { Get15118EVCertificateRequest, Get15118EVCertificateResponse } from "./get-15118-ev-certificate.ts";
import {
  GetCertificateChainStatusRequest,
  GetCertificateChainStatusResponse,
} from "./get-certificate-chain-status.ts";
import { GetCertificateStatusRequest, GetCertificateStatusResponse } from "./get-certificate-status.ts";
import {
  GetInstalledCertificateIdsRequest,
  GetInstalledCertificateIdsResponse,
} from "./get-installed-certificate-ids.ts";
import { InstallCertificateRequest, InstallCertificateResponse } from "./install-certificate.ts";

const name = "M Certificates";

export const certificates: Catalogue = {
  DeleteCertificate: csms(name, DeleteCertificateRequest, DeleteCertificateResponse),
  Get15118EVCertificate: station(name, Get15118EVCertificateRequest, Get15118EVCertificateResponse),
  GetCertificateChainStatus: station(
    name,
    GetCertificateChainStatusRequest,
    GetCertificateChainStatusResponse,
  ),
  GetCertificateStatus: station(name, GetCertificateStatusRequest, GetCertificateStatusResponse),
  GetInstalledCertificateIds: csms(
    name,
    GetInstalledCertificateIdsRequest,
    GetInstalledCertificateIdsResponse,
  ),
  InstallCertificate: csms(name, InstallCertificateRequest, InstallCertificateResponse),
};
