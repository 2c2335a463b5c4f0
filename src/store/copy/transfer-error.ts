/** Why a copy, backup or restore did not happen or is not proven, in words for the person who asked for it. */
export class TransferError extends Error {
  override readonly name = "TransferError";
}
