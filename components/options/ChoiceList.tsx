/** What of a place is read: its spaces, projects, labels, each to be ticked. */
import { useId, useState } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import type { PlacesActions, SetUpState } from '@/lib/app/stores/sources-state';
import type { SourceChoice } from '@/lib/model/source-draft';

/** Lists longer than this get a field to narrow them. */
const LONG = 12;
/** More boxes than this at once make no list that people read. */
const MOST = 300;

const SETTINGS = [
  'spaces',
  'categories',
  'labels',
  'collections',
  'mailboxes',
  'teams',
  'namespaces',
  'databases',
  'trackers',
  'sections',
  'locales',
  'products',
  'projects',
  'issueTypes',
] as const;

interface ChoiceGroupProps {
  setting: (typeof SETTINGS)[number];
  choices: SourceChoice[];
  chosen: string[];
  onToggle: (id: string) => void;
}

function ChoiceGroup({ setting, choices, chosen, onToggle }: ChoiceGroupProps) {
  const { t, figure } = useWording();
  const id = useId();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const found = choices.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <fieldset className="source-fields">
      <legend>{t(`sources.choice.${setting}`)}</legend>
      <p className="fine-print">
        {chosen.length === 0
          ? t('sources.allChosen')
          : t('sources.someChosen', chosen.length, [figure(chosen.length)])}
      </p>
      {choices.length > LONG && (
        <>
          <label className="sr-only" htmlFor={id}>
            {t('sources.filter')}
          </label>
          <input
            id={id}
            type="search"
            placeholder={t('sources.filter')}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        </>
      )}
      <ul className="choice-list">
        {found.slice(0, MOST).map((choice) => (
          <li key={choice.id}>
            <label className="import-choice">
              <input
                type="checkbox"
                checked={chosen.includes(choice.id)}
                onChange={() => onToggle(choice.id)}
              />
              <span dir="auto">{choice.name}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > MOST && (
        <p className="fine-print">{t('sources.moreChoices', [figure(MOST)])}</p>
      )}
    </fieldset>
  );
}

interface ChoiceListProps {
  setUp: SetUpState;
  choices: SourceChoice[];
  actions: Pick<PlacesActions, 'toggleChoice'>;
}

export function ChoiceList({ setUp, choices, actions }: ChoiceListProps) {
  return SETTINGS.map((setting) => {
    const group = choices.filter((choice) => choice.setting === setting);
    const chosen = setUp.settings[setting];
    return group.length === 0 ? null : (
      <ChoiceGroup
        key={setting}
        setting={setting}
        choices={group}
        chosen={Array.isArray(chosen) ? chosen.map(String) : []}
        onToggle={(id) => actions.toggleChoice(setting, id)}
      />
    );
  });
}
