import { geoBounds, geoCentroid, geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { byAlpha3, byNumeric } from '../codes';
import type { Economy } from '../types';

export const Width = 960;
export const Height = 450;

/** Equal Earth: every area has its true share of the map. */
export const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitExtent(
        [
            [4, 4],
            [Width - 4, Height + 22],
        ],
        { type: 'Sphere' },
    );
export const path = geoPath(projection).digits(2);

export const spherePath = path({ type: 'Sphere' }) ?? '';
export const graticulePath = path(geoGraticule10()) ?? '';

export interface Shape {
    readonly key: string;
    readonly alpha3: string;
    readonly name: string;
    readonly d: string;
}

function shapesOf(topology: Topology): Shape[] {
    const collection = feature(
        topology,
        topology.objects['countries'] as GeometryCollection<{ name: string }>,
    ) as FeatureCollection<Geometry, { name: string }>;
    return collection.features
        .filter(f => f.id !== '010')
        .map((f, i) => ({
            key: String(f.id ?? `none-${i}`),
            alpha3: byNumeric.get(String(f.id))?.alpha3 ?? '',
            name: f.properties.name,
            d: path(f) ?? '',
        }));
}

let centres: Map<string, readonly [number, number]> | null = null;

/** Longitude and latitude of a point in an economy, by alpha-3 code. */
export function centreOf(alpha3: string): readonly [number, number] | null {
    if (!centres) {
        centres = new Map();
        const countries = feature(atlas, atlas.objects['countries'] as GeometryCollection) as FeatureCollection;
        for (const f of countries.features) {
            const code = byNumeric.get(String(f.id))?.alpha3;
            if (code) {
                centres.set(code, geoCentroid(largestPart(f)));
            }
        }
    }
    return centres.get(alpha3) ?? byAlpha3.get(alpha3)?.point ?? null;
}

// Far islands would draw the middle of a country into the sea.
function largestPart(f: Feature): Feature {
    if (f.geometry.type !== 'MultiPolygon') {
        return f;
    }
    const extent = (ring: number[][][]): number => {
        const [[west, south], [east, north]] = geoBounds({ type: 'Polygon', coordinates: ring });
        return ((((east - west) % 360) + 360) % 360) * (north - south);
    };
    const biggest = [...f.geometry.coordinates].sort((a, b) => extent(b) - extent(a))[0];
    return biggest ? { ...f, geometry: { type: 'Polygon', coordinates: biggest } } : f;
}

export const coarseShapes: readonly Shape[] = shapesOf(atlas);

/** Finer shapes, loaded when the map is enlarged. */
export async function fineShapes(): Promise<readonly Shape[]> {
    return shapesOf((await import('world-atlas/countries-50m.json')).default);
}

/** The economy of the baseline that a place belongs to, itself or as a part of an aggregate. */
export function economyIndex(economies: readonly Economy[]): ReadonlyMap<string, string> {
    const index = new Map<string, string>();
    for (const economy of economies) {
        economy.contains?.forEach(code => index.set(code, economy.economy));
    }
    economies.forEach(economy => index.set(economy.economy, economy.economy));
    return index;
}

/** Parts of the world one click away: west, south, east, north. */
export const regions: Readonly<Record<string, readonly [number, number, number, number]>> = {
    'central-asia': [44, 33, 92, 56],
    asean: [91, -11, 142, 29],
    europe: [-12, 34, 45, 70],
    africa: [-20, -36, 54, 38],
};

export interface Frame {
    readonly x: number;
    readonly y: number;
    readonly k: number;
}

/** The enlargement that shows a region, or the whole world. */
export function frameOf(region: string): Frame {
    const box = regions[region];
    if (!box) {
        return { x: 0, y: 0, k: 1 };
    }
    const [west, south, east, north] = box;
    const corners = [
        [west, south],
        [west, north],
        [east, south],
        [east, north],
        [(west + east) / 2, north],
        [(west + east) / 2, south],
    ]
        .map(corner => projection(corner as [number, number]))
        .filter(point => point !== null);
    const xs = corners.map(point => point[0]);
    const ys = corners.map(point => point[1]);
    const k = Math.min(Width / (Math.max(...xs) - Math.min(...xs)), Height / (Math.max(...ys) - Math.min(...ys)));
    return {
        k,
        x: Width / 2 - (k * (Math.max(...xs) + Math.min(...xs))) / 2,
        y: Height / 2 - (k * (Math.max(...ys) + Math.min(...ys))) / 2,
    };
}
