/** The body of an item, from blocks to React nodes. No HTML string is involved at any point. */
import { createElement } from 'react';
import { BlockTable } from '@/components/ui/BlockTable';
import { headingLevels } from '@/components/ui/heading-levels';
import { Icon } from '@/components/ui/Icon';
import { Inlines } from '@/components/ui/Inlines';
import { assertNever } from '@/lib/core/assert';
import type { Block } from '@/lib/model/block';

interface BlocksProps {
  blocks: Block[];
  /** The level that the document's highest heading gets on this page. */
  headingBase: number;
}

function List({ block, base }: { block: Extract<Block, { type: 'list' }>; base: number }) {
  const items = block.items.map((item, place) => (
    <li key={place}>
      <BlockSequence blocks={item} headingBase={base} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function renderBlock(block: Block, level: number) {
  switch (block.type) {
    case 'heading':
      return createElement(`h${level}`, null, <Inlines runs={block.text} />);
    case 'paragraph':
      return (
        <p>
          <Inlines runs={block.text} />
        </p>
      );
    case 'list':
      return <List block={block} base={level} />;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <BlockSequence blocks={block.blocks} headingBase={level} />
        </blockquote>
      );
    case 'table':
      return <BlockTable rows={block.rows} hasHeader={block.header} />;
    case 'image':
      return (
        <p className="blocks-image">
          <Icon name="article" /> {block.alt}
        </p>
      );
    default:
      return assertNever(block);
  }
}

/** Blocks have no identity and never move: their place is their key. */
function BlockSequence({ blocks, headingBase }: BlocksProps) {
  const levels = headingLevels(blocks, headingBase);
  return blocks.map((block, place) => (
    <div key={place} className={`block block-${block.type}`}>
      {renderBlock(block, levels.get(place) ?? headingBase)}
    </div>
  ));
}

export function Blocks({ blocks, headingBase }: BlocksProps) {
  return (
    <div className="blocks">
      <BlockSequence blocks={blocks} headingBase={headingBase} />
    </div>
  );
}
