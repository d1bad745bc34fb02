"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { newClientId } from "@/core/client-id.ts";
import { counted } from "@/core/french-dates.ts";
import { signalTyping } from "@/live/client/typing.ts";
import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { useRetry } from "@/live/client/use-retry.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards, Segmented } from "@/ui/choice-field.tsx";
import { FieldError } from "@/ui/field.tsx";
import { answerPublicNameAction, contributeAction } from "../debate.actions.ts";
import { BODY_MAX, BODY_MIN, type DebateAudience, type Side } from "../debate.rules.ts";
import type { DebateView, MeView } from "../debate.views.ts";
import { sideWords } from "./board-words.ts";
import type { Contribution, SendOutcome } from "./use-debate-feed.ts";
import { useDraft } from "./use-draft.ts";

const readerWords: Record<DebateAudience, string> = {
  open: "Lisible par tout le monde",
  members: "Lisible par les membres",
  adherents: "Lisible par les adhérent·e·s",
};
const choices = (sides: readonly Side[]) =>
  sides.map((value) => ({ value, label: sideWords[value], ...(value !== "neutre" && { tone: value }) }));

type Props = {
  debate: DebateView;
  me: MeView;
  asksPublicName: boolean;
  /** The sides that may be taken now; none for a reply. */
  sides: readonly Side[];
  side: Side;
  /** What is being replied to, by its id. */
  parentId?: string;
  /** Made by the server with this page: a form sent twice, even without JavaScript, is one contribution. */
  clientId: string;
  status: LiveStatus;
  send: (contribution: Contribution) => Promise<SendOutcome>;
  /** Where it now stands: a phone shows that side. */
  onPublished?: (side: Side) => void;
};

