// The loopback host in a process of its own, as it is for its users: what a bench keeps would be looked through at
// every collection of garbage. FOLDER PROJECT PAGE; sends the start link once the project is open.
import { overWebSocket } from '../support/transports.ts';

const [folder = '', project = '', page = ''] = process.argv.slice(2);
const host = await overWebSocket(folder, [project], page);
const [file] = await host.launched();
await host.client.project.open({ file: file?.handle ?? '' });
process.send?.(host.link());
process.once('message', () => void host.close().then(() => process.exit(0)));
