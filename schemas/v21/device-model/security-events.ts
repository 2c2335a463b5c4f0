import { securityEvents as earlier } from "../../v201/device-model/security-events.ts";

export const securityEvents = { ...earlier, DiscardedRenewedClientCertificate: { critical: true } } as const;
