// Every dumb component of the interface. Screens import from here only; styles come with the components.

/** Button with a word (primary, secondary, ghost, danger; 24/28 px), and a text link that acts. */
export { Button, LinkButton, type ButtonProps } from './Button.tsx';
/** Icon-only button: spoken label, tooltip, optional toggle state. */
export { IconButton, type IconButtonProps } from './IconButton.tsx';
/** One choice of several (native select); label above, before, inside or spoken. */
export { Select, type SelectOption, type SelectProps } from './Select.tsx';
/** Two to six exclusive choices side by side, as words or icons. */
export { SegmentedControl, type SegmentedControlProps, type SegmentedOption } from './SegmentedControl.tsx';
/** Labelled checkbox with a mixed state. */
export { Checkbox, type CheckboxProps } from './Checkbox.tsx';
/** Range with label and value. */
export { Slider, type SliderProps } from './Slider.tsx';
/** One line of text; search field with Esc to clear. */
export { SearchField, TextField, type SearchFieldProps, type TextFieldProps } from './TextField.tsx';
/** Fields that save once, on Enter or on leaving: a number in its range, a line of words or a day. */
export { NumberField, WordsField, type NumberFieldProps, type WordsFieldProps } from './DraftFields.tsx';
/** Edit in place: Enter saves, Esc keeps. */
export { InlineEdit, type InlineEditProps } from './InlineEdit.tsx';
/** Filled label, drafted mark, icon + word, and evidence of a phrase. */
export {
  Chip,
  DraftedChip,
  EvidenceChip,
  StatusLabel,
  type ChipProps,
  type EvidenceChipProps,
  type Tone,
} from './Chip.tsx';
/** A segment's letter + shape + colour by slot (0..7 = A..H, else Other). */
export { SegmentGlyph, type SegmentGlyphProps } from './SegmentGlyph.tsx';
/** Slot → CSS colour expressions and path, for own marks. */
export { SEGMENT_SLOTS, segmentFill, segmentStyle, type SegmentStyle } from './segmentSlots.ts';
/** Pane with header (F6 stops here), header alone, the 44 px screen bar. */
export {
  PaneHeader,
  Panel,
  Toolbar,
  type PaneHeaderProps,
  type PanelProps,
  type ToolbarProps,
} from './Panel.tsx';
/** Main pane + resizable side pane; stacks when narrow. */
export { SplitPane, type SplitPaneProps } from './SplitPane.tsx';
/** Any number of rows, fetched by pages; keyboard, resize, sort. */
export {
  DataGrid,
  type DataGridProps,
  type GridColumn,
  type GridGoTo,
  type GridSort,
} from './grid/DataGrid.tsx';
export type { CellRange } from './grid/selection.ts';
export type { WidthStore } from './grid/useColumnWidths.ts';
/** A real table for up to some hundred rows. */
export { SimpleTable, type SimpleTableProps, type SortOrder, type TableColumn } from './SimpleTable.tsx';
/** Findings: severity, what, column, lines, example, done, rows. */
export { IssueTable, type IssueView, type LineLinks } from './IssueTable.tsx';
/** One value 0..1 as a bar with an optional tick; a whole cut into parts. */
export { Meter, ShareBar, type MeterProps, type SharePart } from './Meter.tsx';
/** Axis-less histogram for headers and lists. */
export { MicroHistogram, type MicroHistogramProps } from './MicroHistogram.tsx';
/** Printed key or chord. */
export { KeyHint } from './KeyHint.tsx';
/** Menu of actions and floating panel with a focus trap. */
export { Menu, Popover, type MenuItem, type MenuProps, type PopoverProps } from './Floating.tsx';
/** Short label on hover and focus. */
export { Tooltip, type TooltipProps } from './Tooltip.tsx';
/** Dialog; and the question before what cannot be undone. */
export { ConfirmDialog, Modal, type ConfirmDialogProps, type ModalProps } from './Modal.tsx';
/** “Why this number?” around a figure or as a link; its facts alone. */
export { WhyDisclosure, WhyFacts, type Why, type WhyDisclosureProps } from './WhyDisclosure.tsx';
/** Empty, error, one-line notice, progress, announced messages. */
export {
  Banner,
  EmptyState,
  ErrorState,
  Progress,
  Toasts,
  type BannerProps,
  type EmptyStateProps,
  type ErrorStateProps,
  type NoticeTone,
  type ToastView,
} from './States.tsx';
/** Text for screen readers only. */
export { VisuallyHidden } from './VisuallyHidden.tsx';
/** Numbers, money, shares, dates by the language's rules. */
export { figuresOf, useFigures, type Figures } from './figures.ts';
/** The part of it that writes numbers into fields and reads them there. */
export type { TypedNumbers } from './typedNumber.ts';
/** Keeps the focus where rows are added and removed. */
export { useRowFocus } from './useRowFocus.ts';
/** A typed value once it rests. */
export { useSettled } from './useSettled.ts';
