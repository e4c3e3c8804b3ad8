//! `itertools.count`, `cycle`, `repeat`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const args_ = @import("../args.zig");
const text = @import("../text.zig");
const instance = @import("../instance.zig");
const native = @import("native.zig");
const itertools = @import("itertools.zig");
const Word = object.Word;

// count -------------------------------------------------------------------------------------------------------------

const Count = extern struct { h: object.Header, next: Word, step: Word };
pub var count_type = blk: {
    var t = itertools.class(Count, "itertools.count", &.{ "next", "step" }, countNext, countNew);
    t.slots.repr = countRepr;
    break :blk t;
};
const count_sig: args_.Signature = .{ .name = "count", .params = &.{ "start", "step" }, .positional = 2, .required = 0 };

fn isNumber(w: Word) bool {
    if (int.valueOf(w) != 0) return true;
    const slots = &types.typeOf(w).slots;
    return slots.index != null or slots.int != null or slots.float != null or object.isExact(w, .complex);
}
fn countNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(count_sig, args, nargs, kwnames, &given)) return 0;
    for (given) |w| {
        if (w != 0 and !isNumber(w)) return err.raise(.TypeError, "a number is required", .{});
    }
    const c = instance.allocate(Count, class);
    c.next = if (given[0] == 0) object.makeSmall(0) else rc.retain(given[0]);
    c.step = if (given[1] == 0) object.makeSmall(1) else rc.retain(given[1]);
    return object.word(c);
}
fn countNext(w: Word) callconv(.c) Word {
    const c = object.ptr(Count, w);
    const current = c.next;
    const following = if (object.isSmall(current) and object.isSmall(c.step)) int.add(current, c.step) else ops.add(current, c.step);
    if (following == 0) return 0;
    c.next = following;
    return current;
}
fn countRepr(w: Word) callconv(.c) Word {
    const c = object.ptr(Count, w);
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(types.nameOfClass(types.typeOf(w)));
    b.append("(");
    if (!b.appendRepr(c.next)) return 0;
    const by_one = int.isInt(c.step) and int.valueOf(c.step) == object.makeSmall(1);
    if (!by_one) {
        b.append(", ");
        if (!b.appendRepr(c.step)) return 0;
    }
    b.append(")");
    return b.toWord();
}

// cycle -------------------------------------------------------------------------------------------------------------

/// `source` is 0 once it has ended; then `saved` is walked again and again.
const Cycle = extern struct { h: object.Header, source: Word, saved: Word, at: u64 };
pub var cycle_type = itertools.class(Cycle, "itertools.cycle", &.{ "source", "saved" }, cycleNext, cycleNew);

fn cycleNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!native.refuseKeywords(class, &cycle_type, "cycle", kwnames) or !args_.checkCount("cycle", nargs, 1, 1)) return 0;
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    const saved = list.new(0);
    const c = instance.allocate(Cycle, class);
    c.source = it;
    c.saved = saved;
    c.at = 0;
    return object.word(c);
}
fn cycleNext(w: Word) callconv(.c) Word {
    const c = object.ptr(Cycle, w);
    if (c.source != 0) {
        const value = iter.next(c.source);
        if (value != 0) {
            list.append(c.saved, value);
            return value;
        }
        if (err.pending()) return 0;
        itertools.drop(&c.source);
    }
    const n = list.len(c.saved);
    if (n == 0) return 0;
    const value = list.get(c.saved, @intCast(c.at));
    c.at = if (c.at + 1 == n) 0 else c.at + 1;
    return value;
}

// repeat ------------------------------------------------------------------------------------------------------------

/// `left` is −1 for ever.
const Repeat = extern struct { h: object.Header, value: Word, left: i64 };
pub var repeat_type = blk: {
    var t = itertools.class(Repeat, "itertools.repeat", &.{"value"}, repeatNext, repeatNew);
    t.slots.repr = repeatRepr;
    break :blk t;
};
pub const repeat_methods = .{.{ "__length_hint__", repeatHint, 0, 0 }};
const repeat_sig: args_.Signature = .{ .name = "repeat", .params = &.{ "object", "times" }, .positional = 2, .required = 1 };

fn repeatNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(repeat_sig, args, nargs, kwnames, &given)) return 0;
    const left = if (given[1] == 0) @as(i64, -1) else @max(0, int.toSsize(given[1]) orelse return 0);
    const r = instance.allocate(Repeat, class);
    r.value = rc.retain(given[0]);
    r.left = left;
    return object.word(r);
}
fn repeatNext(w: Word) callconv(.c) Word {
    const r = object.ptr(Repeat, w);
    if (r.left == 0) return 0;
    if (r.left > 0) r.left -= 1;
    return rc.retain(r.value);
}
fn repeatHint(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = object.ptr(Repeat, w);
    if (r.left < 0) return err.raise(.TypeError, "len() of unsized object", .{});
    return int.fromI64(r.left);
}
fn repeatRepr(w: Word) callconv(.c) Word {
    const r = object.ptr(Repeat, w);
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(types.nameOfClass(types.typeOf(w)));
    b.append("(");
    if (!b.appendRepr(r.value)) return 0;
    if (r.left >= 0) {
        b.append(", ");
        b.appendInt(r.left);
    }
    b.append(")");
    return b.toWord();
}
