/**
 * The contract suite: what every connector must withstand. Each connector's test runs it over a stand-in
 * that answers in the vendor's shapes; whatever happened, the store must end with the place's truth.
 */
import { describe } from 'vitest';
import {
  describeChanges,
  describeDoors,
  describeReading,
} from '@/tests/support/sources/suite-doors';
import {
  describeHistories,
  describeMishaps,
  describeMovingRows,
} from '@/tests/support/sources/suite-mishaps';
import { MINUTE, createFill, type ContractCase } from '@/tests/support/sources/world';

/** Runs the whole contract for one connector. */
export function describeConnector<S>(name: string, contract: ContractCase<S>): void {
  const fill = createFill(contract);
  describe(`${name}: the contract of connectors`, () => {
    describeDoors(contract, fill);
    describeReading(fill);
    describeChanges(fill, contract.lagMs ?? MINUTE);
    describeMovingRows(fill);
    describeMishaps(fill);
    describeHistories(fill);
  });
}
