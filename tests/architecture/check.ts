/** Holds source files to the table of layers. Works on texts, so that a test can hand it any file. */
import ts from 'typescript';
import {
  FORBIDDEN,
  LAYERS,
  MOST_ENTRYPOINT_LINES,
  MOST_LINES,
  type Layer,
} from '@/tests/architecture/layers';

/** A file by its path below the root. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Everything that is wrong with the file, one sentence each. */
export function findViolations({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  const limit = path.startsWith('entrypoints/') ? MOST_ENTRYPOINT_LINES : MOST_LINES;
  const long = lines > limit ? [`${path} has ${lines} lines, more than ${limit}`] : [];
  if (path.startsWith('tests/')) return long;
  const layer = LAYERS.find((one) => path.startsWith(one.path));
  if (layer === undefined) return [`${path} stands in no layer`, ...long];
  return [
    ...long,
    ...importsOf(text).flatMap((name) => judgeImport(path, layer, name)),
    ...(layer.path === 'lib/cli/' ? [] : findForbidden(path, text)),
    ...(path.startsWith('lib/helpdesks/') ? findGlobals(path, text) : []),
  ];
}

/** Static, dynamic and type-only imports. */
function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function judgeImport(path: string, layer: Layer, name: string): string[] {
  const said = `${path} (${layer.name}) imports ${name}`;
  if (name.startsWith('node:')) return layer.path === 'lib/cli/' ? [] : [said];
  const own = ownPath(path, name);
  if (own === null) {
    const isAllowed = layer.packages?.some((one) => isWithin(name, one)) ?? false;
    return isAllowed ? [] : [said];
  }
  return layer.imports.some((one) => isWithin(own, one)) ? [] : [said];
}

/** The path below the root, or null for a package. */
function ownPath(from: string, name: string): string | null {
  if (name.startsWith('@/')) return name.slice(2);
  if (!name.startsWith('.')) return null;
  return new URL(name, `file:///${from}`).pathname.slice(1);
}

/** `lib/core` holds `lib/core/fault`; `lib/helpdesks/` holds all below it. */
function isWithin(name: string, allowed: string): boolean {
  return name === allowed || name.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`);
}

function findForbidden(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return FORBIDDEN.filter(({ pattern }) => pattern.test(code)).map(({ why }) => `${path} ${why}`);
}

const GLOBALS = new Set(['document', 'location', 'window']);

/** Page code gets its page as an argument: a use of the global by that name is a fault. */
function findGlobals(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && GLOBALS.has(node.text)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (isReference(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used]
    .filter((name) => !declared.has(name))
    .map((name) => `${path} uses the global ${name}`);
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) &&
    parent.name === node
  );
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const isName =
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isLiteralTypeNode(parent);
  return !isName;
}
