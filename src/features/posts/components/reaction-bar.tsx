"use client";

import { type FormEvent, useActionState, useRef, useState } from "react";
import type { FormAction } from "@/core/form-state.ts";
import { counted } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { toast } from "@/ui/toast.tsx";
import { type ReactionKind, reactionKinds, reactionWords } from "../post.rules.ts";
import type { ReactionView } from "../post.views.ts";
import { ReactionSign } from "./reaction-sign.tsx";
import { send, sentenceOf } from "./send.ts";

type Props = {
  /** "postId" or "commentId", with its value. */
  about: Record<string, string>;
  action: FormAction<void>;
  url: string;
  reactions: readonly ReactionView[];
  mine: ReactionKind | null;
  may: boolean;
};

/** Counts as they will be once the reader's wish is done. */
function wished(reactions: readonly ReactionView[], mine: ReactionKind | null, wish: ReactionKind | null) {
  return reactionKinds
    .map((kind) => {
      const count = reactions.find((one) => one.kind === kind)?.count ?? 0;
      return { kind, count: count - (kind === mine ? 1 : 0) + (kind === wish ? 1 : 0) };
    })
    .filter(({ count }) => count > 0);
}

/** How many react and how; one reaction each, the same again takes it away. Seen at once, and as a form without JavaScript. */
export function ReactionBar({ about, action, url, reactions, mine, may }: Props) {
  const [wish, setWish] = useState<{ kind: ReactionKind | null; of: ReactionKind | null } | null>(null);
  const [, post] = useActionState(action, {});
  const opener = useRef<HTMLDetailsElement>(null);
  // What the page brings since replaces what was wished.
  const current = wish && wish.of === mine ? wish.kind : mine;
  const shown = wished(reactions, mine, current);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement)) return;
    const kind = reactionKinds.find((one) => one === submitter.value) ?? null;
    setWish({ kind, of: mine });
    if (opener.current) opener.current.open = false;
    const answer = await send<null>(url, { ...about, kind });
    if (!("error" in answer)) return;
    setWish(null);
    toast(sentenceOf(answer.error), "error");
  }

  if (!may && shown.length === 0) return null;
  const pill =
    "inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-note font-semibold pointer-coarse:min-h-11";
  return (
    <form action={post} onSubmit={onSubmit} className="relative flex flex-wrap items-center gap-1.5">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {shown.map(({ kind, count }) => {
        const label = reactionWords[kind];
        const words = (
          <>
            <ReactionSign kind={kind} />
            <span className="sr-only">{label} : </span>
            <span className="tabular-nums">{count}</span>
          </>
        );
        if (!may)
          return (
            <span key={kind} title={label} className={classNames(pill, "border-line text-ink-2")}>
              {words}
            </span>
          );
        const own = kind === current;
        return (
          <button
            key={kind}
            type="submit"
            name="kind"
            value={own ? "" : kind}
            aria-pressed={own}
            title={`${label} · ${counted(count, "personne")}`}
            className={classNames(
              pill,
              own
                ? "border-rose-line bg-rose-soft text-rose-strong"
                : "border-line text-ink-2 hover:border-control hover:text-ink",
            )}
          >
            {words}
          </button>
        );
      })}
      {may && (
        <details
          ref={opener}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
          }}
          onKeyDown={({ key, currentTarget }) => {
            if (key !== "Escape" || !currentTarget.open) return;
            currentTarget.open = false;
            currentTarget.querySelector("summary")?.focus();
          }}
        >
          <summary
            className={classNames(pill, "border-transparent text-ink-3 select-none hover:bg-sunken hover:text-ink")}
          >
            <Icon name="plus" size={16} /> Réagir
          </summary>
          <div className="absolute bottom-full left-0 z-20 mb-1 grid min-w-44 animate-arrive gap-0.5 rounded-card border border-line-strong bg-card p-1.5">
            {reactionKinds.map((kind) => (
              <button
                key={kind}
                type="submit"
                name="kind"
                value={kind === current ? "" : kind}
                aria-pressed={kind === current}
                className={classNames(
                  "flex min-h-11 items-center gap-3 rounded-control px-3 text-left text-[0.96875rem] font-semibold hover:bg-sunken",
                  kind === current && "bg-rose-soft text-rose-strong",
                )}
              >
                <ReactionSign kind={kind} />
                {reactionWords[kind]}
              </button>
            ))}
          </div>
        </details>
      )}
    </form>
  );
}
