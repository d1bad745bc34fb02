"use client";

import { ActForm, type ActFormProps } from "@/ui/act-form.tsx";
import { noticesChanged } from "./notices-changed.ts";

/** One button that changes what she is told; the bell then counts again. */
export function NoticeAct<Result>(props: Omit<ActFormProps<Result>, "onDone" | "stretched">) {
  return <ActForm {...props} stretched onDone={noticesChanged} />;
}
