//! `_operator`: the operators as functions; the getters have a file of their own.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const ops = @import("../ops.zig");
const call = @import("../call.zig");
const iter = @import("../iter.zig");
const args_ = @import("../args.zig");
const bytes_like = @import("../bytes_like.zig");
const lookup = @import("../lookup.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const getters = @import("operator_getters.zig");
const Word = object.Word;
const Raised = container.Raised;
const BinaryOp = types.BinaryOp;

pub const name = "_operator";
pub const doc = "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic " ++
    "operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.";

fn Binary(comptime op: BinaryOp) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return ops.binary(op, args[0], args[1]);
        }
    };
}
fn Inplace(comptime op: BinaryOp) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return ops.inplace(op, rc.retain(args[0]), args[1]);
        }
    };
}
fn Compare(comptime op: types.CompareOp) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return ops.compare(args[0], args[1], op);
        }
    };
}
fn Unary(comptime function: fn (Word) Word) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return function(args[0]);
        }
    };
}

fn boolOf(tri: i32) Word {
    return if (tri < 0) 0 else singletons.boolWord(tri != 0);
}
fn truth(w: Word) Word {
    return boolOf(ops.truth(w));
}
fn not(w: Word) Word {
    const t = ops.truth(w);
    return if (t < 0) 0 else singletons.boolWord(t == 0);
}
fn is(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(@import("../ops_compare.zig").isSame(args[0], args[1]));
}
fn isNot(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(!@import("../ops_compare.zig").isSame(args[0], args[1]));
}
fn contains(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return boolOf(ops.contains(args[0], args[1]));
}
fn getitem(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return ops.getitem(args[0], args[1]);
}
fn setitem(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (ops.setitem(args[0], args[1], args[2]) < 0) 0 else singletons.noneWord();
}
fn delitem(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (ops.delitem(args[0], args[1]) < 0) 0 else singletons.noneWord();
}

/// What CPython calls a sequence: it can be concatenated.
fn isSequence(w: Word) bool {
    if (object.isSmall(w)) return false;
    const t = types.typeOf(w);
    return t.slots.getitem != null and !t.flags.dict_subclass;
}
fn concatenable(a: Word, b: Word) bool {
    if (isSequence(a)) {
        const t = types.typeOf(a);
        if (!t.flags.heap or isSequence(b)) return true;
    }
    _ = err.raise(.TypeError, "'{t}' object can't be concatenated", .{a});
    return false;
}
fn concat(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!concatenable(args[0], args[1])) return 0;
    return ops.binary(.add, args[0], args[1]);
}
fn iconcat(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!concatenable(args[0], args[1])) return 0;
    return ops.inplace(.add, rc.retain(args[0]), args[1]);
}

fn notIterable(w: Word) bool {
    if (!err.matches(.TypeError) or iter.isIterable(w)) return false;
    err.clear();
    _ = err.raise(.TypeError, "argument of type '{t}' is not iterable", .{w});
    return true;
}
fn countOf(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(search(args[0], args[1], true));
}
fn indexOf(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(search(args[0], args[1], false));
}
fn search(source: Word, wanted: Word, all: bool) Raised!Word {
    const it = iter.iter(source);
    if (it == 0) {
        _ = notIterable(source);
        return error.Raised;
    }
    defer rc.release(it);
    var n: i64 = 0;
    var i: i64 = 0;
    while (try iter.step(it)) |value| : (i += 1) {
        defer rc.release(value);
        if (!try container.equal(value, wanted)) continue;
        if (!all) return int.fromI64(i);
        n += 1;
    }
    if (all) return int.fromI64(n);
    return container.fail(.ValueError, "sequence.index(x): x not in sequence", .{});
}

fn lengthHint(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return container.wordOf(hintOf(args[0], if (nargs > 1) args[1] else object.makeSmall(0)));
}
fn hintOf(w: Word, default: Word) Raised!Word {
    if (!container.isIndex(default)) return container.fail(.TypeError, "'{t}' object cannot be interpreted as an integer", .{default});
    const fallback = int.toSsize(default) orelse return error.Raised;
    const t = types.typeOf(w);
    if (t.slots.length) |length| {
        const n = length(w);
        if (n >= 0) return int.fromI64(n);
        if (!err.clearIf(.TypeError)) return error.Raised;
    }
    const method = lookup.special(w, .__length_hint__);
    if (method == 0) return int.fromI64(fallback);
    const answer = call.special(w, method, &.{});
    if (answer == 0) return if (err.clearIf(.TypeError)) int.fromI64(fallback) else error.Raised;
    defer rc.release(answer);
    if (singletons.isNotImplemented(answer)) return int.fromI64(fallback);
    if (!int.isInt(answer)) return container.fail(.TypeError, "__length_hint__ must be an integer, not {t}", .{answer});
    const n = int.toSsize(answer) orelse return error.Raised;
    if (n < 0) return container.fail(.ValueError, "__length_hint__() should return >= 0", .{});
    return int.fromI64(n);
}

