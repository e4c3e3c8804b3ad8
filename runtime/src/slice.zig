//! slice objects.
//!
//! Invariant: the three parts are always words (None where not given); a slice compares as the tuple of its parts.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const args_ = @import("args.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const tuple = @import("tuple.zig");
const container = @import("container.zig");
const Word = object.Word;
const Slice = object.Slice;
const Raised = container.Raised;

pub var slice_type: types.Type = .{
    .h = types.static_header,
    .c_name = "slice",
    .shape = @intFromEnum(object.ShapeId.slice),
    .fixed_size = @sizeOf(Slice),
    .flags = .{ .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .new = new,
    },
};

comptime {
    @export(&slice_type, .{ .name = "pyrt_type_slice" });
}

pub const methods = .{
    .{ "indices", m_slice_indices, 1, 1 },
    .{ "start", m_slice_start, 0, 0, .member },
    .{ "stop", m_slice_stop, 0, 0, .member },
    .{ "step", m_slice_step, 0, 0, .member },
};

inline fn of(w: Word) *Slice {
    return object.ptr(Slice, w);
}

/// A slice of borrowed parts.
pub fn make(start: Word, stop: Word, step: Word) Word {
    const s = alloc.object(Slice, .slice, 0);
    s.start = rc.retain(start);
    s.stop = rc.retain(stop);
    s.step = rc.retain(step);
    return object.word(s);
}

fn dealloc(w: Word) callconv(.c) void {
    rc.release(of(w).start);
    rc.release(of(w).stop);
    rc.release(of(w).step);
    alloc.free(object.header(w));
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(of(w).start, context);
    visit(of(w).stop, context);
    visit(of(w).step, context);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = class;
    if (!args_.noKeywords("slice", kwnames) or !args_.checkCount("slice", nargs, 1, 3)) return 0;
    const none = singletons.noneWord();
    if (nargs == 1) return make(none, args[0], none);
    return make(args[0], args[1], if (nargs > 2) args[2] else none);
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprImpl(w));
}
fn reprImpl(w: Word) Raised!Word {
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append("slice(");
    try container.appendRepr(&b, of(w).start);
    b.append(", ");
    try container.appendRepr(&b, of(w).stop);
    b.append(", ");
    try container.appendRepr(&b, of(w).step);
    b.append(")");
    return b.finish();
}

fn hash(w: Word) callconv(.c) i64 {
    const s = of(w);
    var acc: u64 = 2870177450012600261;
    for ([_]Word{ s.start, s.stop, s.step }) |part| {
        const lane = container.hash(part) catch return -1;
        acc +%= lane *% 14029467366897019727;
        acc = std.math.rotl(u64, acc, 31);
        acc *%= 11400714785074694791;
    }
    return if (acc == std.math.maxInt(u64)) 1546275796 else @bitCast(acc);
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (!object.isExact(a, .slice) or !object.isExact(b, .slice)) return singletons.notImplementedWord();
    if (a == b) return singletons.boolWord(container.compareLengths(0, 0, op));
    const x = tuple.fromSlice(&.{ of(a).start, of(a).stop, of(a).step });
    defer rc.release(x);
    const y = tuple.fromSlice(&.{ of(b).start, of(b).stop, of(b).step });
    defer rc.release(y);
    return ops.compare(x, y, op);
}

/// Start, stop and step applied to a length, as ints of any size, all owned.
pub const Indices = struct {
    start: Word,
    stop: Word,
    step: Word,
    pub fn drop(self: Indices) void {
        rc.release(self.start);
        rc.release(self.stop);
        rc.release(self.step);
    }
};

fn indexPart(w: Word) Raised!Word {
    if (!container.isIndex(w)) {
        return container.fail(.TypeError, "slice indices must be integers or None or have an __index__ method", .{});
    }
    return container.indexWord(w);
}

/// `slice.indices(length)`; the length is an int ≥ 0.
pub fn indices(w: Word, length: Word) Raised!Indices {
    const zero = object.makeSmall(0);
    const none = singletons.noneWord();
    const s = of(w);
    const step = if (s.step == none) object.makeSmall(1) else try indexPart(s.step);
    errdefer rc.release(step);
    const sign = int.sign(step);
    if (sign == 0) return container.fail(.ValueError, "slice step cannot be zero", .{});
    const lower = object.makeSmall(if (sign < 0) -1 else 0);
    const upper = if (sign < 0) int.sub(length, object.makeSmall(1)) else rc.retain(length);
    defer rc.release(upper);
    var bounds: [2]Word = undefined;
    var done: usize = 0;
    errdefer for (bounds[0..done]) |b| rc.release(b);
    for ([_]Word{ s.start, s.stop }, 0..) |given, i| {
        if (given == none) {
            bounds[i] = rc.retain(if ((sign < 0) == (i == 0)) upper else lower);
        } else {
            var v = try indexPart(given);
            if (int.order(v, zero) == .lt) {
                const shifted = int.add(v, length);
                rc.release(v);
                v = shifted;
                if (int.order(v, lower) == .lt) {
                    rc.release(v);
                    v = lower;
                }
            } else if (int.order(v, upper) == .gt) {
                rc.release(v);
                v = rc.retain(upper);
            }
            bounds[i] = v;
        }
        done += 1;
    }
    return .{ .start = bounds[0], .stop = bounds[1], .step = step };
}

pub fn m_slice_indices(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.wordOf(indicesTuple(self, args[0]));
}
fn indicesTuple(self: Word, length: Word) Raised!Word {
    const n = try container.indexWord(length);
    defer rc.release(n);
    if (int.sign(n) < 0) return container.fail(.ValueError, "length should not be negative", .{});
    const i = try indices(self, n);
    return tuple.fromOwned(&.{ i.start, i.stop, i.step });
}

pub fn m_slice_start(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return rc.retain(of(self).start);
}
pub fn m_slice_stop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return rc.retain(of(self).stop);
}
pub fn m_slice_step(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return rc.retain(of(self).step);
}

pub export fn pyrt_slice_new(start: Word, stop: Word, step: Word) callconv(.c) Word {
    return make(start, stop, step);
}
