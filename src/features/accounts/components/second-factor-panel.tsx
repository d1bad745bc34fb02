"use client";

import { useActionState } from "react";
import { confirmSecondFactorAction, renewRecoveryCodesAction } from "../account.actions.ts";
import type { SecondFactorView } from "../account.views.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SecondFactorOff, SecondFactorSettingUp } from "./second-factor-forms.tsx";
import { SecondFactorOn } from "./second-factor-on.tsx";

/**
 * The second factor in its three states. The two forms that answer recovery codes keep their state here, above them
 * all: without JavaScript too, the codes are then there when the page comes back in its next state.
 */
export function SecondFactorPanel({ factor, since }: { factor: SecondFactorView; since: string }) {
  const [confirmed, confirm] = useActionState(confirmSecondFactorAction, {});
  const [renewed, renew] = useActionState(renewRecoveryCodesAction, {});
  if (factor.state === "off") return <SecondFactorOff factor={factor} expired={confirmed.error} />;
  if (factor.state === "setting-up") return <SecondFactorSettingUp factor={factor} state={confirmed} send={confirm} />;
  const latest = [confirmed.done, renewed.done]
    .filter((made) => made !== undefined && made !== null)
    .sort((a, b) => b.at - a.at)[0];
  return (
    <div className="grid gap-6">
      {latest && <RecoveryCodes codes={latest.recoveryCodes} />}
      <SecondFactorOn key={latest?.at} factor={factor} since={since} state={renewed} send={renew} />
    </div>
  );
}
