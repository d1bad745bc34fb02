"use client";

import { type Fault, FaultPage } from "../fault-page.tsx";

export default function ErrorPage(fault: Fault) {
  return <FaultPage {...fault} />;
}
