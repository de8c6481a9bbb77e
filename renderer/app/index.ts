// What screens may use of the app around them. Navigation itself is @tanstack/react-router's.

/** `notify('ok', text)` and `fail(error)`: messages at the bottom right. */
export { useErrorText, useNotify } from './notices.ts';
/** Step of an address; next step of a project. */
export { nextStep, stepOf } from './steps.ts';
/** The current project, or null; asked once for everyone. */
export { useProject } from './useProject.ts';
/** Customers changed since the segments were made: the line that says so, and placing them. */
export { FormerCustomers, usePlacing } from './FormerCustomers.tsx';
/** Nothing in use yet; an engine that cannot answer. */
export { CannotShow, NoSegments, NoSegmentsView } from './states.tsx';
