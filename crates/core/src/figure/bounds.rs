//! Boxes around what is painted.

use super::{Bounds, Point, Shape};

impl Bounds {
    pub(super) fn around(middle: Point, reach: f32) -> Self {
        Self {
            left: middle.x - reach,
            bottom: middle.y - reach,
            right: middle.x + reach,
            top: middle.y + reach,
        }
    }

    /// The box on the other side of the middle between the feet.
    pub(super) fn mirrored(self) -> Self {
        Self { left: -self.right, right: -self.left, ..self }
    }

    /// A box around both.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }
}

impl Shape {
    /// A box around the shape.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Line(line) => {
                let half = line.width / 2.0;
                Bounds::around(line.from, half).with(Bounds::around(line.to, half))
            }
            Self::Disc(disc) => Bounds::around(disc.middle, disc.radius),
            Self::Box(rounded) => rounded.bounds,
            Self::Trunk(trunk) => {
                let [a, waist_a, b, c, waist_c, d] = trunk.outline;
                // A curve reaches half as far as its control point.
                let half = |one: Point, waist: Point, two: Point| Point {
                    x: (one.x + two.x) / 4.0 + waist.x / 2.0,
                    y: (one.y + two.y) / 4.0 + waist.y / 2.0,
                };
                let reach = trunk.width / 2.0;
                [b, c, d, half(a, waist_a, b), half(c, waist_c, d)]
                    .into_iter()
                    .fold(Bounds::around(a, reach), |all, point| {
                        all.with(Bounds::around(point, reach))
                    })
            }
        }
    }
}
