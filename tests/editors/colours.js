// SPDX-License-Identifier: ISC
// Print what each place of a file is coloured as by the grammar, with the engine of VS Code: line, class, text.
'use strict';
const fs = require('fs');
const path = require('path');
const { Registry, INITIAL, parseRawGrammar } = require('vscode-textmate');
const onig = require('vscode-oniguruma');
const [, , folder, file] = process.argv;

const classes = [
	[/^comment/, 'comment'], [/^invalid/, 'conflict'], [/^constant\.numeric/, 'time'], [/^entity\.name\.tag/, 'tag'],
	[/^keyword\.control\.verb/, 'known'], [/^entity\.name\.type\.actor/, 'actor'], [/^variable\.other\.person/, 'id'],
	[/^keyword\.control\.directive/, 'tag'], [/^keyword\.other\.key/, 'known'], [/^keyword\.other/, 'word'],
	[/^support\.constant\.channel/, 'channel'], [/^string\.unquoted\.object/, 'object'], [/^entity\.name\.section/, 'actor'],
	[/^markup\.heading/, 'name'], [/^constant\.language\.choice/, 'object'], [/^entity\.other\.attribute-name/, 'id'],
	[/^support\.function\.rule/, 'known'],
];

async function main() {
	const wasm = fs.readFileSync(path.join(path.dirname(require.resolve('vscode-oniguruma')), 'onig.wasm'));
	await onig.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
	const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const { scopeName, path: name } = manifest.contributes.grammars[0];
	const grammarFile = path.join(folder, name);
	const registry = new Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (sources) => new onig.OnigScanner(sources),
			createOnigString: (text) => new onig.OnigString(text),
		}),
		loadGrammar: async () => parseRawGrammar(fs.readFileSync(grammarFile, 'utf8'), grammarFile),
	});
	const grammar = await registry.loadGrammar(scopeName);
	let state = INITIAL;
	fs.readFileSync(file, 'utf8').split('\n').forEach((line, i) => {
		const result = grammar.tokenizeLine(line, state);
		state = result.ruleStack;
		for (const token of result.tokens) {
			const scope = token.scopes[token.scopes.length - 1];
			const found = classes.find(([form]) => form.test(scope));
			const text = line.slice(token.startIndex, token.endIndex).replace(/^\s+|[\s:,]+$/g, '');
			if (found && text) console.log(`${i + 1} ${found[1]} ${text}`);
		}
	});
}

main().catch((error) => { console.error(error); process.exit(1); });
