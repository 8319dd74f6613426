import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Fields of tables that people read and that nothing goes by. */
const PROSE = ['means', 'waitsFor', 'source'];

/** Leaves out the texts of such fields: whether a sentence is a good one, no test can tell. */
const prose = {
  shouldIgnore({ node, parent }) {
    const isProse = node.type === 'StringLiteral' && parent?.type === 'ObjectProperty' && PROSE.includes(parent.key.name);
    return isProse ? 'It is a text for people.' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)];
