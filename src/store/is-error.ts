import type { FrameRecord } from "../frames/frame.ts";

/** What `FrameQuery.errors` means: an error frame, something unreadable, a refused link, or an issue of severity error. */
export function isError(frame: Pick<FrameRecord, "kind" | "issues">): boolean {
  switch (frame.kind) {
    case "callError":
    case "callResultError":
    case "fault":
    case "refused":
      return true;
    case "call":
    case "callResult":
    case "send":
    case "opened":
    case "closed":
      return frame.issues.some((issue) => issue.severity === "error");
  }
}
