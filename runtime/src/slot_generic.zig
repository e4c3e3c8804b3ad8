//! The slot functions of heap classes: each calls the Python special method that its name stands for.
//!
//! Invariant: a special method is looked up on the class, never on the instance, and anew at each call.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const state = @import("state.zig");
const call_ = @import("call.zig");
const lookup = @import("lookup.zig");
const names = @import("names.zig");
const attr = @import("attr.zig");
const ops = @import("ops.zig");
const slot_defs = @import("slot_defs.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

inline fn find(self: Word, name: names.Name) Word {
    return lookup.lookup(types.typeOf(self), names.at(name));
}

/// Calls the special method; AttributeError if it is missing (only its sibling in the slot is defined).
fn invoke(self: Word, name: names.Name, args: []const Word) Word {
    const f = find(self, name);
    if (f == 0) return err.raise(.AttributeError, "{s}", .{names.textOf(name)});
    return call_.special(self, f, args);
}

pub fn unary(comptime name: names.Name) types.UnaryFn {
    return struct {
        fn run(self: Word) callconv(.c) Word {
            const f = find(self, name);
            if (f == 0) return err.noAttribute(self, names.at(name));
            if (name == .__iter__ and singletons.isNone(f)) {
                return err.raise(.TypeError, "'{s}' object is not iterable", .{types.nameOfValue(self)});
            }
            return call_.special(self, f, &.{});
        }
    }.run;
}

/// The generic functions of the binary slots, in the order of `BinaryOp`.
pub const binary: [13]types.BinaryFn = blk: {
    var out: [13]types.BinaryFn = undefined;
    for (0..13) |i| out[i] = binaryFor(@enumFromInt(i));
    break :blk out;
};
pub const inplace: [13]types.BinaryFn = blk: {
    var out: [13]types.BinaryFn = undefined;
    for (0..13) |i| out[i] = inplaceFor(@enumFromInt(i));
    break :blk out;
};

fn binaryFor(comptime op: types.BinaryOp) types.BinaryFn {
    return struct {
        fn run(left: Word, right: Word) callconv(.c) Word {
            return binarySlot(op, &run, left, right);
        }
    }.run;
}

pub fn divmod(left: Word, right: Word) callconv(.c) Word {
    const lt = types.typeOf(left);
    const rt = types.typeOf(right);
    const of_right = lt != rt and rt.slots.divmod == &divmod;
    return dispatch(.{ .__divmod__, .__rdivmod__ }, lt.slots.divmod == &divmod, of_right, left, right);
}

fn binarySlot(op: types.BinaryOp, this: types.BinaryFn, left: Word, right: Word) Word {
    const i = @intFromEnum(op);
    const lt = types.typeOf(left);
    const rt = types.typeOf(right);
    const both: [2]names.Name = .{ slot_defs.binaryName(op, 0), slot_defs.binaryName(op, 1) };
    return dispatch(both, lt.slots.binary[i] == this, lt != rt and rt.slots.binary[i] == this, left, right);
}

/// Asks the Python methods of a binary operator: `of_left`, `of_right` say whose slot is the generic one.
fn dispatch(method: [2]names.Name, of_left: bool, of_right: bool, left: Word, right: Word) Word {
    const lt = types.typeOf(left);
    const rt = types.typeOf(right);
    const reflected = method[1];
    var do_right = of_right;
    if (of_left) {
        if (do_right and types.isSubtype(rt, lt)) {
            const own = lookup.lookup(rt, names.at(reflected));
            if (own != 0 and own != lookup.lookup(lt, names.at(reflected))) {
                const result = call_.special(right, own, &.{left});
                if (!singletons.isNotImplemented(result)) return result;
                do_right = false;
            }
        }
        const f = lookup.lookup(lt, names.at(method[0]));
        if (f != 0) {
            const result = call_.special(left, f, &.{right});
            if (!singletons.isNotImplemented(result) or lt == rt) return result;
        }
    }
    if (do_right) {
        const f = lookup.lookup(rt, names.at(reflected));
        if (f != 0) return call_.special(right, f, &.{left});
    }
    return singletons.notImplementedWord();
}

fn inplaceFor(comptime op: types.BinaryOp) types.BinaryFn {
    return struct {
        fn run(left: Word, right: Word) callconv(.c) Word {
            const f = find(left, slot_defs.binaryName(op, 2));
            if (f == 0) return singletons.notImplementedWord();
            const result = call_.special(left, f, &.{right});
            if (!singletons.isNotImplemented(result)) rc.release(left);
            return result;
        }
    }.run;
}

pub fn pow3(a: Word, b: Word, m: Word) callconv(.c) Word {
    if (singletons.isNone(m)) return ops.binary(.pow, a, b);
    const f = find(a, .__pow__);
    if (f == 0) return singletons.notImplementedWord();
    return call_.special(a, f, &.{ b, m });
}

pub fn compare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    const f = find(left, slot_defs.compareName(op));
    if (f == 0) return singletons.notImplementedWord();
    return call_.special(left, f, &.{right});
}

pub fn hash(self: Word) callconv(.c) i64 {
    const result = invoke(self, .__hash__, &.{});
    if (result == 0) return -1;
    defer rc.release(result);
    if (!ops.isInt(result)) {
        return err.fail(.TypeError, "__hash__ method should return an integer", .{});
    }
    // A machine-size value is the hash itself; a larger one is hashed as the int that it is.
    if (ops.exactI64(result)) |v| return if (v == -1) -2 else v;
    return ops.hash(result);
}

