import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The official service descriptions of OCPP-S 1.6 as judge of XML, by way of `xmllint`. */

const folder = fileURLToPath(new URL("../../shared/official-schemas/ocpp1.6-soap/", import.meta.url));
const envelope = "http://www.w3.org/2003/05/soap-envelope";
const files = {
  csms: { wsdl: "OCPP_CentralSystemService_1.6.wsdl", namespace: "urn://Ocpp/Cs/2015/10/" },
  station: { wsdl: "OCPP_ChargePointService_1.6.wsdl", namespace: "urn://Ocpp/Cp/2015/10/" },
};
export type WsdlService = keyof typeof files;

function hasXmllint(): boolean {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Why there is no judge here; null when there is one. */
export function judgeMissing(): string | null {
  if (!existsSync(folder)) return "the official service descriptions do not lie beside the checkout";
  if (hasXmllint()) return null;
  if (process.env["CI"] === "true") throw new Error("xmllint (Debian: libxml2-utils) is missing");
  return "xmllint is missing (Debian: libxml2-utils)";
}

/** The schema within a service description, as a document of its own. */
export function schemaOf(service: WsdlService): string {
  const text = readFileSync(join(folder, files[service].wsdl), "utf8");
  const schema = /<s:schema[\s\S]*<\/s:schema>/.exec(text)?.[0];
  if (schema === undefined) throw new Error(`no schema in ${files[service].wsdl}`);
  const names = `xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${files[service].namespace}"`;
  return schema.replace("<s:schema", `<s:schema ${names}`);
}

/** Envelopes with any header and one body element that a service description knows. */
const envelopeSchema = `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="${envelope}" elementFormDefault="qualified">
  <s:import namespace="${files.csms.namespace}" schemaLocation="csms.xsd"/>
  <s:import namespace="${files.station.namespace}" schemaLocation="station.xsd"/>
  <s:element name="Envelope"><s:complexType><s:sequence>
    <s:element name="Header"><s:complexType><s:sequence>
      <s:any namespace="##other" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
    </s:sequence></s:complexType></s:element>
    <s:element name="Body"><s:complexType><s:sequence>
      <s:any namespace="##other" processContents="strict"/>
    </s:sequence></s:complexType></s:element>
  </s:sequence></s:complexType></s:element>
</s:schema>`;

export interface XmlJudge {
  /** Which of some envelopes obey the service descriptions. */
  accepts(texts: readonly string[]): boolean[];
  close(): void;
}

export function openXmlJudge(): XmlJudge {
  const home = mkdtempSync(join(tmpdir(), "wsdl-"));
  const write = (name: string, text: string): void => writeFileSync(join(home, name), text);
  write("csms.xsd", schemaOf("csms"));
  write("station.xsd", schemaOf("station"));
  write("envelope.xsd", envelopeSchema);
  return {
    accepts: (texts) => {
      texts.forEach((text, index) => write(`${index}.xml`, text));
      const names = texts.map((_, index) => `${index}.xml`);
      const options = ["--noout", "--nonet", "--schema", "envelope.xsd"];
      const run = spawnSync("xmllint", [...options, ...names], { cwd: home, maxBuffer: 1 << 28 });
      const said = run.stderr.toString();
      if (said.includes("failed to compile")) throw new Error(said.slice(0, 500));
      const valid = new Set([...said.matchAll(/^(\d+)\.xml validates$/gm)].map(([, index]) => Number(index)));
      return texts.map((_, index) => valid.has(index));
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}