fn callFunction(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.checkCount("call", nargs, 1, -1)) return 0;
    return call.callKw(args[0], args + 1, nargs - 1, kwnames);
}

/// Time depends on the lengths only.
fn compareDigest(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var views: [2][]const u8 = undefined;
    if (str.isStr(args[0]) and str.isStr(args[1])) {
        for (&views, args[0..2]) |*v, w| {
            if (!object.ptr(object.Str, w).isAscii()) {
                return err.raise(.TypeError, "comparing strings with non-ASCII characters is not supported", .{});
            }
            v.* = str.slice(w);
        }
    } else {
        for (&views, args[0..2]) |*v, w| v.* = bytes_like.require(w) orelse return 0;
    }
    const a, const b = views;
    var difference: u8 = @intFromBool(a.len != b.len);
    const left = if (a.len == b.len) a else b;
    for (left, b) |x, y| {
        difference |= x ^ y;
        std.mem.doNotOptimizeAway(difference);
    }
    return singletons.boolWord(difference == 0);
}

fn pow(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return ops.binary(.pow, args[0], args[1]);
}
fn index(w: Word) Word {
    return int.asIndex(w);
}

pub const functions = .{
    .{ "truth", Unary(truth).f, 1, 1 },
    .{ "contains", contains, 2, 2 },
    .{ "indexOf", indexOf, 2, 2 },
    .{ "countOf", countOf, 2, 2 },
    .{ "is_", is, 2, 2 },
    .{ "is_not", isNot, 2, 2 },
    .{ "index", Unary(index).f, 1, 1 },
    .{ "add", Binary(.add).f, 2, 2 },
    .{ "sub", Binary(.sub).f, 2, 2 },
    .{ "mul", Binary(.mul).f, 2, 2 },
    .{ "matmul", Binary(.matmul).f, 2, 2 },
    .{ "floordiv", Binary(.floordiv).f, 2, 2 },
    .{ "truediv", Binary(.truediv).f, 2, 2 },
    .{ "mod", Binary(.mod).f, 2, 2 },
    .{ "neg", Unary(ops.neg).f, 1, 1 },
    .{ "pos", Unary(ops.pos).f, 1, 1 },
    .{ "abs", Unary(ops.abs).f, 1, 1 },
    .{ "inv", Unary(ops.invert).f, 1, 1 },
    .{ "invert", Unary(ops.invert).f, 1, 1 },
    .{ "lshift", Binary(.lshift).f, 2, 2 },
    .{ "rshift", Binary(.rshift).f, 2, 2 },
    .{ "not_", Unary(not).f, 1, 1 },
    .{ "and_", Binary(.and_).f, 2, 2 },
    .{ "xor", Binary(.xor).f, 2, 2 },
    .{ "or_", Binary(.or_).f, 2, 2 },
    .{ "iadd", Inplace(.add).f, 2, 2 },
    .{ "isub", Inplace(.sub).f, 2, 2 },
    .{ "imul", Inplace(.mul).f, 2, 2 },
    .{ "imatmul", Inplace(.matmul).f, 2, 2 },
    .{ "ifloordiv", Inplace(.floordiv).f, 2, 2 },
    .{ "itruediv", Inplace(.truediv).f, 2, 2 },
    .{ "imod", Inplace(.mod).f, 2, 2 },
    .{ "ilshift", Inplace(.lshift).f, 2, 2 },
    .{ "irshift", Inplace(.rshift).f, 2, 2 },
    .{ "iand", Inplace(.and_).f, 2, 2 },
    .{ "ixor", Inplace(.xor).f, 2, 2 },
    .{ "ior", Inplace(.or_).f, 2, 2 },
    .{ "concat", concat, 2, 2 },
    .{ "iconcat", iconcat, 2, 2 },
    .{ "getitem", getitem, 2, 2 },
    .{ "setitem", setitem, 3, 3 },
    .{ "delitem", delitem, 2, 2 },
    .{ "pow", pow, 2, 2 },
    .{ "ipow", Inplace(.pow).f, 2, 2 },
    .{ "eq", Compare(.eq).f, 2, 2 },
    .{ "ne", Compare(.ne).f, 2, 2 },
    .{ "lt", Compare(.lt).f, 2, 2 },
    .{ "le", Compare(.le).f, 2, 2 },
    .{ "gt", Compare(.gt).f, 2, 2 },
    .{ "ge", Compare(.ge).f, 2, 2 },
    .{ "_compare_digest", compareDigest, 2, 2 },
    .{ "length_hint", lengthHint, 1, 2 },
    .{ "call", callFunction, 0, -1, .keywords },
};
pub const classes = .{
    .{ "attrgetter", &getters.attrgetter_type, getters.methods },
    .{ "itemgetter", &getters.itemgetter_type, getters.methods },
    .{ "methodcaller", &getters.methodcaller_type, getters.methods },
};
