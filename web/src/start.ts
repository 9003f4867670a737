import { load } from './loading';
import './style.css';

// The first result is asked for before the page itself is run: the server computes while the map is made.
void load(() => import('./main'));
