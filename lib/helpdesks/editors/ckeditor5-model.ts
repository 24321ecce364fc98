/**
 * The part of CKEditor 5's API that inserting uses, by shape: the helpdesk brings its own build,
 * of any version. https://ckeditor.com/docs/ckeditor5/latest/api/module_engine_model_model-Model.html
 */

export interface ModelNode {
  is(type: string): boolean;
  readonly nextSibling: ModelNode | null;
  readonly previousSibling: ModelNode | null;
  hasAttribute(key: string): boolean;
  getAttribute(key: string): unknown;
  getAttributeKeys(): Iterable<string>;
}

export interface ModelText extends ModelNode {
  readonly data: string;
}

export interface ModelElement extends ModelNode {
  readonly name: string;
  readonly childCount: number;
  readonly maxOffset: number;
  getChild(index: number): ModelNode | null;
  getChildren(): Iterable<ModelNode>;
}

export interface ModelPosition {
  readonly parent: ModelElement;
  readonly offset: number;
  readonly path: readonly number[];
}

interface ModelFragment {
  readonly maxOffset: number;
  getChildren(): Iterable<ModelNode>;
}

export interface ModelWriter {
  insert(item: ModelNode | ModelFragment, at: ModelNode, offset: number | 'before' | 'after'): void;
  insertText(text: string, at: ModelNode, offset: number): void;
  createElement(name: string): ModelElement;
  remove(item: ModelNode): void;
  setSelection(at: ModelNode, offset: number | 'end' | 'on'): void;
  removeSelectionAttribute(key: string): void;
}

/** All changes made under one batch are one step of the editor's undo. */
export type ModelBatch = object;

export interface Editor {
  getData(): string;
  execute(command: string, batch?: ModelBatch): unknown;
  readonly isReadOnly?: boolean;
  readonly data: { parse(html: string, context?: string): ModelFragment };
  /** How the model shows in the page. */
  readonly editing?: {
    readonly mapper: { toViewPosition(position: ModelPosition): object };
    readonly view: {
      readonly domConverter: {
        viewPositionToDom(position: object): { parent: Node; offset: number } | null;
      };
    };
  };
  readonly model: {
    readonly document: {
      getRoot(): ModelElement | null;
      readonly selection: {
        getLastPosition(): ModelPosition | null;
        getAttributeKeys(): Iterable<string>;
      };
    };
    readonly schema: {
      checkChild(context: ModelElement, child: string): boolean;
      checkAttribute(context: (ModelElement | string)[], attribute: string): boolean;
    };
    createBatch(): ModelBatch;
    enqueueChange(batch: ModelBatch, change: (writer: ModelWriter) => void): void;
  };
}

/** The editor behind an editable, where it shows itself. */
export function editorOf(element: Element): Editor | null {
  const candidate: unknown = 'ckeditorInstance' in element ? element.ckeditorInstance : null;
  return isEditor(candidate) ? candidate : null;
}

function isEditor(value: unknown): value is Editor {
  return (
    typeof value === 'object' &&
    value !== null &&
    'getData' in value &&
    'execute' in value &&
    'data' in value &&
    'model' in value
  );
}
