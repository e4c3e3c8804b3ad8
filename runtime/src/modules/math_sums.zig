//! `math`: sums and products of many numbers, and distances. The extended-precision steps are CPython's, in its order.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const float = @import("../float.zig");
const iter = @import("../iter.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const math = @import("math.zig");
const Word = object.Word;
const Raised = container.Raised;
const isNan = std.math.isNan;
const isInf = std.math.isInf;
const isFinite = std.math.isFinite;

/// A growing array of floats, first in place.
const Floats = struct {
    inline_items: [32]f64 = undefined,
    heap: ?[*]f64 = null,
    len: usize = 0,
    cap: usize = 32,
    fn items(self: *Floats) []f64 {
        return if (self.heap) |p| p[0..self.len] else self.inline_items[0..self.len];
    }
    fn push(self: *Floats, v: f64) void {
        if (self.len == self.cap) {
            const to = alloc.array(f64, self.cap * 2);
            @memcpy(to[0..self.len], self.items());
            if (self.heap) |p| alloc.free(p);
            self.heap = to;
            self.cap *= 2;
        }
        self.len += 1;
        self.items()[self.len - 1] = v;
    }
    fn deinit(self: *Floats) void {
        if (self.heap) |p| alloc.free(p);
    }
};

pub fn fsum(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(fsumOf(args[0]));
}
/// Shewchuk's sum: the partials are non-overlapping and add up to the exact sum so far.
fn fsumOf(source: Word) Raised!Word {
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    var p: Floats = .{};
    defer p.deinit();
    var special: f64 = 0;
    var infinities: f64 = 0;
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        var x = float.asF64(item) orelse return error.Raised;
        const given = x;
        var kept: usize = 0;
        for (0..p.len) |j| {
            var y = p.items()[j];
            if (@abs(x) < @abs(y)) std.mem.swap(f64, &x, &y);
            const hi = x + y;
            const lo = y - (hi - x);
            if (lo != 0) {
                p.items()[kept] = lo;
                kept += 1;
            }
            x = hi;
        }
        p.len = kept;
        if (x == 0) continue;
        if (isFinite(x)) {
            p.push(x);
            continue;
        }
        if (isFinite(given)) return container.fail(.OverflowError, "intermediate overflow in fsum", .{});
        if (isInf(given)) infinities += given;
        special += given;
        p.len = 0;
    }
    if (special != 0) {
        if (isNan(infinities)) return container.fail(.ValueError, "-inf + inf in fsum", .{});
        return float.new(special);
    }
    var n = p.len;
    var hi: f64 = 0;
    if (n > 0) {
        n -= 1;
        hi = p.items()[n];
        var lo: f64 = 0;
        while (n > 0) {
            const x = hi;
            n -= 1;
            const y = p.items()[n];
            hi = x + y;
            lo = y - (hi - x);
            if (lo != 0) break;
        }
        // Half-even rounding where the remaining partials decide a tie.
        if (n > 0 and ((lo < 0 and p.items()[n - 1] < 0) or (lo > 0 and p.items()[n - 1] > 0))) {
            const y = lo * 2;
            const x = hi + y;
            if (y == x - hi) hi = x;
        }
    }
    return float.new(hi);
}

const prod_sig: args_.Signature = .{ .name = "prod", .params = &.{ "", "start" }, .posonly = 1, .positional = 1, .required = 1 };
pub fn prod(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(prod_sig, args, nargs, kwnames, &given)) return 0;
    return container.wordOf(prodOf(given[0], if (given[1] == 0) object.makeSmall(1) else given[1]));
}
fn prodOf(source: Word, start: Word) Raised!Word {
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    var result = rc.retain(start);
    errdefer rc.release(result);
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        const next = try container.check(ops.mul(result, item));
        rc.release(result);
        result = next;
    }
    return result;
}

const Two = struct { hi: f64, lo: f64 };
/// `x * y` exactly.
inline fn twoProduct(x: f64, y: f64) Two {
    const z = x * y;
    return .{ .hi = z, .lo = @mulAdd(f64, x, y, -z) };
}
/// `a + b` exactly.
inline fn twoSum(a: f64, b: f64) Two {
    const x = a + b;
    const z = x - a;
    return .{ .hi = x, .lo = (a - (x - z)) + (b - z) };
}
/// `a + b` exactly for |a| ≥ |b|.
inline fn fastSum(a: f64, b: f64) Two {
    const x = a + b;
    return .{ .hi = x, .lo = (a - x) + b };
}

const Three = struct {
    hi: f64 = 0,
    lo: f64 = 0,
    tiny: f64 = 0,
    fn plus(t: Three, x: f64, y: f64) Three {
        const pr = twoProduct(x, y);
        const sm = twoSum(t.hi, pr.hi);
        const r1 = twoSum(t.lo, pr.lo);
        const r2 = twoSum(r1.hi, sm.lo);
        return .{ .hi = sm.hi, .lo = r2.hi, .tiny = t.tiny + r1.lo + r2.lo };
    }
    fn value(t: Three) f64 {
        const last = twoSum(t.lo, t.hi);
        return t.tiny + last.lo + last.hi;
    }
};

pub fn sumprod(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(sumprodOf(args[0], args[1]));
}

/// Adds an owned term to an owned total.
fn addTerm(total: *Word, term: Word) Raised!void {
    defer rc.release(term);
    const next = try container.check(ops.add(total.*, term));
    rc.release(total.*);
    total.* = next;
}

