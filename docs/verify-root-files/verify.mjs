// Compares a tree of a ROOT file, read by JSROOT, with a CSV file of the same table.
import { readFileSync } from 'node:fs';
import { openFile, TSelector, treeProcess } from 'jsroot';

const [rootFile, csvFile, treeName = 'events'] = process.argv.slice(2);
if (!csvFile) {
  console.error('usage: node verify.mjs FILE.root FILE.csv [TREE]');
  process.exit(2);
}

/** The rows of a CSV text with commas, where quotes may hold commas, lines and doubled quotes. */
function rowsOf(text) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      if (row.length > 1 || plain !== '') rows.push(row);
      row = [];
    }
  }
  return rows;
}

const NUMBERS = { nan: NaN, inf: Infinity, '-inf': -Infinity, infinity: Infinity, '-infinity': -Infinity };

/** Whether a value of the tree is that of the CSV file: 'same', 'different', or 'jsroot' for JSROOT's own mistake. */
function compare(value, text, leaf) {
  if (leaf === 'TLeafC') return Buffer.from(value, 'latin1').toString('utf8') === text ? 'same' : 'different';
  if (leaf === 'TLeafO') return String(Boolean(value)) === text.toLowerCase() ? 'same' : 'different';
  if (leaf === 'TLeafL') {
    const off = BigInt(value) - BigInt(text);
    return off === 0n ? 'same' : BigInt(text) < 0n && off === 2n ** 32n ? 'jsroot' : 'different';
  }
  const number = NUMBERS[text.toLowerCase()] ?? Number(text);
  return Object.is(value, leaf === 'TLeafF' ? Math.fround(number) : number) ? 'same' : 'different';
}

const [header, ...rows] = rowsOf(readFileSync(csvFile, 'utf8'));
const file = await openFile(rootFile);
const tree = await file.readObject(treeName);
const leaves = new Map(tree.fBranches.arr.map(branch => [branch.fName, branch.fLeaves.arr[0]]));
const missing = header.filter(name => !leaves.has(name));
const counts = { same: 0, different: missing.length, jsroot: 0 };
missing.forEach(name => console.error(`the tree has no branch '${name}'`));

const selector = new TSelector();
const columns = header.map((name, index) => ({ name, index })).filter(({ name }) => leaves.has(name));
columns.forEach(({ name, index }) => selector.addBranch(name, `c${index}`));
let read = 0;
selector.Process = function() {
  for (const { name, index } of columns) {
    const text = rows[read]?.[index] ?? '';
    const result = compare(this.tgtobj[`c${index}`], text, leaves.get(name)._typename);
    counts[result]++;
    if (result === 'different' && counts.different <= 10)
      console.error(`row ${read + 1}, '${name}': ${this.tgtobj[`c${index}`]} in the tree, ${text} in the CSV file`);
  }
  read++;
};
if (tree.fEntries > 0) await treeProcess(tree, selector);

console.log(`${read} of ${rows.length} rows, ${columns.length} columns: ${counts.same} values are the same,`
  + ` ${counts.different} differ, ${counts.jsroot} are integers that JSROOT reads wrongly`);
process.exit(read === rows.length && counts.different === 0 ? 0 : 1);
