import base from './wxt.config';
export default { ...(base as object), outDir: '.cache/b1-out' } as never;
