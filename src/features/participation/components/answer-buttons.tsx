import { answerEventAction } from "../participation.actions.ts";
import { PressForm } from "./press-form.tsx";

const answers = { maybe: "Peut-être", no: "Je ne viens pas" } as const;

/** "Peut-être", "Je ne viens pas": pressed again, no answer. */
export function AnswerButtons({ eventId, answer }: { eventId: string; answer: "maybe" | "no" | null }) {
  return (
    <fieldset aria-label="Ma réponse" className="flex flex-wrap gap-2">
      {(["maybe", "no"] as const).map((one) => {
        const pressed = answer === one;
        return (
          <PressForm
            key={one}
            action={answerEventAction}
            fields={{ eventId, answer: pressed ? "none" : one }}
            said={pressed ? "Réponse retirée" : "C’est noté"}
            variant="secondary"
            size="compact"
            icon={pressed ? "check" : undefined}
            aria-pressed={pressed}
            className="grid gap-2"
          >
            {answers[one]}
          </PressForm>
        );
      })}
    </fieldset>
  );
}
