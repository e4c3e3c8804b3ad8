//! Weak proxies: every operation goes to the object that they stand for.
//!
//! Invariant: during an operation the object is held; afterwards the proxy keeps it no longer than before.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const ops = @import("../ops.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const iter = @import("../iter.zig");
const int = @import("../int.zig");
const text = @import("../text.zig");
const repr_ = @import("../repr.zig");
const lookup = @import("../lookup.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const weakrefs = @import("weakrefs.zig");
const weakref = @import("weakref.zig");
const Word = object.Word;
const BinaryOp = types.BinaryOp;

fn proxyClass(comptime c_name: [:0]const u8, comptime callable: bool) types.Type {
    var binary: [13]?types.BinaryFn = undefined;
    var inplace: [13]?types.BinaryFn = undefined;
    for (0..13) |i| {
        binary[i] = Binary(@enumFromInt(i)).f;
        inplace[i] = Inplace(@enumFromInt(i)).f;
    }
    return .{
        .h = types.static_header,
        .c_name = c_name,
        .fixed_size = @sizeOf(weakrefs.Reference),
        .slots = .{
            .dealloc = weakref.dealloc,
            .traverse = weakref.traverse,
            .clear = weakref.clear,
            .repr = repr,
            .str = Unary(repr_.str).f,
            .hash = hash,
            .call = if (callable) callTarget else null,
            .getattro = getattro,
            .setattro = setattro,
            .compare = compare,
            .iter = Unary(iter.iter).f,
            .next = next,
            .boolean = truth,
            .length = length,
            .getitem = getitem,
            .setitem = setitem,
            .contains = contains,
            .binary = binary,
            .inplace = inplace,
            .neg = Unary(ops.neg).f,
            .pos = Unary(ops.pos).f,
            .abs = Unary(ops.abs).f,
            .invert = Unary(ops.invert).f,
            .index = Unary(int.asIndex).f,
            .new = native.refuseNew,
        },
    };
}
pub var proxy_type = proxyClass("weakref.ProxyType", false);
pub var callable_type = proxyClass("weakref.CallableProxyType", true);
pub const methods = .{ .{ "__bytes__", bytes, 0, 0 }, .{ "__reversed__", reversed, 0, 0 } };

pub fn isProxy(w: Word) bool {
    if (object.isSmall(w)) return false;
    const t = types.typeOf(w);
    return t == &proxy_type or t == &callable_type;
}
pub fn proxy(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const target = args[0];
    if (!weakref.requireReferable(target)) return 0;
    const callback = if (nargs < 2 or singletons.isNone(args[1])) 0 else rc.retain(args[1]);
    const head = weakref.basicRef(target);
    const after = weakref.afterBasic(target);
    if (callback == 0 and after != head) return rc.retain(after);
    const t = if (call.isCallable(target)) &callable_type else &proxy_type;
    return weakref.fill(native.create(weakrefs.Reference, t), target, callback, if (callback == 0) head else after);
}

/// The object behind a proxy, owned; any other word as it is, retained. 0: ReferenceError.
fn unwrap(w: Word) Word {
    if (!isProxy(w)) return rc.retain(w);
    const target = weakrefs.of(w).target;
    if (target == 0 or object.header(target).rc < object.rc_one) {
        return err.raise(.ReferenceError, "weakly-referenced object no longer exists", .{});
    }
    return rc.retain(target);
}
fn Unary(comptime function: fn (Word) Word) type {
    return struct {
        fn f(w: Word) callconv(.c) Word {
            const target = unwrap(w);
            if (target == 0) return 0;
            defer rc.release(target);
            return function(target);
        }
    };
}
fn Binary(comptime op: BinaryOp) type {
    return struct {
        fn f(a: Word, b: Word) callconv(.c) Word {
            const x = unwrap(a);
            if (x == 0) return 0;
            defer rc.release(x);
            const y = unwrap(b);
            if (y == 0) return 0;
            defer rc.release(y);
            return ops.binary(op, x, y);
        }
    };
}
fn Inplace(comptime op: BinaryOp) type {
    return struct {
        fn f(a: Word, b: Word) callconv(.c) Word {
            defer rc.release(a);
            const x = unwrap(a);
            if (x == 0) return 0;
            const y = unwrap(b);
            if (y == 0) {
                rc.release(x);
                return 0;
            }
            defer rc.release(y);
            return ops.inplace(op, x, y);
        }
    };
}
fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    const x = unwrap(a);
    if (x == 0) return 0;
    defer rc.release(x);
    const y = unwrap(b);
    if (y == 0) return 0;
    defer rc.release(y);
    return ops.compare(x, y, op);
}
fn getattro(w: Word, name: Word) callconv(.c) Word {
    const target = unwrap(w);
    if (target == 0) return 0;
    defer rc.release(target);
    return attr.get(target, name);
}
fn setattro(w: Word, name: Word, value: Word) callconv(.c) i32 {
    const target = unwrap(w);
    if (target == 0) return -1;
    defer rc.release(target);
    return attr.set(target, name, value);
}
fn getitem(w: Word, key: Word) callconv(.c) Word {
    const target = unwrap(w);
    if (target == 0) return 0;
    defer rc.release(target);
    return ops.getitem(target, key);
}
fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    const target = unwrap(w);
    if (target == 0) return -1;
    defer rc.release(target);
    return if (value == 0) ops.delitem(target, key) else ops.setitem(target, key, value);
}
fn contains(w: Word, item: Word) callconv(.c) i32 {
    const target = unwrap(w);
    if (target == 0) return -1;
    defer rc.release(target);
    return ops.contains(target, item);
}
fn length(w: Word) callconv(.c) i64 {
    const target = unwrap(w);
    if (target == 0) return -1;
    defer rc.release(target);
    return ops.len(target);
}
fn truth(w: Word) callconv(.c) i32 {
    const target = unwrap(w);
    if (target == 0) return -1;
    defer rc.release(target);
    return ops.truth(target);
}
fn next(w: Word) callconv(.c) Word {
    const target = unwrap(w);
    if (target == 0) return 0;
    defer rc.release(target);
    if (types.typeOf(target).slots.next == null) {
        return err.raise(.TypeError, "Weakref proxy referenced a non-iterator '{t}' object", .{target});
    }
    return iter.next(target);
}
fn callTarget(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const target = unwrap(w);
    if (target == 0) return 0;
    defer rc.release(target);
    return call.callKw(target, args, nargs, kwnames);
}
fn hash(w: Word) callconv(.c) i64 {
    _ = err.raise(.TypeError, "unhashable type: '{t}'", .{w});
    return -1;
}
fn repr(w: Word) callconv(.c) Word {
    const target = weakrefs.of(w).target;
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("<weakproxy at 0x");
    b.appendUnsigned(w, 16);
    if (target == 0) {
        b.append("; dead>");
        return b.toWord();
    }
    b.append("; to '");
    b.append(types.nameOfValue(target));
    b.append("' at 0x");
    b.appendUnsigned(target, 16);
    b.append(">");
    return b.toWord();
}
fn special(w: Word, comptime name: []const u8) Word {
    const target = unwrap(w);
    if (target == 0) return 0;
    defer rc.release(target);
    return call.method(target, name, &.{});
}
fn bytes(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return special(w, "__bytes__");
}
fn reversed(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return special(w, "__reversed__");
}
