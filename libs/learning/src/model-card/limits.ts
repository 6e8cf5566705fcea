import type { CardFigure } from './card-split.js';
import type { ModelCard } from './model-card.js';

type Judged = Omit<ModelCard, 'limits'>;

/** A probability off by more than this on average should not be read as one. */
const POOR_CALIBRATION = 0.05;
/** Fewer changes than this are within anybody's reach. */
const FEW_CHANGES = 2;
/** F1 known no better than this is hardly known. */
const WIDE_INTERVAL = 0.05;
const FLATTERY = 0.01;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function width({ low, high }: CardFigure): number {
  return low === null || high === null ? 0 : high - low;
}

function splitLimits({ splits: { grouped, plain } }: Judged): string[] {
  if (!grouped)
    return ['It was not tested on rows held out by group: how it does on what it has not seen is not known.'];
  const limits: string[] = [];
  const { f1, recallAtFpr1In1000 } = grouped.figures;
  if (width(f1) > WIDE_INTERVAL)
    limits.push(
      `The test has ${grouped.rows} rows only: F1 is known to ${percent(width(f1) / 2)} either way.`,
    );
  if (recallAtFpr1In1000.value !== null) {
    limits.push(
      `Where one false alarm in 1,000 is the most that can be borne, it finds ${percent(recallAtFpr1In1000.value)} of the positive rows.`,
    );
  }
  const flattery = (plain?.figures.f1.value ?? 0) - (f1.value ?? 0);
  if (flattery > FLATTERY) {
    limits.push(
      `The plain split's F1 is ${flattery.toFixed(3)} higher, with rows alike on both of its sides; do not quote it as the model's.`,
    );
  }
  return limits;
}

function evasionLimits({ evasion, data }: Judged): string[] {
  if (evasion === null || evasion.median === null || evasion.median > FEW_CHANGES) return [];
  const [first] = evasion.flips;
  const by = first === undefined ? '' : `, most often ${first.feature}`;
  const changes = evasion.median === 1 ? 'one feature' : `${evasion.median} features`;
  return [
    `Half of the ${data.positiveClass} rows it finds pass once ${changes} of ${data.features} are changed${by}: who knows the model gets past it.`,
  ];
}

function leakLimits({ leaks }: Judged): string[] {
  return (leaks ?? []).map(({ rule, balancedAccuracy, visibleToModel }) => {
    const sight = visibleToModel
      ? 'the model can see it'
      : 'the model does not see it, but the classes were collected differently';
    return `One trivial rule gives the label away: ${rule}, balanced accuracy ${percent(balancedAccuracy)}; ${sight}. The figures flatter the model.`;
  });
}

/** What the figures say not to trust the model with, and what nobody can know from them; a sentence each. */
export function limitsOf(card: Judged): string[] {
  const { calibration, data } = card;
  const error = calibration.expectedCalibrationError;
  return [
    ...leakLimits(card),
    ...splitLimits(card),
    ...evasionLimits(card),
    ...(error !== null && error > POOR_CALIBRATION
      ? [`Probabilities are off by ${percent(error)} on average: read them as ranks.`]
      : []),
    ...(data.labelsFrom === null
      ? [
          'Who labelled the rows, and how, is not recorded: wrong labels are learned, and the figures agree with them.',
        ]
      : []),
    'The figures are of rows like those of the snapshot; they say nothing of what is newer, or comes from elsewhere.',
  ];
}
