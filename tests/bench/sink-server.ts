import { openSmtpSink } from "../support/smtp-sink.ts";

// A mail server in a process of its own, so that its CPU is not the product's. Says its port, then answers who got how many.
const sink = await openSmtpSink();
process.send?.({ port: sink.port });
process.on("message", () => {
  const bytes = sink.received.reduce((sum, { raw }) => sum + raw.length, 0);
  const recipients = new Set(sink.received.map(({ to }) => to)).size;
  process.send?.({ mails: sink.received.length, recipients, bytes });
  sink.received.length = 0;
});
