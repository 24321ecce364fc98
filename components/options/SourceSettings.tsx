/** Settings of a source that are no list: how it is read, and what of it. */
import { useId } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { fieldsOf, type SettingField } from '@/components/options/source-fields';
import type { PlacesActions, SetUpState } from '@/lib/app/stores/sources-state';

interface FieldProps<F = SettingField> {
  field: F;
  value: unknown;
  onSet: (value: unknown) => void;
}

type Choice = Extract<SettingField, { type: 'choice' }>;

function ChoiceField({ field, value, onSet }: FieldProps<Choice>) {
  const { t } = useWording();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t(`sources.setting.${field.name}`)}</label>
      <select
        id={id}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onSet(event.target.value)}
      >
        {field.options.map((option) => (
          <option key={option} value={option}>
            {t(`sources.option.${option}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function SwitchField({ field, value, onSet }: FieldProps) {
  const { t } = useWording();
  const id = useId();
  return (
    <div className="import-choice">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onSet(event.target.checked)}
      />
      <label htmlFor={id}>{t(`sources.setting.${field.name}`)}</label>
    </div>
  );
}

type Typed = Exclude<SettingField, { type: 'choice' | 'switch' }>;

function TypedField({ field, value, onSet }: FieldProps<Typed>) {
  const { t } = useWording();
  const id = useId();
  const isNumber = field.type === 'number';
  const limits = isNumber ? { min: field.least, max: field.most } : {};
  const read = (text: string): unknown => {
    if (!isNumber) return text.trim() === '' ? undefined : text.trim();
    const days = Math.round(Number(text));
    return Math.min(field.most, Math.max(field.least, Number.isNaN(days) ? field.least : days));
  };
  return (
    <>
      <label htmlFor={id}>{t(`sources.setting.${field.name}`)}</label>
      <input
        id={id}
        type={field.type}
        {...limits}
        value={typeof value === 'string' || typeof value === 'number' ? value : ''}
        onChange={(event) => onSet(read(event.target.value))}
      />
    </>
  );
}

function Field({ field, ...rest }: FieldProps) {
  if (field.type === 'choice') return <ChoiceField field={field} {...rest} />;
  if (field.type === 'switch') return <SwitchField field={field} {...rest} />;
  return <TypedField field={field} {...rest} />;
}

interface SourceSettingsProps {
  setUp: SetUpState;
  actions: Pick<PlacesActions, 'setSetting'>;
}

export function SourceSettings({ setUp, actions }: SourceSettingsProps) {
  return fieldsOf(setUp).map((field) => (
    <Field
      key={field.name}
      field={field}
      value={setUp.settings[field.name]}
      onSet={(value) => actions.setSetting(field.name, value)}
    />
  ));
}