/// A float or, beside a float, an int or bool as float; null: the pair takes the general way.
fn floatPair(p: Word, q: Word) ?struct { f64, f64 } {
    const p_float = object.isExact(p, .float);
    const q_float = object.isExact(q, .float);
    if (!p_float and !q_float) return null;
    return .{ plainF64(p) orelse return null, plainF64(q) orelse return null };
}
fn plainF64(w: Word) ?f64 {
    if (object.isExact(w, .float)) return object.ptr(object.Float, w).value;
    if (object.isSmall(w) or object.isExact(w, .int) or object.isExact(w, .bool_)) return int.toF64(int.valueOf(w));
    return null;
}

fn sumprodOf(p: Word, q: Word) Raised!Word {
    const p_it = try container.check(iter.iter(p));
    defer rc.release(p_it);
    const q_it = try container.check(iter.iter(q));
    defer rc.release(q_it);
    var total = object.makeSmall(0);
    errdefer rc.release(total);
    var ints: i64 = 0;
    var int_path = true;
    var floats: Three = .{};
    var float_path = true;
    var floats_used = false;
    while (true) {
        const a = try iter.step(p_it) orelse 0;
        defer rc.releaseMaybe(a);
        const b = try iter.step(q_it) orelse 0;
        defer rc.releaseMaybe(b);
        if ((a == 0) != (b == 0)) return container.fail(.ValueError, "Inputs are not the same length", .{});
        const finished = a == 0;
        if (int_path) {
            if (!finished and object.isSmall(a) and object.isSmall(b)) {
                const product = @mulWithOverflow(object.smallValue(a), object.smallValue(b));
                const sum = @addWithOverflow(ints, product[0]);
                if (product[1] == 0 and sum[1] == 0) {
                    ints = sum[0];
                    continue;
                }
            }
            int_path = false;
            if (ints != 0) try addTerm(&total, int.fromI64(ints));
        }
        if (float_path) {
            if (!finished) {
                if (floatPair(a, b)) |pair| {
                    const next = floats.plus(pair[0], pair[1]);
                    if (isFinite(next.hi)) {
                        floats = next;
                        floats_used = true;
                        continue;
                    }
                }
            }
            float_path = false;
            if (floats_used) try addTerm(&total, float.new(floats.value()));
        }
        if (finished) return total;
        try addTerm(&total, try container.check(ops.mul(a, b)));
    }
}

/// The Euclidean norm of absolute values whose largest is `max`.
fn norm(values: []f64, max: f64, found_nan: bool) f64 {
    if (isInf(max)) return max;
    if (found_nan) return std.math.nan(f64);
    if (max == 0 or values.len <= 1) return max;
    const exponent = std.math.frexp(max).exponent;
    if (exponent < -1023) {
        const least = std.math.floatMin(f64);
        for (values) |*v| v.* /= least;
        return least * norm(values, max / least, found_nan);
    }
    const factor = math.scale(1.0, -exponent);
    var csum: f64 = 1.0;
    var frac1: f64 = 0;
    var frac2: f64 = 0;
    for (values) |v| {
        const x = v * factor;
        const pr = twoProduct(x, x);
        const sm = fastSum(csum, pr.hi);
        csum = sm.hi;
        frac1 += pr.lo;
        frac2 += sm.lo;
    }
    var h = @sqrt(csum - 1.0 + (frac1 + frac2));
    const pr = twoProduct(-h, h);
    const sm = fastSum(csum, pr.hi);
    csum = sm.hi;
    frac1 += pr.lo;
    frac2 += sm.lo;
    const x = csum - 1.0 + (frac1 + frac2);
    h += x / (2.0 * h);
    return h / factor;
}

pub fn hypot(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var v: Floats = .{};
    defer v.deinit();
    var max: f64 = 0;
    var found_nan = false;
    for (args[0..nargs]) |item| {
        const x = @abs(float.asF64(item) orelse return 0);
        v.push(x);
        found_nan = found_nan or isNan(x);
        if (x > max) max = x;
    }
    return float.new(norm(v.items(), max, found_nan));
}

pub fn dist(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = if (tuple.isTuple(args[0])) rc.retain(args[0]) else tuple.fromIterable(args[0]);
    if (p == 0) return 0;
    defer rc.release(p);
    const q = if (tuple.isTuple(args[1])) rc.retain(args[1]) else tuple.fromIterable(args[1]);
    if (q == 0) return 0;
    defer rc.release(q);
    if (tuple.len(p) != tuple.len(q)) {
        return err.raise(.ValueError, "both points must have the same number of dimensions", .{});
    }
    var v: Floats = .{};
    defer v.deinit();
    var max: f64 = 0;
    var found_nan = false;
    for (tuple.items(p), tuple.items(q)) |a, b| {
        const from = float.asF64(a) orelse return 0;
        const x = @abs(from - (float.asF64(b) orelse return 0));
        v.push(x);
        found_nan = found_nan or isNan(x);
        if (x > max) max = x;
    }
    return float.new(norm(v.items(), max, found_nan));
}

const isclose_sig: args_.Signature = .{
    .name = "isclose",
    .params = &.{ "a", "b", "rel_tol", "abs_tol" },
    .positional = 2,
    .required = 2,
};
pub fn isclose(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [4]Word = undefined;
    if (!args_.bind(isclose_sig, args, nargs, kwnames, &given)) return 0;
    const a = float.asF64(given[0]) orelse return 0;
    const b = float.asF64(given[1]) orelse return 0;
    const rel = if (given[2] == 0) 1e-9 else float.asF64(given[2]) orelse return 0;
    const abs = if (given[3] == 0) 0.0 else float.asF64(given[3]) orelse return 0;
    if (rel < 0 or abs < 0) return err.raise(.ValueError, "tolerances must be non-negative", .{});
    if (a == b) return singletons.trueWord();
    if (isInf(a) or isInf(b)) return singletons.falseWord();
    const diff = @abs(b - a);
    return singletons.boolWord(diff <= @abs(rel * b) or diff <= @abs(rel * a) or diff <= abs);
}
