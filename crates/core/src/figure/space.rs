//! Places and ways in space: x to the right, y upwards, z towards a viewer at the side.

use std::ops::{Add, Mul, Neg, Sub};

/// A place or a way, in parts of the body height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Vector {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) z: f64,
}

/// Where the hip is before anything says where it is.
pub(super) const ORIGIN: Vector = Vector { x: 0.0, y: 0.0, z: 0.0 };

impl Vector {
    /// A way in the plane that a viewer at the side sees.
    pub(super) fn flat(x: f64, y: f64) -> Self {
        Self { x, y, z: 0.0 }
    }

    /// The way of `length` in the direction of `degrees` in the plane seen from the side.
    pub(super) fn along(degrees: f64, length: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self::flat(cos * length, sin * length)
    }

    pub(super) fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The same direction with length 1; nothing stays nothing.
    pub(super) fn unit(self) -> Self {
        let length = self.length();
        if length < 1e-12 { self } else { self * (1.0 / length) }
    }

    /// How far `other` goes along this way, times the length of this way.
    pub(super) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The way that stands upright on both.
    pub(super) fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    /// Turned by `degrees` about the unit way `axis`.
    pub(super) fn turned(self, axis: Self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        self * cos + axis.cross(self) * sin + axis * (axis.dot(self) * (1.0 - cos))
    }

    /// The direction in degrees in the plane seen from the side.
    pub(super) fn direction(self) -> f64 {
        self.y.atan2(self.x).to_degrees()
    }
}

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }
}

impl Sub for Vector {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Vector {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

impl Mul<f64> for Vector {
    type Output = Self;
    fn mul(self, times: f64) -> Self {
        Self { x: self.x * times, y: self.y * times, z: self.z * times }
    }
}

/// The same direction between -180 and 180 degrees.
pub(super) fn around_zero(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}
