import { describe, expect, it } from 'vitest';
import { ANSWER_FEATURES, ISSUE_FEATURES } from '@/lib/suggest/rank/features/index';

const namesOf = (features: readonly { name: string }[]) => features.map(({ name }) => name);

describe('the features', () => {
  it('are of both rankings where they mean something in both', () => {
    const [issue, answer] = [namesOf(ISSUE_FEATURES), namesOf(ANSWER_FEATURES)];
    for (const name of ['relativeScore', 'titleSaid', 'precedentVotes']) {
      expect(issue).toContain(name);
      expect(answer).toContain(name);
    }
    for (const name of ['age', 'familyVotes', 'sameVersion']) {
      expect(issue).toContain(name);
      expect(answer).not.toContain(name);
    }
    expect(answer).toContain('namedInBody');
    expect(issue).not.toContain('namedInBody');
  });
});
