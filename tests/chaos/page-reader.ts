import { paths } from "@/core/paths.ts";
import type { Page } from "./history.ts";
import { oneOf } from "./pace.ts";
import { createPage } from "./page.ts";
import type { Product } from "./product.ts";
import type { RunState } from "./run-state.ts";

/** Somebody without an account who opens the debate's page again and again, in any process: the copies that are kept. */
export function createPageReader(run: RunState, products: readonly Product[], random: () => number) {
  const seen = createPage({ name: "a passer-by", reader: "public", memberId: null }, run.memberIds);
  let read = 0;
  return {
    async read(): Promise<void> {
      const product = oneOf(products, random);
      const asked = performance.now();
      try {
        const response = await fetch(`${product?.url}${paths.debate(run.debate)}`, {
          signal: AbortSignal.timeout(10_000),
        });
        const text = await response.text();
        if (response.status !== 200) return;
        seen.read("page", asked, text);
        read++;
      } catch {
        // The process is being killed: the next one will do.
      }
    },
    count: () => read,
    history: (): Page => seen.history(false),
  };
}

export type PageReader = ReturnType<typeof createPageReader>;
