// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderOptions } from '@/tests/support/render-ui';
import { baseOptions } from '@/tests/support/ui-gallery/options-states';

const section = () => screen.getByRole('region', { name: 'Ready replies' });
const field = (name: string) =>
  within(section()).getByRole<HTMLTextAreaElement>('textbox', { name, hidden: true });

it('shows each sentence with how it reads on a sample issue', () => {
  renderOptions(baseOptions);
  expect(field('Known, no more to say').value).toBe('We know about this.');
  expect(section().textContent).toContain('planned for POS 6.5.0, expected on December 8, 2026.');
});

it('says what is wrong with one, and does not save it', () => {
  const { actions } = renderOptions(baseOptions);
  const wrong = field('Fixed in a known version');
  expect(wrong.getAttribute('aria-invalid')).toBe('true');
  expect(section().textContent).toContain('{release} is not known here.');
  expect(section().textContent).toContain('Double curly brackets are filled in by the helpdesk');
  expect(section().textContent).toContain('2 sentences cannot be used yet');
  fireEvent.click(within(section()).getByRole('button', { name: 'Save sentences', hidden: true }));
  expect(actions.saveReplies).not.toHaveBeenCalled();
});

it('edits, resets, chooses a language and saves', () => {
  const rows = baseOptions.replies.rows.filter(({ fault }) => fault === null);
  const { actions } = renderOptions({ ...baseOptions, replies: { ...baseOptions.replies, rows } });
  fireEvent.change(field('Known, no more to say'), { target: { value: 'New' } });
  expect(actions.editReply).toHaveBeenCalledExactlyOnceWith('known', 'New');
  const reset = 'Use Trivet’s sentence: Known, no more to say';
  fireEvent.click(within(section()).getByRole('button', { name: reset, hidden: true }));
  expect(actions.resetReply).toHaveBeenCalledExactlyOnceWith('known');
  const language = within(section()).getByRole('combobox', { name: 'Language', hidden: true });
  fireEvent.change(language, { target: { value: 'fr' } });
  expect(actions.chooseReplyLanguage).toHaveBeenCalledExactlyOnceWith('fr');
  fireEvent.click(within(section()).getByRole('button', { name: 'Save sentences', hidden: true }));
  expect(actions.saveReplies).toHaveBeenCalledOnce();
});
