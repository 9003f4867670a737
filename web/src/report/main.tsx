import { render } from 'preact';
import { showBaked } from '../store';
import { startState } from '../state';
import '../style.css';
import { readBaked } from './baked';
import { Report } from './Report';
import './report.css';

const root = document.getElementById('app');
const baked = readBaked();
if (root && baked) {
    void showBaked(baked, { ...startState, pack: '' }).then(() => render(<Report />, root));
} else if (root) {
    root.textContent =
        'This is the template of report.html; `./caravan run china-central-asia --out results` fills it.';
}
