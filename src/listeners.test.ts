import { expect, it, onTestFinished } from "vitest";
import { Listeners } from "./listeners.ts";

it("tells each subscription, until it ends, and warns of one that throws", async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on("warning", warned);
  onTestFinished(() => void process.off("warning", warned));
  const listeners = new Listeners<[text: string, count: number]>();
  const heard: string[] = [];
  const hear = (text: string, count: number): void => void heard.push(`${text} ${count}`);
  expect(listeners.none).toBe(true);
  const end = listeners.add(hear);
  listeners.add(() => {
    throw new Error("broken on purpose");
  });
  listeners.add(hear);
  listeners.tell("a", 1);
  end();
  listeners.tell("b", 2);
  expect(heard).toEqual(["a 1", "a 1", "b 2"]);
  expect(listeners.none).toBe(false);
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings.map(({ message }) => message)).toEqual(["broken on purpose", "broken on purpose"]);
});
