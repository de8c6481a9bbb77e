// The gallery page: all fixtures in a list, or one alone for screenshots. Has no engine.
import '../app/trustedTypes.ts';
import '../app/styles.ts';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Gallery />);
