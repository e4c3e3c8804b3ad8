//! Calling a slot as the Python method that it stands for (`int.__add__(1, 2)`, `super().__init__(…)`).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const ops = @import("ops.zig");
const int = @import("int.zig");
const names = @import("names.zig");
const slot_defs = @import("slot_defs.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;
const Def = slot_defs.Def;

fn none(status: i32) Word {
    return if (status < 0) 0 else singletons.noneWord();
}

fn takes(args: usize, n: usize) bool {
    if (args == n) return true;
    const s: []const u8 = if (n == 1) "" else "s";
    _ = err.raise(.TypeError, "expected {d} argument{s}, got {d}", .{ n, s, args });
    return false;
}

/// Wrappers that CPython checks by `PyArg_UnpackTuple` without a name: the message begins with a space.
fn unpacks(args: usize, n: usize, most: usize) bool {
    return args_.checkCount("", args, @intCast(n), @intCast(most));
}

/// Special methods that are methods in CPython, not wrappers of a slot (`METH_COEXIST`): they count as methods do.
pub fn isMethod(def: *const Def, class: *const Type) bool {
    const id: object.ShapeId = @enumFromInt(class.shape);
    return switch (def.name) {
        .__getitem__ => id == .list or id == .dict,
        .__contains__ => id == .dict or id == .set or id == .frozenset,
        else => false,
    };
}

fn takesAsMethod(def: *const Def, class: *const Type, self: Word, args: usize) bool {
    if (args == 1 or !isMethod(def, class)) return takes(args, 1);
    _ = err.raise(.TypeError, "{s}.{s}() takes exactly one argument ({d} given)", .{ types.nameOfValue(self), names.textOf(def.name), args });
    return false;
}

/// `*` of a sequence is its repetition, which wants an index and never says `NotImplemented`.
fn repeats(def: *const Def, class: *const Type) bool {
    return def.op == @intFromEnum(types.BinaryOp.mul) and def.slot != at_divmod and class.slots.length != null and !class.flags.heap;
}

fn repeated(f: types.BinaryFn, self: Word, args: [*]const Word, nargs: usize) Word {
    if (!unpacks(nargs, 1, 1)) return 0;
    const n = int.asIndex(args[0]);
    if (n == 0) return 0;
    defer rc.release(n);
    return f(self, n);
}

/// Calls the slot of `class` (the builtin class that defines it) on `self` with the method's arguments. All borrowed.
pub fn invoke(def: *const Def, class: *const Type, self: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const slots = &class.slots;
    switch (def.wrap) {
        .call, .new, .init => {},
        else => if (args_.keywordNames(kwnames).len > 0) {
            if (isMethod(def, class)) {
                return err.raise(.TypeError, "{s}.{s}() takes no keyword arguments", .{ types.nameOfValue(self), names.textOf(def.name) });
            }
            return err.raise(.TypeError, "wrapper {s}() takes no keyword arguments", .{names.textOf(def.name)});
        },
    }
    const fn_word = slot_defs.slotValue(class, def.slot);
    switch (def.wrap) {
        .unary => {
            if (!takes(nargs, 0)) return 0;
            const f: types.UnaryFn = @ptrFromInt(fn_word);
            return f(self);
        },
        .next => {
            if (!takes(nargs, 0)) return 0;
            const result = slots.next.?(self);
            if (result == 0 and !err.pending()) return err.raiseEmpty(.StopIteration);
            return result;
        },
        .binary_left => {
            const f: types.BinaryFn = @ptrFromInt(fn_word);
            if (repeats(def, class)) return repeated(f, self, args, nargs);
            if (!takes(nargs, 1)) return 0;
            return f(self, args[0]);
        },
        .binary_right => {
            if (def.op == @intFromEnum(types.BinaryOp.pow) and def.slot != at_divmod) {
                if (!unpacks(nargs, 1, 2)) return 0;
                if (nargs == 2 and !singletons.isNone(args[1])) {
                    const f = slots.pow3 orelse return singletons.notImplementedWord();
                    return f(args[0], self, args[1]);
                }
                const f: types.BinaryFn = @ptrFromInt(fn_word);
                return f(args[0], self);
            }
            const f: types.BinaryFn = @ptrFromInt(fn_word);
            if (repeats(def, class)) return repeated(f, self, args, nargs);
            if (!takes(nargs, 1)) return 0;
            return f(args[0], self);
        },
        .inplace => {
            const f: types.BinaryFn = @ptrFromInt(fn_word);
            const by = if (repeats(def, class)) blk: {
                if (!unpacks(nargs, 1, 1)) return 0;
                const n = int.asIndex(args[0]);
                if (n == 0) return 0;
                break :blk n;
            } else blk: {
                if (!takes(nargs, 1)) return 0;
                break :blk rc.retain(args[0]);
            };
            defer rc.release(by);
            const result = f(rc.retain(self), by);
            // The slot leaves the operand with us when it has nothing to say.
            if (singletons.isNotImplemented(result)) rc.release(self);
            return result;
        },
        .pow_left => {
            if (!unpacks(nargs, 1, 2)) return 0;
            if (nargs == 2 and !singletons.isNone(args[1])) {
                const f = slots.pow3 orelse return singletons.notImplementedWord();
                return f(self, args[0], args[1]);
            }
            const f = slots.binary[@intFromEnum(types.BinaryOp.pow)] orelse return singletons.notImplementedWord();
            return f(self, args[0]);
        },
        .compare => {
            if (!takes(nargs, 1)) return 0;
            return slots.compare.?(self, args[0], @enumFromInt(def.op));
        },
        .length => {
            if (!takes(nargs, 0)) return 0;
            const n = slots.length.?(self);
            return if (n < 0) 0 else int.fromI64(n);
        },
        .hash => {
            if (!takes(nargs, 0)) return 0;
            const h = slots.hash.?(self);
            return if (h == -1) 0 else int.fromI64(h);
        },
        .predicate => {
            if (!takes(nargs, 0)) return 0;
            const b = slots.boolean.?(self);
            return if (b < 0) 0 else singletons.boolWord(b != 0);
        },
        .contains => {
            if (!takesAsMethod(def, class, self, nargs)) return 0;
            const b = slots.contains.?(self, args[0]);
            return if (b < 0) 0 else singletons.boolWord(b != 0);
        },
        .call => return slots.call.?(self, args, nargs, kwnames),
        .getattribute, .getattr_hook => {
            if (!takes(nargs, 1) or !isName(args[0])) return 0;
            return slots.getattro.?(self, args[0]);
        },
        .setattr => {
            if (!unpacks(nargs, 2, 2)) return 0;
            if (!mayHack(class, self)) {
                return err.raise(.TypeError, "can't apply this __setattr__ to {s} object", .{types.nameOfValue(self)});
            }
            if (!isFixed(self) and !isName(args[0])) return 0;
            return none(slots.setattro.?(self, args[0], args[1]));
        },
        .delattr => {
            if (!takes(nargs, 1)) return 0;
            if (!mayHack(class, self)) {
                return err.raise(.TypeError, "can't apply this __delattr__ to {s} object", .{types.nameOfValue(self)});
            }
            if (!isFixed(self) and !isName(args[0])) return 0;
            return none(slots.setattro.?(self, args[0], 0));
        },
        .getitem => {
            if (!takesAsMethod(def, class, self, nargs)) return 0;
            return slots.getitem.?(self, args[0]);
        },
        .setitem => {
            if (!unpacks(nargs, 2, 2)) return 0;
            return none(slots.setitem.?(self, args[0], args[1]));
        },
        .delitem => {
            if (!takes(nargs, 1)) return 0;
            return none(slots.setitem.?(self, args[0], 0));
        },
        .get => {
            if (!unpacks(nargs, 1, 2)) return 0;
            const instance = if (singletons.isNone(args[0])) 0 else args[0];
            const owner = if (nargs < 2 or singletons.isNone(args[1])) 0 else args[1];
            if (instance == 0 and owner == 0) {
                return err.raise(.TypeError, "__get__(None, None) is invalid", .{});
            }
            return slots.descr_get.?(self, instance, owner);
        },
        .set => {
            if (!unpacks(nargs, 2, 2)) return 0;
            return none(slots.descr_set.?(self, args[0], args[1]));
        },
        .delete => {
            if (!takes(nargs, 1)) return 0;
            return none(slots.descr_set.?(self, args[0], 0));
        },
        .init => return none(slots.init.?(self, args, nargs, kwnames)),
        // `__new__` is a builtin function bound to its class, never a wrapper (`builtin_dict.zig`).
        .new => return err.raise(.TypeError, "__new__ is not a method", .{}),
        .del => {
            if (!takes(nargs, 0)) return 0;
            slots.finalize.?(self);
            return singletons.noneWord();
        },
    }
}

const at_divmod = @offsetOf(types.Slots, "divmod") / @sizeOf(usize);

fn isName(w: Word) bool {
    if (names.isStr(w)) return true;
    _ = err.raise(.TypeError, "attribute name must be string, not '{s}'", .{types.nameOfValue(w)});
    return false;
}

/// A builtin class: it refuses to be changed before it looks at the name.
fn isFixed(self: Word) bool {
    return !object.isSmall(self) and types.typeOf(self).flags.type_subclass and !object.ptr(Type, self).flags.heap;
}

/// `object.__setattr__(some_class, …)` must not get around the rules of `type`.
fn mayHack(class: *const Type, self: Word) bool {
    const t = types.typeOf(self);
    return !(t.flags.type_subclass and !class.flags.type_subclass);
}
