//! What the person lies, sits or leans on. It is placed where the body rests in the first key pose
//! that needs it.

use super::body::{FAR, HALF_FOOT, HALF_HAND, HALF_HIPS, HALF_SHANK, HALF_TRUNK, NEAR};
use super::camera::{Camera, short};
use super::joints::Joints;
use super::keys::{Solved, Still};
use super::rests::{CRANK_FROM_HIP, Hand, STEP, on_pedal};
use super::seen::HEAD;
use super::space::Vector;
use super::{Bounds, Disc, Point, Rounded, Shape, Thing, ThingKind, Trunk};
use crate::catalogue::{Prop, View};

/// How far bed and floor go on beyond the person.
const MARGIN: f64 = 0.08;
/// How thick floor, mat and mattress are drawn.
const FLOOR: f64 = 0.03;
const MAT: f64 = 0.014;
const MATTRESS: f64 = 0.09;
/// How high a bed is for somebody who sits on its edge with the feet on the floor.
pub(super) const BED_HEIGHT: f64 = 0.235;
/// How far its edge is before the middle of the person.
pub(super) const BED_EDGE: f64 = 0.1;
/// How deep things go away from and towards a viewer who looks down on them.
const DEPTH: (f64, f64) = (-0.2, 0.2);

/// A stage on which things are put.
struct Stage<'a> {
    solved: &'a Solved<'a>,
    camera: Camera,
    /// The sides of the person's picture, with a margin.
    left: f64,
    right: f64,
    things: Vec<Thing>,
}

/// The things behind the person, in the order of painting.
pub(super) fn things(solved: &Solved<'_>, person: Bounds) -> Vec<Thing> {
    let mut stage = Stage {
        solved,
        camera: Camera::of(solved.scene.view),
        left: f64::from(person.left) - MARGIN,
        right: f64::from(person.right) + MARGIN,
        things: Vec::new(),
    };
    let Some(first) = solved.frames.first() else { return Vec::new() };
    let lies_on_bed =
        solved.scene.things.iter().any(|prop| matches!(prop, Prop::Bed | Prop::Bedside));
    if !lies_on_bed {
        stage.floor();
    }
    for prop in &solved.scene.things {
        stage.put(*prop, &first.joints);
    }
    if !lies_on_bed {
        stage.widen_floor(person);
    }
    stage.things
}

