import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { ClearDERControlRequest, ClearDERControlResponse } from "./clear-der-control.ts";
import { GetDERControlRequest, GetDERControlResponse } from "./get-der-control.ts";
import { NotifyDERAlarmRequest, NotifyDERAlarmResponse } from "./notify-der-alarm.ts";
import { NotifyDERStartStopRequest, NotifyDERStartStopResponse } from "./notify-der-start-stop.ts";
import { ReportDERControlRequest, ReportDERControlResponse } from "./report-der-control.ts";
import { SetDERControlRequest, SetDERControlResponse } from "./set-der-control.ts";

const name = "R DER";

export const der: Catalogue = {
  ClearDERControl: csms(name, ClearDERControlRequest, ClearDERControlResponse),
  GetDERControl: csms(name, GetDERControlRequest, GetDERControlResponse),
  NotifyDERAlarm: station(name, NotifyDERAlarmRequest, NotifyDERAlarmResponse),
  NotifyDERStartStop: station(name, NotifyDERStartStopRequest, NotifyDERStartStopResponse),
  ReportDERControl: station(name, ReportDERControlRequest, ReportDERControlResponse),
  SetDERControl: csms(name, SetDERControlRequest, SetDERControlResponse),
};
