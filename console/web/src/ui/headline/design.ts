import type { Experiment, Phase } from '../../api/models'

/** What a phase fixed; the experiment's own fields are the design of its next start. */
export type Design = Pick<Phase, 'audience' | 'control' | 'layer' | 'slots' | 'variants'>

export const designOf = (experiment: Experiment, phase: number | undefined): Design =>
  experiment.phases.find((one) => one.number === phase) ?? experiment
