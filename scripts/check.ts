import './parent-watch.ts';
import { runStages } from './run-stages.ts';
import { checkStages } from './stages.ts';

process.exit(await runStages(checkStages()));
