import './parent-watch.ts';
import { runStages } from './run-stages.ts';
import { testStages } from './stages.ts';

process.exit(await runStages(testStages()));
