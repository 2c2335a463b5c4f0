// Exit code 0 when the server of this container can do its work. /health needs no token.
const port = process.env.STATIONMASTER_PORT || "7410";
const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4000) }).catch(
  () => null,
);
process.exit(answer?.ok ? 0 : 1);
