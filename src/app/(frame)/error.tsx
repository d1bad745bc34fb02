"use client";

import { type Fault, FaultPage } from "../fault-page";

export default function ErrorPage(fault: Fault) {
  return <FaultPage {...fault} />;
}
