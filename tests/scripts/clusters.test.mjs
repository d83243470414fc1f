// Dots on the map: those that would touch become one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clusters } from "../../hubtool/theme/js/atlas/clusters.js";

const dot = (x, y) => ({ x, y });

test("dots that are 40 pixels apart stay apart", () => {
  const dots = [dot(0, 0), dot(40, 0)];
  assert.deepEqual(clusters(dots, 1), [
    { x: 0, y: 0, dots: [dots[0]] },
    { x: 40, y: 0, dots: [dots[1]] },
  ]);
});

test("dots that would touch become one in their middle", () => {
  const dots = [dot(0, 0), dot(30, 20)];
  assert.deepEqual(clusters(dots, 1), [{ x: 15, y: 10, dots }]);
});

test("nearer to the map they part again", () => {
  assert.equal(clusters([dot(0, 0), dot(30, 20)], 2).length, 2);
});

test("every dot counts the same for the middle of a group", () => {
  const dots = [dot(0, 0), dot(0, 0), dot(30, 0)];
  assert.deepEqual(clusters(dots, 1), [{ x: 10, y: 0, dots }]);
});

test("a dot between two joins the first of them", () => {
  const [first, second, between] = [dot(50, 0), dot(0, 20), dot(25, 5)];
  assert.deepEqual(
    clusters([first, second, between], 1).map(({ dots }) => dots),
    [[first, between], [second]],
  );
});

test("groups that come to touch are joined, too", () => {
  const dots = [dot(0, 0), dot(50, 0), dot(38, 0)];
  const groups = clusters(dots, 1);
  assert.equal(groups.length, 1);
  assert.equal(groups[0].dots.length, 3);
});

test("no two groups of many dots touch, and no dot is lost", () => {
  const dots = Array.from({ length: 400 }, (_, index) =>
    dot((index * 37) % 500, (index * 91) % 300),
  );
  const groups = clusters(dots, 1);
  assert.equal(groups.flatMap((group) => group.dots).length, 400);
  for (const group of groups) {
    for (const other of groups) {
      if (group === other) continue;
      assert.ok(Math.hypot(group.x - other.x, group.y - other.y) >= 40);
    }
  }
});

test("no dots are no groups", () => {
  assert.deepEqual(clusters([], 1), []);
});
