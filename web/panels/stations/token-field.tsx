import { For, createUniqueId, type JSX } from "solid-js";
import type { IdToken } from "../../../protocol/model/messages/event.ts";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { inputClass } from "../../elements/field.tsx";

const types = [
  "ISO14443",
  "ISO15693",
  "Central",
  "Local",
  "KeyCode",
  "eMAID",
  "MacAddress",
  "NoAuthorization",
];

/** The token in the driver's hand, with those used before. */
export function TokenField(props: {
  token: IdToken;
  onChange: (token: IdToken) => void;
  onPresent: () => void;
  disabled: boolean;
}): JSX.Element {
  const app = useApp();
  const list = createUniqueId();
  const pick = (idToken: string): void => {
    const remembered = app.settings.value.tokens.find((token) => token.idToken === idToken);
    props.onChange({ idToken, type: remembered?.type ?? props.token.type });
  };
  return (
    <form
      class="flex flex-wrap items-center gap-1.5"
      aria-label="Token"
      onSubmit={(event) => {
        event.preventDefault();
        props.onPresent();
      }}
    >
      <span class="text-2xs font-medium text-ink3">Token</span>
      <input
        class={`${inputClass} w-40! font-mono`}
        aria-label="Token"
        list={list}
        maxlength={255}
        value={props.token.idToken}
        onInput={(event) => pick(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <datalist id={list}>
        <For each={app.settings.value.tokens}>
          {(token) => <option value={token.idToken}>{token.type}</option>}
        </For>
      </datalist>
      <select
        class={`${inputClass} w-28!`}
        aria-label="Token type"
        title="Type of the token; 1.6 has no types"
        value={props.token.type}
        onChange={(event) =>
          props.onChange({ idToken: props.token.idToken, type: event.currentTarget.value })
        }
      >
        <For each={types}>{(type) => <option value={type}>{type}</option>}</For>
      </select>
      <Button type="submit" icon="card" disabled={props.disabled || props.token.idToken === ""}>
        Present
      </Button>
    </form>
  );
}
