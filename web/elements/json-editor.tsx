import { Suspense, lazy, type JSX } from "solid-js";

export interface EditorProblem {
  /** JSON pointer of the offending value. */
  pointer: string;
  severity: "error" | "warning";
  text: string;
}

export interface JsonEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** Judges the value whenever it is JSON. */
  check: (value: unknown) => readonly EditorProblem[];
  label: string;
  onSubmit?: () => void;
}

const CodeMirror = lazy(() => import("./json-editor-view.tsx"));

/** An editor for JSON with problems marked at their places; its code is loaded when it is first shown. */
export function JsonEditor(props: JsonEditorProps): JSX.Element {
  return (
    <div class="h-full overflow-hidden rounded-md border border-line bg-surface focus-within:border-accent">
      <Suspense fallback={<pre class="p-3 font-mono text-xs text-ink3">{props.value}</pre>}>
        <CodeMirror {...props} />
      </Suspense>
    </div>
  );
}
