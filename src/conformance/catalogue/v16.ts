import { officialList } from "./item.ts";

/**
 * The official CSMS cases of OCPP 1.6 by feature profile, then by chapter of section 3 of the test document (its number, and
 * what it is about in our words).
 */
const profiles = {
  Core: {
    "01 Cold boot": { TC_001_CSMS: "Cold Boot Charge Point" },
    "02 Charging session": {
      TC_003_CSMS: "Regular Charging Session - Plugin First",
      TC_004_1_CSMS: "Regular Charging Session - Identification First",
      TC_004_2_CSMS: "Regular Charging Session - Identification First - ConnectionTimeOut",
      TC_005_1_CSMS:
        "EV Side Disconnected - StopTransactionOnEVSideDisconnect = true - UnlockConnectorOnEVSideDisconnect = true",
    },
    "03 Authorization cache": {
      TC_007_CSMS: "Regular Start Charging Session - Cached Id",
      TC_061_CSMS: "Clear Authorization Data in Authorization Cache",
    },
    "04 Remote start and stop": {
      TC_010_CSMS: "Remote Start Charging Session - Cable Plugged in First",
      TC_011_1_CSMS: "Remote Start Charging Session - Remote Start First",
      TC_011_2_CSMS: "Remote Start Charging Session - Time Out",
      TC_012_CSMS: "Remote Stop Charging Session",
    },
    "05 Reset": {
      TC_013_CSMS: "Hard Reset",
      TC_014_CSMS: "Soft Reset",
    },
    "06 Unlock connector": {
      TC_017_1_CSMS: "Unlock connector - no charging session running (Not fixed cable)",
      TC_017_2_CSMS: "Unlock connector - no charging session running (Fixed cable)",
      TC_018_1_CSMS: "Unlock Connector - With Charging Session (Not fixed cable)",
    },
    "07 Configuration": {
      TC_019_1_CSMS: "Retrieve all configuration keys",
      TC_019_2_CSMS: "Retrieve Specific Configuration Key",
      TC_021_CSMS: "Change/set Configuration",
    },
    "08 Failed charging session": {
      TC_023_1_CSMS: "Start Charging Session - Authorize invalid",
      TC_023_2_CSMS: "Start Charging Session - Authorize expired",
      TC_023_3_CSMS: "Start Charging Session - Authorize blocked",
      TC_024_CSMS: "Start Charging Session Lock Failure",
    },
    "09 Failed remote start and stop": {
      TC_026_CSMS: "Remote Start Charging Session - Rejected",
      TC_028_CSMS: "Remote Stop Transaction - Rejected",
    },
    "10 Failed unlock": {
      TC_030_CSMS: "Unlock Connector - Unlock Failure",
      TC_031_CSMS: "Unlock Connector - Unknown Connector",
    },
    "11 Power failure": {
      TC_032_1_CSMS: "Power failure boot charging point-configured to stop transaction(s)",
    },
    "12 Offline": {
      TC_037_1_CSMS: "Offline Start Transaction - Valid IdTag",
      TC_037_3_CSMS: "Offline Start Transaction - Invalid IdTag - StopTransactionOnInvalidId = true",
      TC_039_CSMS: "Offline Transaction",
    },
    "13 Failed configuration": {
      TC_040_1_CSMS: "Configuration keys - NotSupported",
      TC_040_2_CSMS: "Configuration keys - Invalid value",
    },
    "20 Data transfer": { TC_064_CSMS: "Data Transfer to a Central System" },
    "21 Security": { TC_088_CSMS: "WebSocket Subprotocol negotiation" },
  },
  "Local Auth List Management": {
    "14 Local authorization list": {
      TC_042_1_CSMS: "Get Local List Version (not supported)",
      TC_042_2_CSMS: "Get Local List Version (empty)",
      TC_043_1_CSMS: "Send Local Authorization List - NotSupported",
      TC_043_3_CSMS: "Send Local Authorization List - Failed",
      TC_043_4_CSMS: "Send Local Authorization List - Full",
      TC_043_5_CSMS: "Send Local Authorization List - Differential",
    },
  },
  "Firmware Management": {
    "15 Firmware": {
      TC_044_1_CSMS: "Firmware Update - Download and Install",
      TC_044_2_CSMS: "Firmware Update - Download Failed",
      TC_044_3_CSMS: "Firmware Update - Installation Failed",
    },
    "16 Diagnostics": {
      TC_045_1_CSMS: "Get Diagnostics",
      TC_045_2_CSMS: "Get Diagnostics - Upload Failed",
    },
  },
  Reservation: {
    "17 Reservation": {
      TC_046_CSMS: "Reservation of a Connector - Transaction",
      TC_047_CSMS: "Reservation of a Connector - Expire",
      TC_048_1_CSMS: "Reservation of a Connector - Faulted",
      TC_048_2_CSMS: "Reservation of a Connector - Occupied",
      TC_048_3_CSMS: "Reservation of a Connector - Unavailable",
      TC_048_4_CSMS: "Reservation of a Connector - Rejected",
      TC_049_CSMS: "Reservation of a Charge Point - Transaction",
      TC_051_CSMS: "Cancel Reservation",
      TC_052_CSMS: "Cancel Reservation - Rejected",
      TC_053_CSMS: "Use a reserved Connector with parentIdTag",
    },
  },
  "Remote Trigger": {
    "18 Remote trigger": {
      TC_054_CSMS: "Trigger Message",
      TC_055_CSMS: "Trigger Message - Rejected",
    },
  },
  "Smart Charging": {
    "19 Smart charging": {
      TC_056_CSMS: "Central Smart Charging - TxDefaultProfile",
      TC_057_CSMS: "Central Smart Charging - TxProfile",
      TC_066_CSMS: "Get Composite Schedule",
      TC_067_CSMS: "Clear Charging Profile",
      TC_059_CSMS: "Remote Start Transaction with Charging Profile",
    },
  },
  Security: {
    "21 Security": {
      TC_073_CSMS: "Update Charge Point Password for HTTP Basic Authentication",
      TC_074_CSMS: "Update Charge Point Certificate by request of Central System",
      TC_075_1_CSMS: "Install a certificate on the Charge Point - ManufacturerRootCertificate",
      TC_075_2_CSMS: "Install a certificate on the Charge Point - CentralSystemRootCertificate",
      TC_076_CSMS: "Delete a specific certificate from the Charge Point",
      TC_077_CSMS: "Invalid ChargePointCertificate Security Event",
      TC_078_CSMS: "Invalid CentralSystemCertificate Security Event",
      TC_079_CSMS: "Get Security Log",
      TC_080_CSMS: "Secure Firmware Update",
      TC_081_CSMS: "Secure Firmware Update - Invalid Signature",
      TC_083_CSMS: "Upgrade Charge Point Security Profile - Accepted",
      TC_085_CSMS: "Basic Authentication - Valid username/password combination",
      TC_086_CSMS: "TLS - server-side certificate - Valid certificate",
      TC_087_CSMS: "TLS - Client-side certificate - valid certificate",
    },
  },
};

export const v16Cases = Object.values(profiles).flatMap((chapters) => officialList(chapters));
