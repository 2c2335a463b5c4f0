import { useNavigate, useParams } from "@solidjs/router";
import { Match, Show, Switch, createMemo, createSignal, type JSX } from "solid-js";
import { useApp } from "../context/context.tsx";
import { Button } from "../elements/button.tsx";
import { Empty, Failure, Loading } from "../elements/notes.tsx";
import { Split } from "../elements/split.tsx";
import { AddDialog } from "../panels/stations/add-dialog.tsx";
import { ForeignDetail } from "../panels/stations/foreign-detail.tsx";
import { StationDetail } from "../panels/stations/station-detail.tsx";
import { StationList } from "../panels/stations/station-list.tsx";
import { stationPath } from "../query/paths.ts";

/** The stations: all on the left, one on the right; one after the other where there is no room. */
export default function StationsScreen(): JSX.Element {
  const app = useApp();
  const params = useParams();
  const navigate = useNavigate();
  const [adding, setAdding] = createSignal(false);
  const named = (): string | null => (params["id"] === undefined ? null : decodeURIComponent(params["id"]));
  const selected = createMemo(() => named() ?? app.stations.ids()[0] ?? null);
  const open = (id: string): void => navigate(stationPath(id));

  return (
    <>
      <Switch>
        <Match when={app.stations.state() === "failed"}>
          <Failure
            class="mx-auto max-w-lg p-6"
            title="The stations could not be loaded"
            problem={app.stations.problem()}
            retry={() => app.stations.load()}
          />
        </Match>
        <Match when={app.stations.state() === "loading" && app.stations.ids().length === 0}>
          <Loading>Loading stations …</Loading>
        </Match>
        <Match when={app.stations.ids().length === 0}>
          <Empty icon="stations" title="No stations yet">
            <p class="mb-3">
              A station connects to a CSMS, yours or the built-in sandbox, and does what you tell it.
              Everything it says is in the inspector.
            </p>
            <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
              Add station
            </Button>
          </Empty>
        </Match>
        <Match when={app.stations.ids().length > 0}>
          <Split
            label="Stations"
            width="21rem"
            one={named() !== null}
            list={<StationList selected={selected()} onAdd={() => setAdding(true)} onPick={open} />}
          >
            <Show
              when={app.stations.get(selected() ?? "")?.id}
              keyed
              fallback={
                <Empty icon="stations" title={`There is no station ${selected() ?? ""}`}>
                  <Button onClick={() => navigate("/stations")}>Show all stations</Button>
                </Empty>
              }
            >
              {(id) => (
                <Show when={app.stations.get(id)}>
                  {(view) => (
                    <Show when={view().process === undefined} fallback={<ForeignDetail view={view()} />}>
                      <StationDetail view={view()} onGone={() => navigate("/stations")} />
                    </Show>
                  )}
                </Show>
              )}
            </Show>
          </Split>
        </Match>
      </Switch>
      <AddDialog
        open={adding()}
        onOpenChange={setAdding}
        onAdded={(id) => {
          setAdding(false);
          open(id);
        }}
      />
    </>
  );
}
