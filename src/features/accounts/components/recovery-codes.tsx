"use client";

import { useEffect, useState } from "react";
import { organisation } from "@/core/organisation.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";

/** Ten codes, shown this once: to copy, to print, or to write down. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const [enhanced, setEnhanced] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setEnhanced(true), []);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Card as="section" padding="roomy" aria-labelledby="codes-de-secours" className="grid gap-4 border-ok">
      <div role="status" className="grid gap-1.5">
        <h2 id="codes-de-secours" className="text-heading">
          Tes codes de secours {organisation.name}
        </h2>
        <p className="text-ink-2">
          Garde-les maintenant, ailleurs que sur ton téléphone : nous ne les montrerons plus. Chacun remplace ton
          téléphone une fois.
        </p>
      </div>
      <ol className="grid list-inside list-decimal gap-x-8 gap-y-2 rounded-control bg-sunken px-4 py-3.5 font-mono text-[1.0625rem] font-semibold marker:font-normal marker:text-ink-3 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {enhanced && (
        <div data-screen-only className="flex flex-wrap items-center gap-3">
          <Button variant="secondary" onClick={() => void copy()}>
            {copied ? "Copiés" : "Copier"}
          </Button>
          <Button variant="secondary" onClick={() => print()}>
            Imprimer
          </Button>
          <span role="status" className="sr-only">
            {copied && "Codes copiés."}
          </span>
        </div>
      )}
    </Card>
  );
}
