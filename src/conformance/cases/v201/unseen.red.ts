import type { Proof } from "../../testing/proof.ts";

export const proof: Proof = {
  unseen: {
    "2.x": {
      "heartbeat-unanswered": "no case of 2.0.1 sends a Heartbeat yet",
      "wrong-message-id": "it acts on Heartbeat, which no case of 2.0.1 sends yet",
      "data-transfer-error": "no case of 2.0.1 sends a DataTransfer yet",
    },
  },
};
