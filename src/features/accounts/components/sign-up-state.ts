import type { FormState } from "@/core/form-state.ts";
import type { CommuneView } from "../../territory/index.ts";

/** A form that asks for a commune, after it was sent; `communes` are those that what was typed may mean. */
export type WithCommunes<State extends FormState> = State & { communes?: CommuneView[] };

export type SignUpState = WithCommunes<FormState<{ codeId: string; browserSecret: string }>>;
export type MoveTownState = WithCommunes<FormState<{ moved: boolean }>>;
