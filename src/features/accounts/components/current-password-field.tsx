import { TextField } from "@/ui/text-field.tsx";

/** The proof asked before a change that could take the account away. */
export function CurrentPasswordField(props: { id?: string; freshSession: boolean; error?: string | undefined }) {
  const { id, freshSession, error } = props;
  return (
    <TextField
      name="currentPassword"
      {...(id && { id })}
      type="password"
      label="Ton mot de passe actuel"
      hint={freshSession ? "Tu viens de te connecter : tu peux laisser ce champ vide." : undefined}
      autoComplete="current-password"
      maxLength={200}
      required={!freshSession}
      error={error}
    />
  );
}