/// `__hash__ = None`.
pub fn unhashable(self: Word) callconv(.c) i64 {
    return err.fail(.TypeError, "unhashable type: '{s}'", .{types.nameOfValue(self)});
}

pub fn call(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const f = find(self, .__call__);
    if (f == 0) return err.raise(.TypeError, "'{s}' object is not callable", .{types.nameOfValue(self)});
    return call_.specialKw(self, f, args, nargs, kwnames);
}

pub fn getattro(self: Word, name: Word) callconv(.c) Word {
    const hook = find(self, .__getattr__);
    const own = find(self, .__getattribute__);
    const result = if (own == 0) attr.generic(self, name) else call_.special(self, own, &.{name});
    if (result != 0 or hook == 0 or !err.matches(.AttributeError)) return result;
    err.clear();
    return call_.special(self, hook, &.{name});
}

pub fn setattro(self: Word, name: Word, value: Word) callconv(.c) i32 {
    const result = if (value == 0)
        invoke(self, .__delattr__, &.{name})
    else
        invoke(self, .__setattr__, &.{ name, value });
    return status(result);
}

fn status(result: Word) i32 {
    if (result == 0) return -1;
    rc.release(result);
    return 0;
}

pub fn next(self: Word) callconv(.c) Word {
    const result = invoke(self, .__next__, &.{});
    if (result != 0) return result;
    if (err.matches(.StopIteration)) {
        // `yield from` wants the value; any other consumer ignores it.
        const e = object.ptr(object.Exception, err.take());
        const thread = state.current();
        const old = thread.generator_value;
        const value = e.fields[0];
        thread.generator_value = if (value == 0 or singletons.isNone(value)) 0 else rc.retain(value);
        rc.releaseMaybe(old);
        rc.release(object.word(e));
    }
    return 0;
}

pub fn boolean(self: Word) callconv(.c) i32 {
    const result = invoke(self, .__bool__, &.{});
    if (result == 0) return -1;
    defer rc.release(result);
    if (!object.isExact(result, .bool_)) {
        return err.fail(.TypeError, "__bool__ should return bool, returned {s}", .{types.nameOfValue(result)});
    }
    return @intFromBool(result == singletons.trueWord());
}

pub fn length(self: Word) callconv(.c) i64 {
    const result = invoke(self, .__len__, &.{});
    if (result == 0) return -1;
    defer rc.release(result);
    const n = ops.index(result);
    if (n == 0) return -1;
    defer rc.release(n);
    const v = ops.exactI64(n) orelse {
        if (ops.isNegative(n)) return err.fail(.ValueError, "__len__() should return >= 0", .{});
        return err.fail(.OverflowError, "cannot fit '{s}' into an index-sized integer", .{types.nameOfValue(result)});
    };
    if (v < 0) return err.fail(.ValueError, "__len__() should return >= 0", .{});
    return v;
}

pub fn getitem(self: Word, key: Word) callconv(.c) Word {
    return invoke(self, .__getitem__, &.{key});
}

pub fn setitem(self: Word, key: Word, value: Word) callconv(.c) i32 {
    const name: names.Name = if (value == 0) .__delitem__ else .__setitem__;
    const f = find(self, name);
    if (f == 0) return err.fail(.AttributeError, "{s}", .{names.textOf(name)});
    return status(if (value == 0) call_.special(self, f, &.{key}) else call_.special(self, f, &.{ key, value }));
}

pub fn contains(self: Word, item: Word) callconv(.c) i32 {
    const f = find(self, .__contains__);
    if (f == 0 or singletons.isNone(f)) {
        return err.fail(.TypeError, "'{s}' object is not a container", .{types.nameOfValue(self)});
    }
    const result = call_.special(self, f, &.{item});
    if (result == 0) return -1;
    defer rc.release(result);
    return ops.truth(result);
}

pub fn descrGet(self: Word, instance: Word, class: Word) callconv(.c) Word {
    const f = find(self, .__get__);
    if (f == 0) return rc.retain(self);
    const i = if (instance == 0) singletons.noneWord() else instance;
    const c = if (class == 0) singletons.noneWord() else class;
    return call_.special(self, f, &.{ i, c });
}

pub fn descrSet(self: Word, instance: Word, value: Word) callconv(.c) i32 {
    const name: names.Name = if (value == 0) .__delete__ else .__set__;
    const f = find(self, name);
    if (f == 0) return err.fail(.AttributeError, "{s}", .{names.textOf(name)});
    return status(if (value == 0) call_.special(self, f, &.{instance}) else call_.special(self, f, &.{ instance, value }));
}

pub fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const f = attr.get(class, names.of(.__new__));
    if (f == 0) return 0;
    defer rc.release(f);
    return call_.prepended(f, class, args, nargs, kwnames);
}

pub fn init(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    const f = find(self, .__init__);
    if (f == 0) return err.fail(.AttributeError, "__init__", .{});
    const result = call_.specialKw(self, f, args, nargs, kwnames);
    if (result == 0) return -1;
    defer rc.release(result);
    if (singletons.isNone(result)) return 0;
    return err.fail(.TypeError, "__init__() should return None, not '{s}'", .{types.nameOfValue(result)});
}

/// `__del__`: its exceptions are reported, never raised; the pending exception survives.
pub fn finalize(self: Word) callconv(.c) void {
    const f = find(self, .__del__);
    if (f == 0) return;
    const thread = state.current();
    const saved = thread.pending;
    thread.pending = 0;
    _ = rc.retain(f);
    const result = call_.special(self, f, &.{});
    if (result == 0) err.writeUnraisable(f) else rc.release(result);
    rc.release(f);
    thread.pending = saved;
}
