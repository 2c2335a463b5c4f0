"""A small 2.0.1 CSMS on the PyPI library `ocpp`, written the way its documentation shows.

Prints the port it listens on. Its shortcomings are the usual ones of such a start, see `peers.test.ts`.
"""

import asyncio
import logging
from datetime import datetime, timezone

import websockets
from ocpp.routing import on
from ocpp.v201 import ChargePoint, call_result

STANDINGS = {"VALID-TOKEN": "Accepted", "BLOCKED-TOKEN": "Blocked"}


def now():
    return datetime.now(timezone.utc).isoformat()


class Station(ChargePoint):
    @on("BootNotification")
    def on_boot(self, **_):
        return call_result.BootNotification(current_time=now(), interval=60, status="Accepted")

    @on("Heartbeat")
    def on_heartbeat(self, **_):
        return call_result.Heartbeat(current_time=now())

    @on("StatusNotification")
    def on_status(self, **_):
        return call_result.StatusNotification()

    @on("Authorize")
    def on_authorize(self, id_token, **_):
        status = STANDINGS.get(id_token["id_token"], "Unknown")
        return call_result.Authorize(id_token_info={"status": status})

    @on("TransactionEvent")
    def on_transaction_event(self, **_):
        return call_result.TransactionEvent()


async def connected(websocket):
    identity = websocket.request.path.rpartition("/")[2]
    await Station(identity, websocket).start()


async def main():
    async with websockets.serve(connected, "127.0.0.1", 0, subprotocols=["ocpp2.0.1"]) as server:
        port = server.sockets[0].getsockname()[1]
        print(f"listening on port {port}", flush=True)
        await asyncio.Event().wait()


logging.basicConfig(level=logging.ERROR)
asyncio.run(main())
