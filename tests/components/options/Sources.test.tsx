// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderOptions } from '@/tests/support/render-ui';
import { optionsStates } from '@/tests/support/ui-gallery/options-states';

const shown = (name: string) => renderOptions(optionsStates[name]!);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const row = (name: string) =>
  screen.getByRole('heading', { level: 3, name }).closest<HTMLElement>('li.source')!;
const text = () => document.body.textContent;

describe('adding', () => {
  it('hands on what is pasted, and says what can be read', () => {
    const { actions } = shown('sources-list');
    const field = screen.getByLabelText('Add a place by its address');
    fireEvent.change(field, { target: { value: 'status.acme.example' } });
    expect(actions.typeAddress).toHaveBeenCalledExactlyOnceWith('status.acme.example');
    expect(text()).toContain('What can be read: Zendesk help centre, Zendesk tickets and macros');
    expect(text()).not.toMatch(/What can be read:.*(Sample|Imported file)/);
  });

  it('lets choose when several fit; Enter takes the best', () => {
    const { actions } = shown('source-several-fit');
    press('Set up Zendesk tickets and macros: fernway.zendesk.com');
    expect(actions.chooseMatch).toHaveBeenLastCalledWith(1);
    fireEvent.submit(screen.getByLabelText('Add a place by its address').closest('form')!);
    expect(actions.chooseMatch).toHaveBeenLastCalledWith(0);
  });

  it('says that it must look, and looks at a press only', () => {
    const { actions } = shown('source-must-look');
    expect(text()).toContain('whether Trivet may look at docs.fernway.example');
    expect(actions.askAddress).not.toHaveBeenCalled();
    press('Look what it is');
    expect(actions.askAddress).toHaveBeenCalledOnce();
  });

  it.each([
    ['source-unknown', 'At docs.fernway.example there is nothing that Trivet can read.'],
    ['source-refused', 'You did not allow it'],
    ['source-look-failed', 'The place took too long to answer'],
    ['source-no-address', 'That is no web address.'],
  ])('%s', (name, words) => {
    shown(name);
    expect(text()).toContain(words);
  });
});

describe('setting up', () => {
  const form = () => within(screen.getByRole('form', { name: 'Jira issues' }));

  it('asks for keys in plain words, hidden from sight, and says where they are found', () => {
    const { actions } = shown('source-set-up');
    const token = form().getByLabelText<HTMLInputElement>('Access token');
    expect(token.type).toBe('password');
    fireEvent.change(token, { target: { value: 'x' } });
    expect(actions.setSecret).toHaveBeenCalledExactlyOnceWith('token', 'x');
    expect(text()).toContain('At id.atlassian.com under Security');
    expect(text()).toContain('What is read: https://fernway.atlassian.net');
    expect(text()).toContain('Trivet asks fernway.atlassian.net for this, and nobody else.');
  });

  it('checks, adds and gives up', () => {
    const { actions } = shown('source-set-up');
    fireEvent.submit(screen.getByRole('form', { name: 'Jira issues' }));
    expect(actions.checkSource).toHaveBeenCalledOnce();
    press('Add and read it');
    expect(actions.saveSource).toHaveBeenCalledOnce();
    press('Cancel');
    expect(actions.closeSetUp).toHaveBeenCalledOnce();
  });

  it('cannot be checked without the keys it needs', () => {
    const { places } = optionsStates['source-set-up']!;
    const setUp = { ...places.setUp!, secrets: { email: 'a@b.example' } };
    const { actions } = renderOptions({
      ...optionsStates['source-set-up']!,
      places: { ...places, setUp },
    });
    press('Check the connection');
    press('Add and read it');
    fireEvent.submit(screen.getByRole('form', { name: 'Jira issues' }));
    expect(actions.checkSource).not.toHaveBeenCalled();
    expect(actions.saveSource).not.toHaveBeenCalled();
  });

  it('says what is wrong in words about the place, not the helpdesk page', () => {
    shown('source-check-failed');
    expect(text()).toContain('The place does not accept the key');
    expect(text()).not.toContain('Sign in to the helpdesk');
  });

  it('shows who is signed in, what there is, and ten cards as the sidebar has them', () => {
    const { actions, container } = shown('source-checked');
    expect(text()).toContain('Read as lead@fernway.example.');
    fireEvent.click(form().getByLabelText('Project 3'));
    expect(actions.toggleChoice).toHaveBeenCalledExactlyOnceWith('projects', '10002');
    expect(form().getByLabelText<HTMLInputElement>('Project 2').checked).toBe(true);
    const cards = container.querySelectorAll('.source-preview .card');
    expect(cards.length).toBeGreaterThan(3);
    expect(cards[0]!.textContent).toMatch(/updated .*synced /);
    expect(text()).toContain('4 records were left out');
  });

  it('says in words why records were left out, in the agent’s language', () => {
    renderOptions(optionsStates['source-checked']!, 'de');
    const [list] = document.querySelectorAll('.skipped');
    expect([...list!.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
      'https://wiki.fernway.example/wiki/Refunds: enthält keinen Text',
      'https://wiki.fernway.example/wiki/Tills: wird dort nicht herausgegeben – 403',
      '#3: etwas darin fehlt oder hat eine andere Form als erwartet – revisions.0.timestamp',
      '/guide/printers: Der Ort hat selbst ein Problem',
    ]);
  });

  it('narrows a long list', () => {
    shown('source-checked');
    fireEvent.change(form().getByLabelText('Narrow the list'), { target: { value: 'project 14' } });
    expect(form().queryByLabelText('Project 1')).toBeNull();
    expect(form().getByLabelText('Project 14')).toBeTruthy();
  });

  it('opens in the row of the source that is changed, and keeps keys that are there', () => {
    const { actions } = shown('source-editing');
    const editor = within(row('fernway.zendesk.com'));
    const token = editor.getByLabelText<HTMLInputElement>('Access token');
    expect(token.placeholder).toBe('Saved. Leave it empty to keep it.');
    fireEvent.change(editor.getByLabelText('How it is read'), { target: { value: 'session' } });
    expect(actions.setSetting).toHaveBeenLastCalledWith('access', 'session');
    fireEvent.click(editor.getByLabelText('Read macros as replies'));
    expect(actions.setSetting).toHaveBeenLastCalledWith('macros', false);
    fireEvent.change(editor.getByLabelText(/How many days back/), { target: { value: '99999' } });
    expect(actions.setSetting).toHaveBeenLastCalledWith('pastDays', 3650);
  });
});