/** Where a member writes. What she types stays in this browser until the server has acknowledged it. */
export function DebateComposer(props: Props) {
  const { debate, me, asksPublicName, sides, side, parentId, clientId, status, send, onPublished } = props;
  const [form, action] = useActionState(contributeAction, {});
  const { draft, change, restored } = useDraft(`coopol:brouillon:${parentId ?? debate.id}:${me.id}`, {
    body: form.values?.body ?? "",
    side: sides.find((one) => one === form.values?.side) ?? side,
    clientId: form.values?.clientId ?? clientId,
    sent: false,
  });
  const [phase, setPhase] = useState<"writing" | "sending" | "kept">("writing");
  const [asksName, setAsksName] = useState(asksPublicName);
  const [problem, setProblem] = useState<string | null>(form.error ? sentenceOf(form.error) : null);
  const [published, setPublished] = useState(form.done !== undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const left = BODY_MAX - draft.body.length;
  // A draft kept since another phase may hold a side that can no longer be taken.
  const taken = sides.includes(draft.side) ? draft.side : (sides[0] ?? side);

  // On a phone one writes on the side that one reads, until something is written.
  const shown = useRef(side);
  useEffect(() => {
    if (shown.current === side) return;
    shown.current = side;
    if (!draft.body.trim()) change({ side });
  }, [side, draft.body, change]);

  function refuse(sentence: string): void {
    setPhase("writing");
    setProblem(sentence);
    area.current?.focus();
  }

  async function publish(name: string | null): Promise<void> {
    if (draft.body.trim().length < BODY_MIN) return refuse(`Il faut au moins ${BODY_MIN} caractères.`);
    if (left < 0) return refuse(`${counted(-left, "caractère")} de trop.`);
    setPhase("sending");
    setProblem(null);
    if (name && !(await sayName(name))) return;
    change({ sent: true });
    const about = parentId ? { parentId } : { side: taken };
    const outcome = await send({ clientId: draft.clientId, body: draft.body, ...about });
    if (outcome === "published") {
      change({ body: "", clientId: newClientId(), sent: false });
      setPhase("writing");
      setPublished(true);
      onPublished?.(taken);
    } else if (outcome === "unreachable") {
      setPhase("kept");
    } else {
      change({ sent: false });
      if (outcome.reason === "public_name_unanswered") setAsksName(true);
      refuse(sentenceOf(outcome));
    }
  }

  async function sayName(answer: string): Promise<boolean> {
    const data = new FormData();
    data.set("answer", answer);
    const { error } = await answerPublicNameAction({}, data).catch(() => ({ error: unreachable }));
    if (error) refuse(error.message);
    else setAsksName(false);
    return !error;
  }

  useRetry(phase === "kept", status, () => void publish(null));

  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        const name = new FormData(event.currentTarget).get("publicName");
        if (phase === "writing") void publish(typeof name === "string" ? name : null);
      }}
      className="grid gap-3 rounded-card border border-line bg-card px-4 py-3.5 outline-ink focus-within:border-control has-[textarea:focus-visible]:outline-[2.5px] sm:px-5 sm:py-4.5"
    >
      <input type="hidden" name="debateId" value={debate.id} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <input type="hidden" name="clientId" value={draft.clientId} />
      <label htmlFor="body" className="sr-only">
        {parentId ? "Ta réponse" : "Ta contribution"}
      </label>
      <textarea
        ref={area}
        id="body"
        name="body"
        rows={2}
        required
        readOnly={phase !== "writing"}
        placeholder={parentId ? "Que réponds-tu ?" : "Quel argument n’a pas encore été dit ?"}
        value={draft.body}
        onChange={(event) => {
          setProblem(null);
          setPublished(false);
          change({ body: event.target.value });
          if (event.target.value.trim()) signalTyping("debate", debate.id);
        }}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "body-error body-hint" : "body-hint"}
        className="peer field-sizing-content max-h-96 min-h-14 w-full resize-none rounded-control bg-transparent text-[1.0625rem] leading-[1.45] font-medium text-ink outline-none read-only:text-ink-2 sm:text-lg"
      />
      {problem && <FieldError id="body-error">{problem}</FieldError>}
      {asksName && (
        <RadioCards
          name="publicName"
          label="Ce débat est lisible par tout le monde. Ton nom peut-il y apparaître ?"
          hint="Les membres voient toujours ton nom. Ta réponse vaut pour tous les débats ouverts ; tu peux en changer dans ton compte."
          required
          choices={[
            { value: "oui", label: "Oui, avec mon nom", hint: "Tes idées signées, même hors de La Coopol." },
            {
              value: "non",
              label: "Non, sans mon nom",
              hint: "Les visiteurs liront « un·e adhérent·e » ou « un·e sympathisant·e ».",
            },
          ]}
          className="peer-placeholder-shown:hidden"
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {sides.length > 0 && (
          <Segmented
            key={`${restored} ${draft.body ? "" : side} ${sides.length}`}
            name="side"
            label="De quel côté ?"
            choices={choices(sides)}
            defaultValue={taken}
            onChange={(event) => change({ side: sides.find((one) => one === event.currentTarget.value) ?? side })}
          />
        )}
        <p
          id="body-hint"
          className="order-last w-full text-note text-ink-3 sm:order-none sm:w-auto sm:min-w-40 sm:flex-1 sm:text-right"
        >
          {draft.body.length > BODY_MAX - 400
            ? roomWords(left)
            : `${readerWords[debate.audience]} · votes consultatifs, non secrets`}
        </p>
        <Button type="submit" pending={phase !== "writing"} className="ml-auto sm:ml-0">
          {phase === "kept" ? "En attente…" : parentId ? "Répondre" : "Publier"}
        </Button>
      </div>
      <p role="status" className="text-note font-semibold text-ok empty:hidden">
        {published ? (parentId ? "Ta réponse est publiée." : "Ta contribution est publiée.") : ""}
      </p>
    </form>
  );
}

const unreachable = { message: "La connexion est perdue. Ton texte est gardé : réessaie dans un instant." };

/** "12 caractères restants", or how many are too many. */
function roomWords(left: number): string {
  if (left < 0) return `${counted(-left, "caractère")} de trop`;
  return `${counted(left, "caractère")} ${left < 2 ? "restant" : "restants"}`;
}

function sentenceOf(error: PublicError): string {
  return error.fields?.body ?? error.fields?.side ?? error.fields?.publicName ?? error.fields?.answer ?? error.message;
}