impl Stage<'_> {
    fn put(&mut self, prop: Prop, first: &Joints) {
        match prop {
            Prop::Bed => self.bed(first),
            Prop::Bedside => self.bedside(first),
            // Seen from above it is part of the floor.
            Prop::Mat if self.solved.scene.view != View::Side => {}
            Prop::Mat => self.block(ThingKind::Mat, self.left + 0.03, 0.0, self.right - 0.03, MAT),
            Prop::Chair => self.chair(first),
            Prop::Stool => self.stool(first),
            Prop::Wall => self.wall(first),
            Prop::Worktop => self.worktop(first),
            Prop::WorktopBeside | Prop::Rail => self.beside(prop, first),
            Prop::Step => self.step(first),
            Prop::Towel => self.towel(first),
            Prop::Cushion => self.cushion(first),
            Prop::Bike => self.bike(first),
            Prop::Band => {
                let x = band_anchor(first).x;
                self.block(ThingKind::Wall, x, 0.0, x + 0.05, 0.95);
            }
            Prop::Box => {}
        }
    }

    /// A box in the plane of the picture.
    fn block(&mut self, kind: ThingKind, left: f64, bottom: f64, right: f64, top: f64) {
        let corner = ((right - left).min(top - bottom) / 2.0).min(0.016);
        let bounds = Bounds {
            left: short(left),
            bottom: short(bottom),
            right: short(right),
            top: short(top),
        };
        self.things
            .push(Thing { kind, shape: Shape::Box(Rounded { bounds, corner: short(corner) }) });
    }

    /// A flat piece that lies or stands in space, seen from a corner.
    fn piece(&mut self, kind: ThingKind, corners: [Vector; 4]) {
        let [a, b, c, d] = corners.map(|corner| self.camera.point(corner));
        let half = |p: Point, q: Point| Point { x: (p.x + q.x) / 2.0, y: (p.y + q.y) / 2.0 };
        let outline = [a, half(a, b), b, c, half(c, d), d];
        self.things.push(Thing { kind, shape: Shape::Trunk(Trunk { outline, width: 0.016 }) });
    }

    /// A level piece at the height `y`, from `left` to `right` along the person and from `back` to
    /// `front` across.
    fn level(
        &mut self,
        kind: ThingKind,
        (left, right): (f64, f64),
        y: f64,
        (back, front): (f64, f64),
    ) {
        let corner = |x, z| Vector { x, y, z };
        let ends =
            [corner(left, back), corner(left, front), corner(right, front), corner(right, back)];
        self.piece(kind, ends);
    }

    /// From where to where the person lies in space, with a margin.
    fn along(&self) -> (f64, f64) {
        let places = self.solved.frames.iter().flat_map(|still| {
            let ends = still.joints.limbs.iter().flat_map(|limb| [limb.toes.x, limb.hand.x]);
            ends.chain([still.joints.head.x - HEAD])
        });
        let (least, most) =
            places.fold((0.0_f64, 0.0_f64), |(least, most), x| (least.min(x), most.max(x)));
        (least - MARGIN, most + MARGIN)
    }

    fn line(&mut self, kind: ThingKind, from: Vector, to: Vector, width: f64) {
        self.things.push(Thing { kind, shape: Shape::Line(self.camera.line(from, to, width)) });
    }

    /// The floor, or the part of it that a viewer from above sees.
    fn floor(&mut self) {
        if self.solved.scene.view == View::Corner {
            let (left, right) = self.along();
            self.level(ThingKind::Floor, (left - MARGIN, right + MARGIN), 0.0, (-0.4, 0.4));
            if self.solved.scene.things.contains(&Prop::Mat) {
                self.level(ThingKind::Mat, (left, right), 0.0, (-0.3, 0.3));
            }
            return;
        }
        let towards = |depth: f64| match self.solved.scene.view {
            View::Behind => self.camera.place(Vector::flat(-depth, 0.0)).y,
            View::Feet => self.camera.place(Vector::flat(depth, 0.0)).y,
            View::Side | View::LyingSide | View::Corner => {
                self.camera.place(Vector { x: 0.0, y: 0.0, z: depth }).y
            }
        };
        let (back, front) = (towards(DEPTH.0), towards(DEPTH.1));
        let (left, right) = (self.left, self.right);
        if self.solved.scene.things.contains(&Prop::Mat) && back > 0.01 {
            self.block(ThingKind::Floor, left, front - 2.0 * FLOOR, right, back + FLOOR);
            self.block(ThingKind::Mat, left + 0.04, front, right - 0.04, back);
        } else {
            self.block(ThingKind::Floor, left, front - FLOOR, right, back);
        }
    }

    fn widen_floor(&mut self, person: Bounds) {
        let all = self.things.iter().map(|thing| thing.shape.bounds()).fold(person, Bounds::with);
        if let Some(Thing { shape: Shape::Box(floor), .. }) = self.things.first_mut() {
            (floor.bounds.left, floor.bounds.right) = (all.left, all.right);
        }
    }

    fn bed(&mut self, first: &Joints) {
        let (left, right) = (self.left, self.right);
        match self.solved.scene.view {
            View::Side | View::Behind => self.block(ThingKind::Bed, left, -MATTRESS, right, 0.0),
            View::Corner => return self.bedside(first),
            View::LyingSide => {
                let edge = |z: f64| self.camera.place(Vector { x: 0.0, y: 0.0, z }).y;
                let (top, bottom) = (edge(-0.26), edge(0.3) - MATTRESS);
                self.block(ThingKind::Bed, left, bottom, right, top);
            }
            View::Feet => {
                let edge = |x: f64| self.camera.place(Vector::flat(x, 0.0)).y;
                let head = first.head.x - HEAD * 1.6;
                let toes = first.limbs[NEAR].toes.x + 0.06;
                let (top, bottom) = (edge(head), edge(toes) - MATTRESS);
                self.block(ThingKind::Bed, left, bottom, right, top);
            }
        }
        self.pillow(first);
    }

    /// A bed with the floor before it, on whose edge the person comes to sit.
    fn bedside(&mut self, first: &Joints) {
        let (left, right) = self.along();
        let (back, front) = (-0.36, BED_EDGE);
        let corner = |x, y, z| Vector { x, y, z };
        let side = |y| [corner(left, y, front), corner(right, y, front), corner(right, y, back)];
        let [[a, b, c], [d, e, f]] = [side(0.0), side(-BED_HEIGHT)];
        self.level(ThingKind::Floor, (left, right + 0.1), -BED_HEIGHT, (back, 0.5));
        self.piece(ThingKind::Worktop, [a, b, e, d]);
        self.piece(ThingKind::Worktop, [b, c, f, e]);
        self.level(ThingKind::Bed, (left, right), 0.0, (back, front));
        self.pillow(first);
    }

    fn pillow(&mut self, first: &Joints) {
        let head = self.camera.place(first.head);
        if self.solved.scene.view == View::Corner {
            let ends = (first.head.x - 0.1, first.head.x + 0.08);
            return self.level(ThingKind::Pillow, ends, 0.0, (-0.17, 0.09));
        }
        if self.solved.scene.view == View::Side {
            let below = head.y - HEAD;
            if below > 0.005 {
                let (from, to) = (head.x - HEAD * 1.5, head.x + HEAD * 1.2);
                self.block(ThingKind::Pillow, from, 0.0, to, below + 0.014);
            }
        } else {
            let (wide, up, down) = match self.solved.scene.view {
                View::Feet => (2.2, 1.25, 1.0),
                _ => (1.5, 1.6, 1.5),
            };
            let (left, right) = (head.x - HEAD * wide, head.x + HEAD * wide);
            self.block(ThingKind::Pillow, left, head.y - HEAD * down, right, head.y + HEAD * up);
        }
    }

    /// A chair: its seat is under the hips.
    fn chair(&mut self, first: &Joints) {
        let (kind, seat) = (ThingKind::Chair, first.hip.y - HALF_TRUNK);
        let (back, front) = (first.hip.x - 0.16, first.hip.x + 0.12);
        self.block(kind, back, 0.0, back + 0.03, seat);
        self.block(kind, front - 0.04, 0.0, front - 0.01, seat);
        self.block(kind, back - 0.01, seat - 0.03, back + 0.025, seat + 0.3);
        self.block(kind, back - 0.01, seat - 0.035, front, seat);
    }

    /// A cushion under the knee, or a pile of them under the shanks of somebody who lies.
    fn cushion(&mut self, first: &Joints) {
        let limb = &first.limbs[NEAR];
        if self.solved.rests.first().is_none_or(|rests| rests.shoulder.is_none()) {
            let knee = limb.knee.x;
            return self.block(ThingKind::Pillow, knee - 0.11, 0.0, knee + 0.09, 0.045);
        }
        let top = limb.knee.y.min(limb.ankle.y) - HALF_SHANK;
        let (left, right) = (limb.knee.x + 0.02, limb.heel.x + 0.02);
        for bottom in [0.0, top / 3.0, top * 2.0 / 3.0] {
            self.block(ThingKind::Pillow, left, bottom, right, bottom + top / 3.0);
        }
    }

    /// A stool under the box that is in the hands.
    fn stool(&mut self, first: &Joints) {
        let Bounds { left, right, bottom, .. } = box_in_hands(first, self.camera).bounds();
        let (left, right, top) =
            (f64::from(left) - 0.02, f64::from(right) + 0.02, f64::from(bottom));
        self.block(ThingKind::Chair, left + 0.02, 0.0, left + 0.05, top - 0.01);
        self.block(ThingKind::Chair, right - 0.05, 0.0, right - 0.02, top - 0.01);
        self.block(ThingKind::Chair, left, top - 0.035, right, top);
    }

    /// A wall before the hands, or behind the back that slides along it.
    fn wall(&mut self, first: &Joints) {
        let top = f64::from(short(first.head.y)) + 0.12;
        let rests = self.solved.rests.first().copied().unwrap_or_default();
        if let Some(hip) = rests.wall {
            let x = hip - HALF_TRUNK;
            self.block(ThingKind::Wall, x - 0.05, 0.0, x, top);
        } else {
            let x = first.limbs[NEAR].hand.x + HALF_HAND;
            self.block(ThingKind::Wall, x, 0.0, x + 0.05, top);
        }
    }

    /// Where a hand rests, in the first frame in which one does.
    fn resting_hand(&self) -> Option<Vector> {
        let hands = self.solved.rests.iter().flat_map(|rests| rests.limbs.map(|limb| limb.hand));
        hands.flatten().find_map(|hand| match hand {
            Hand::At(place) => Some(place),
            Hand::Thigh | Hand::BehindThigh | Hand::Belly | Hand::Chest => None,
        })
    }

    /// Cupboard and plate of a worktop that the person faces.
    fn worktop(&mut self, first: &Joints) {
        let hand = self.resting_hand().unwrap_or(first.limbs[NEAR].hand);
        let top = hand.y - HALF_HAND;
        let kind = ThingKind::Worktop;
        if self.solved.scene.view == View::Behind {
            let camera = self.camera;
            let at = |x: f64, y: f64| camera.place(Vector::flat(x, y)).y;
            let (edge, back) = (hand.x - 0.05, hand.x + 0.26);
            let (left, right) = (self.left - 0.1, self.right + 0.1);
            self.block(ThingKind::Chair, left + 0.03, at(edge, 0.0), right - 0.03, at(edge, top));
            self.block(kind, left, at(edge, top) - 0.035, right, at(back, top));
            return;
        }
        let edge = hand.x - 0.045;
        self.block(ThingKind::Chair, edge + 0.06, 0.0, edge + 0.27, top - 0.01);
        self.block(kind, edge, top - 0.035, edge + 0.29, top);
    }

    /// A worktop on the far side of the person, or a rail on its posts.
    fn beside(&mut self, prop: Prop, first: &Joints) {
        let hand = self.resting_hand().unwrap_or(first.limbs[FAR].hand);
        let (top, left, right) = (hand.y - HALF_HAND, self.left - 0.02, self.right + 0.02);
        let posts = [(left + 0.06, left + 0.08), (right - 0.08, right - 0.06)];
        let cupboard = [(left + 0.03, right - 0.03)];
        for (left, right) in if prop == Prop::Rail { &posts[..] } else { &cupboard } {
            self.block(ThingKind::Wall, *left, 0.0, *right, top);
        }
        self.block(ThingKind::Worktop, left, top - 0.035, right, top);
    }

    fn step(&mut self, first: &Joints) {
        let front = first.limbs[NEAR].heel.x - HALF_FOOT - 0.03;
        self.block(ThingKind::Step, front, 0.0, front + 0.36, STEP);
    }

    /// A rolled towel under the near knee.
    fn towel(&mut self, first: &Joints) {
        let limb = &first.limbs[NEAR];
        let at = limb.knee * 0.85 + limb.hip * 0.15;
        let radius = ((at.y - 0.033) / 2.0).max(0.018);
        let middle = self.camera.point(Vector { y: radius, ..at });
        self.things.push(Thing {
            kind: ThingKind::Towel,
            shape: Shape::Disc(Disc { middle, radius: short(radius) }),
        });
    }

    /// A bike that stands: two feet, saddle, bars, and a wheel around the crank.
    fn bike(&mut self, first: &Joints) {
        let hip = first.hip;
        let crank = hip + Vector::flat(CRANK_FROM_HIP.0, CRANK_FROM_HIP.1);
        let hand = first.limbs[NEAR].hand;
        let at = Vector::flat;
        let kind = ThingKind::Bike;
        let saddle = hip.y - HALF_TRUNK - 0.012;
        let front = at(crank.x + 0.24, 0.14);
        let bars = at(hand.x - 0.01, hand.y - HALF_HAND - 0.012);
        self.things.push(Thing {
            kind: ThingKind::Wall,
            shape: Shape::Disc(Disc { middle: self.camera.point(front), radius: 0.12 }),
        });
        self.line(kind, at(hip.x - 0.1, 0.015), at(crank.x + 0.34, 0.015), 0.03);
        self.line(kind, at(hip.x - 0.015, saddle), at(hip.x + 0.06, 0.02), 0.03);
        self.line(kind, at(hip.x + 0.045, 0.12), front, 0.03);
        self.line(kind, front, bars, 0.03);
        self.line(kind, bars + at(-0.03, 0.0), bars + at(0.03, 0.01), 0.03);
        self.line(kind, at(hip.x - 0.075, saddle), at(hip.x + 0.045, saddle), 0.024);
    }
}

