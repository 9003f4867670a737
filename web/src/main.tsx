import { render } from 'preact';
import { App } from './App';
import { load } from './loading';
import './style.css';

const root = document.getElementById('app');
if (root) {
    render(<App />, root);
    void load();
}
