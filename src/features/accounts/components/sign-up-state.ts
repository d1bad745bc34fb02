import type { FormState } from "@/platform/next/form-action.ts";
import type { CommuneView } from "../../territory/index.ts";

/** The sign-up form after it was sent; `communes` are those that what was typed may mean. */
export type SignUpState = FormState<{ codeId: string; browserSecret: string }> & { communes?: CommuneView[] };
