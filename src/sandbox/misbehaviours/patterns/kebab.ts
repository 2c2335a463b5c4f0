/** An action or member as it stands in names: `NotifyEVChargingNeeds` is `notify-ev-charging-needs`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/([a-z])([0-9])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
