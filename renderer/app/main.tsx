// The window's entry. The bridge comes first: it takes the start link's token out of the address before the router reads it.
import './trustedTypes.ts';
import './styles.ts';
import { createRoot } from 'react-dom/client';
import { createBridge } from '../host/bridge.ts';
import { App } from './App.tsx';

const bridge = createBridge();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App bridge={bridge} />);
