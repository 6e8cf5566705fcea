export {
  Badge,
  type BadgeProps,
  StateBadge,
  type Tone,
  VERDICT_ICONS,
  VERDICT_WORDS,
  VERDICTS,
  type Verdict,
  VerdictBadge,
} from './badge.js';
export { Button, type ButtonProps } from './button.js';
export { COULD_NOT_COPY, isCopied } from './clipboard.js';
export { Dialog, type DialogProps } from './dialog.js';
export { ErrorBox, type ErrorBoxProps } from './error-box.js';
export { type Fact, Facts } from './facts.js';
export { type ControlProps, Field, type FieldProps } from './field.js';
export { count, Percent, percent } from './figures.js';
export { Icon, type IconName } from './icon.js';
export { NeedsScope } from './needs-scope.js';
export { Note } from './note.js';
export { PageTitle } from './page-title.js';
export { Paged, type PagedProps } from './paged.js';
export { Panel, type PanelProps } from './panel.js';
export { QueryState, type QueryStateProps } from './query-state.js';
export { Empty, Loading, type LoadingProps } from './states.js';
export { type Column, Table, type TableProps } from './table.js';
export { TextField, type TextFieldProps } from './text-field.js';
export { relativeTime, Time } from './time.js';
export { CopyUrl, Sentence, Url } from './url.js';
export { shownMessage, shownUrl } from './url-text.js';
