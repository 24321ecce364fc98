/** Keys that a place asks for: what each is called, and where it is found. */
import { useId } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { secretsAskedFor } from '@/components/options/source-fields';
import { textKey } from '@/components/ui/text-key';
import type { PlacesActions, SetUpState } from '@/lib/app/stores/sources-state';
import { SIGN_IN_KINDS } from '@/lib/model/source';

type Field = SetUpState['secretFields'][number];

const NAMES = ['email', 'token', 'apiKey', 'appId', 'appSecret', 'userApiKey'] as const;

interface SecretFieldProps {
  field: Field;
  value: string;
  onType: (value: string) => void;
}

function SecretField({ field, value, onType }: SecretFieldProps) {
  const { t } = useWording();
  const id = useId();
  const known = NAMES.find((name) => name === field.name);
  const label = known === undefined ? field.name : t(`sources.secret.${known}`);
  return (
    <>
      <label htmlFor={id}>{field.required ? label : t('sources.optional', [label])}</label>
      <input
        id={id}
        type={field.name === 'email' || field.name === 'appId' ? 'text' : 'password'}
        autoComplete="off"
        spellCheck={false}
        required={field.required && !field.isSet}
        placeholder={field.isSet ? t('sources.secretKept') : undefined}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </>
  );
}

interface SourceSecretsProps {
  setUp: SetUpState;
  actions: Pick<PlacesActions, 'setSecret'>;
}

export function SourceSecrets({ setUp, actions }: SourceSecretsProps) {
  const { t } = useWording();
  const fields = secretsAskedFor(setUp);
  const kind = SIGN_IN_KINDS.find((one) => one === setUp.kind);
  if (fields.length === 0) return null;
  return (
    <fieldset className="source-fields">
      <legend>{t('sources.signIn')}</legend>
      {kind !== undefined && (
        <p className="fine-print">{t(`sources.secretHelp.${textKey(kind)}`)}</p>
      )}
      {fields.map((field) => (
        <SecretField
          key={field.name}
          field={field}
          value={setUp.secrets[field.name] ?? ''}
          onType={(value) => actions.setSecret(field.name, value)}
        />
      ))}
      <p className="fine-print">{t('sources.secretsStay')}</p>
    </fieldset>
  );
}
