import { expect, it } from 'vitest';
import { mapEach } from '@/lib/sources/map-each';

/** Works without a pause for so long. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) continue;
}

it('keeps the order, one record at a time', async () => {
  let open = 0;
  const mapped = await mapEach({ giveWay: () => Promise.resolve() }, [3, 1, 2], async (row) => {
    expect(++open).toBe(1);
    await Promise.resolve();
    open--;
    return row * 10;
  });
  expect(mapped).toEqual([30, 10, 20]);
});

it('lets agents in while a page of long records is mapped, and not between short ones', async () => {
  const pausesOver = async (milliseconds: number): Promise<number> => {
    let pauses = 0;
    const giveWay = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await mapEach({ giveWay }, Array.from({ length: 10 }), () => {
      work(milliseconds);
      return Promise.resolve();
    });
    return pauses;
  };
  expect(await pausesOver(9)).toBe(10);
  expect(await pausesOver(0)).toBeLessThan(5);
});

it('fails as the mapping fails', async () => {
  const giveWay = () => Promise.resolve();
  const odd = () => Promise.reject(new Error('odd'));
  await expect(mapEach({ giveWay }, [1], odd)).rejects.toThrow('odd');
});
