import { json } from "@codemirror/lang-json";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, linter, type Diagnostic } from "@codemirror/lint";
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { createEffect, onCleanup, onMount, type JSX } from "solid-js";
import { pathOf } from "../../protocol/validate/pointer.ts";
import { parseJson } from "../../protocol/wire/parse-json.ts";
import { locate } from "../query/locate.ts";
import type { JsonEditorProps } from "./json-editor.tsx";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--color-json-key)" },
  { tag: tags.string, color: "var(--color-json-text)" },
  { tag: tags.number, color: "var(--color-json-number)" },
  { tag: [tags.bool, tags.null], color: "var(--color-json-word)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "12px", backgroundColor: "transparent", color: "var(--color-ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.55" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none", color: "var(--color-ink3)" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in oklch, var(--color-raised) 70%, transparent)",
  },
  ".cm-cursor": { borderLeftColor: "var(--color-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in oklch, var(--color-accent) 25%, transparent)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--color-surface)",
    border: "1px solid var(--color-line)",
    borderRadius: "6px",
    color: "var(--color-ink)",
  },
  ".cm-panels": { backgroundColor: "var(--color-raised)", color: "var(--color-ink)" },
  ".cm-matchingBracket": { backgroundColor: "var(--color-accent-soft) !important", outline: "none" },
});

/** CodeMirror behind `JsonEditor`. Tab leaves the editor, so that it is no trap for the keyboard. */
export default function JsonEditorView(props: JsonEditorProps): JSX.Element {
  let host: HTMLDivElement | undefined;

  onMount(() => {
    if (host === undefined) return;
    const view = new EditorView({
      parent: host,
      doc: props.value,
      extensions: [
        Prec.highest(
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                props.onSubmit?.();
                return true;
              },
            },
          ]),
        ),
        basicSetup,
        json(),
        syntaxHighlighting(colours),
        look,
        lintGutter(),
        linter((editor) => diagnose(editor.state.doc.toString(), props.check), { delay: 150 }),
        EditorView.contentAttributes.of({ "aria-label": props.label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) props.onChange(update.state.doc.toString());
        }),
      ],
    });
    createEffect(() => {
      const next = props.value;
      if (next !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    });
    onCleanup(() => view.destroy());
  });

  return <div ref={(element) => (host = element)} class="h-full" />;
}

function diagnose(text: string, check: JsonEditorProps["check"]): Diagnostic[] {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const from = Math.min(at, Math.max(0, text.length - 1));
    return [{ from, to: Math.min(text.length, from + 1), severity: "error", message }];
  }
  return check(value).map((problem) => {
    const place = locate(text, pathOf(problem.pointer));
    const from = place?.from ?? 0;
    const to = place === null ? 0 : place.missing ? from + 1 : place.to;
    return { from, to, severity: problem.severity, message: problem.text };
  });
}