/// What moves with the person.
pub(super) fn held(solved: &Solved<'_>, still: &Still, camera: Camera) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for prop in &solved.scene.things {
        match prop {
            Prop::Box => shapes.push(box_in_hands(&still.joints, camera)),
            Prop::Band => {
                let first = solved.frames.first().map_or(still.joints, |first| first.joints);
                let hand = still.joints.limbs[NEAR].hand;
                shapes.push(Shape::Line(camera.line(hand, band_anchor(&first), 0.012)));
            }
            Prop::Bike => shapes.extend(pedals(still, camera)),
            _ => {}
        }
    }
    shapes
}

/// Where the band is tied: at the height of the waist, before the hands.
fn band_anchor(first: &Joints) -> Vector {
    Vector::flat(first.limbs[NEAR].hand.x + 0.22, first.waist.y + 0.06)
}

fn box_in_hands(joints: &Joints, camera: Camera) -> Shape {
    let hand = camera.place(joints.limbs[NEAR].hand);
    let (half, height) = (0.075, 0.12);
    let bounds = Bounds {
        left: short(hand.x - half + 0.03),
        bottom: short(hand.y - height / 2.0),
        right: short(hand.x + half + 0.03),
        top: short(hand.y + height / 2.0),
    };
    Shape::Box(Rounded { bounds, corner: 0.012 })
}

fn pedals(still: &Still, camera: Camera) -> [Shape; 3] {
    let hip = still.joints.hip;
    let below = Vector::flat(0.0, -HALF_FOOT - 0.008);
    let pedal = |side: usize| on_pedal(&still.posture, hip, side) + below;
    let (near, far) = (pedal(NEAR), pedal(FAR));
    let wide = Vector::flat(0.03, 0.0);
    let plate = |at: Vector| Shape::Line(camera.line(at - wide, at + wide, 0.016));
    let flat = |at: Vector| Vector { z: HALF_HIPS, ..at };
    [Shape::Line(camera.line(flat(near), flat(far), 0.016)), plate(near), plate(far)]
}