describe('the list', () => {
  it('says how far a reading is', () => {
    shown('sources-list');
    const reading = row('Fernway bugs');
    expect(
      within(reading).getByRole('progressbar', { name: '1,240 of 18,400 entries read' }),
    ).toBeTruthy();
    expect(reading.textContent).toContain('7.4 MB');
    expect(reading.textContent).toContain('42 entries per second');
    expect(reading.textContent).toContain('about 7 minutes left');
  });

  it('says when it was read and when it is read again, and what the last reading brought', () => {
    shown('sources-list');
    const guide = row('fernway.zendesk.com').textContent;
    expect(guide).toContain('last read 4 minutes ago');
    expect(guide).toContain('reads again in 3 minutes');
    expect(guide).toMatch(/New2Changed14Gone1Left out0/);
  });

  it.each([
    ['Pause: Fernway bugs', 'jira-1', 'pause'],
    ['Stop for now: Fernway bugs', 'jira-1', 'cancel'],
    ['Read now: fernway.zendesk.com', 'zendesk-guide-1', 'sync'],
  ])('%s', (name, id, command) => {
    const { actions } = shown('sources-list');
    press(name);
    expect(actions.commandSource).toHaveBeenCalledExactlyOnceWith(id, command);
  });

  it('takes no second command while one runs', () => {
    const { actions } = shown('sources-commanded');
    press('Read now: fernway.zendesk.com');
    expect(actions.commandSource).not.toHaveBeenCalled();
  });

  it('says what only the agent can do, with the button that does it', () => {
    const { actions } = shown('sources-troubles');
    press('Put in a new key');
    expect(actions.editSource).toHaveBeenCalledExactlyOnceWith('jira-1');
    press('Allow wiki.fernway.example');
    expect(actions.commandSource).toHaveBeenLastCalledWith('mediawiki-1', 'allow');
    expect(text()).toContain('Open fernway.zendesk.com in a tab.');
    expect(row('Down').textContent).toContain('Tries again in 3 minutes.');
    expect(row('Resting').textContent).toContain('paused');
    press('Go on: Resting');
    expect(actions.commandSource).toHaveBeenLastCalledWith('w4', 'resume');
  });

  it('says that it is offline', () => {
    shown('sources-offline');
    expect(text()).toContain('You are offline');
  });
});

describe('the request log', () => {
  it('shows where to, what for, what came back and through what', () => {
    const { actions } = shown('source-log');
    const cells = within(screen.getByRole('figure', { name: 'Requests' })).getAllByRole('row');
    expect(cells[1]!.textContent).toContain('POST fernway.atlassian.net/rest/api/3/search/jql');
    expect(cells[1]!.textContent).toContain('changed issues');
    expect(cells[1]!.textContent).toContain('48 kB');
    expect(cells[2]!.textContent).toContain('(through your tab)');
    expect(cells[3]!.textContent).toContain('The place asks us to slow down · 429');
    expect(cells[4]!.textContent).toContain('while setting up');
    fireEvent.change(screen.getByLabelText('Requests to'), { target: { value: 'jira-1' } });
    expect(actions.openLog).toHaveBeenLastCalledWith('jira-1');
    press('Older ones');
    expect(actions.readOlderLog).toHaveBeenCalledOnce();
    press('Clear the list');
    expect(actions.clearLog).toHaveBeenCalledOnce();
  });

  it('leads whoever opened it from a row to it', () => {
    const { actions, change } = shown('sources-list');
    const requests = screen.getByRole('button', {
      name: 'Its requests: Fernway bugs',
      hidden: true,
    });
    fireEvent.click(requests);
    expect(actions.openLog).toHaveBeenCalledExactlyOnceWith('jira-1');
    change({ places: optionsStates['source-log-loading']!.places });
    expect(document.activeElement?.textContent).toBe('Requests');
  });
});

describe('the set-up as a file', () => {
  it('is saved, and taken in', () => {
    const { actions } = shown('sources-list');
    fireEvent.click(
      screen.getByRole('button', { name: 'Save the set-up as a file', hidden: true }),
    );
    expect(actions.exportSources).toHaveBeenCalledOnce();
    const file = new File(['{}'], 'trivet-sources.json');
    const chooser = screen.getByLabelText('Add the places of a saved set-up');
    fireEvent.change(chooser, { target: { files: [file] } });
    expect(actions.importSources).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('says what came of it', () => {
    shown('source-taken-in');
    expect(text()).toContain('1 place was added');
    expect(text()).toContain('2 were there already.');
    expect(text()).toContain('1 could not be used.');
  });
});
