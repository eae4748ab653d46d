// Points, four-sided figures and the perspective between them.

export interface Point {
  x: number;
  y: number;
}

/** Corners of a document: top left, top right, bottom right, bottom left, as it is shown. */
export type Quad = readonly [Point, Point, Point, Point];

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

export function mapQuad(quad: Quad, change: (point: Point) => Point): Quad {
  return [change(quad[0]), change(quad[1]), change(quad[2]), change(quad[3])];
}

/** The lengths of top, right, bottom and left. */
export function sides(quad: Quad): [number, number, number, number] {
  return [
    distance(quad[0], quad[1]),
    distance(quad[1], quad[2]),
    distance(quad[2], quad[3]),
    distance(quad[3], quad[0]),
  ];
}

/** Its mean width and height. */
export function extent(quad: Quad): { width: number; height: number } {
  const [top, right, bottom, left] = sides(quad);
  return { width: (top + bottom) / 2, height: (left + right) / 2 };
}

export function middle(quad: Quad): Point {
  const sum = (of: (point: Point) => number): number =>
    quad.reduce((total, point) => total + of(point), 0);
  return { x: sum((point) => point.x) / 4, y: sum((point) => point.y) / 4 };
}

/** How far the corner that moved most has moved. */
export function movement(before: Quad, now: Quad): number {
  return Math.max(...now.map((corner, index) => distance(corner, before[index] ?? corner)));
}

/** Takes a point of the unit square, (0, 0) at the top left, to its place in a quad. */
export type Perspective = (u: number, v: number) => Point;

/** The perspective in which the unit square is seen as `quad`; that of a plane before a pinhole. */
export function perspectiveOf(quad: Quad): Perspective {
  const [a, b, c, d] = quad;
  const sum = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
  const right = { x: b.x - c.x, y: b.y - c.y };
  const down = { x: d.x - c.x, y: d.y - c.y };
  const area = right.x * down.y - down.x * right.y;
  const g = area === 0 ? 0 : (sum.x * down.y - down.x * sum.y) / area;
  const h = area === 0 ? 0 : (right.x * sum.y - sum.x * right.y) / area;
  const alongX = { x: b.x - a.x + g * b.x, y: b.y - a.y + g * b.y };
  const alongY = { x: d.x - a.x + h * d.x, y: d.y - a.y + h * d.y };
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return {
      x: (alongX.x * u + alongY.x * v + a.x) / depth,
      y: (alongX.y * u + alongY.y * v + a.y) / depth,
    };
  };
}
