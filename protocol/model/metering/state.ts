export interface MeterOfEvse {
  readonly meter: MeterState;
}

export interface MeterState {
  /** Wh, with fraction; never decreases. */
  register: number;
  /** Epoch ms up to which the register is right. */
  at: number;
  /** Epoch ms since when energy flows, null when it does not. */
  flowingSince: number | null;
}
