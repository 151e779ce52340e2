import { useLingui } from "@lingui/react/macro";
import { TextField } from "../ui/text-field";

type CustomerAdministratorFieldProps = {
  value: string;
  onChange: (email: string) => void;
  autoFocus?: boolean;
};

/** Asks for the administrator of an organization that nobody administers yet. */
export function CustomerAdministratorField(props: CustomerAdministratorFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      name="customerAdminEmail"
      type="email"
      autoComplete="off"
      label={t`Email address of the customer’s administrator`}
      hint={t`This person becomes a full administrator of the new organization.`}
      {...props}
    />
  );
}
