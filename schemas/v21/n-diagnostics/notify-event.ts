import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/notify-event.ts";
import { Component } from "../types/component.ts";
import { revised } from "../types/object.ts";

export const EventData = revised(v201.EventData, {
  eventId: atLeast(0),
  /** Id of the event that led to this one. */
  cause: optional(atLeast(0)),
  variableMonitoringId: optional(atLeast(0)),
  component: Component,
  /** 0 (danger) to 9 (debug). */
  severity: optional(atLeast(0)),
});

export const request = revised(v201.request, {
  seqNo: atLeast(0),
  eventData: some(EventData),
});

export const response = v201.response;
