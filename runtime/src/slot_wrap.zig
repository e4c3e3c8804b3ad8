//! Calling a slot as the Python method that it stands for (`int.__add__(1, 2)`, `super().__init__(…)`).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const ops = @import("ops.zig");
const int = @import("int.zig");
const slot_defs = @import("slot_defs.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;
const Def = slot_defs.Def;

fn none(status: i32) Word {
    return if (status < 0) 0 else singletons.noneWord();
}

fn takes(args: usize, n: usize, most: usize) bool {
    if (args >= n and args <= most) return true;
    if (n == most) {
        const s: []const u8 = if (n == 1) "" else "s";
        _ = err.raise(.TypeError, "expected {d} argument{s}, got {d}", .{ n, s, args });
    } else {
        const bound: []const u8 = if (args < n) "at least" else "at most";
        const count = if (args < n) n else most;
        const s: []const u8 = if (count == 1) "" else "s";
        _ = err.raise(.TypeError, "expected {s} {d} argument{s}, got {d}", .{ bound, count, s, args });
    }
    return false;
}

/// Calls the slot of `class` (the builtin class that defines it) on `self` with the method's arguments. All borrowed.
pub fn invoke(def: *const Def, class: *const Type, self: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const slots = &class.slots;
    switch (def.wrap) {
        .call, .new, .init => {},
        else => if (args_.keywordNames(kwnames).len > 0) {
            return err.raise(.TypeError, "wrapper {s}() takes no keyword arguments", .{@import("names.zig").textOf(def.name)});
        },
    }
    const fn_word = slot_defs.slotValue(class, def.slot);
    switch (def.wrap) {
        .unary => {
            if (!takes(nargs, 0, 0)) return 0;
            const f: types.UnaryFn = @ptrFromInt(fn_word);
            return f(self);
        },
        .next => {
            if (!takes(nargs, 0, 0)) return 0;
            const result = slots.next.?(self);
            if (result == 0 and !err.pending()) return err.raiseEmpty(.StopIteration);
            return result;
        },
        .binary_left => {
            if (!takes(nargs, 1, 1)) return 0;
            const f: types.BinaryFn = @ptrFromInt(fn_word);
            return f(self, args[0]);
        },
        .binary_right => {
            if (!takes(nargs, 1, 1)) return 0;
            const f: types.BinaryFn = @ptrFromInt(fn_word);
            return f(args[0], self);
        },
        .inplace => {
            if (!takes(nargs, 1, 1)) return 0;
            const f: types.BinaryFn = @ptrFromInt(fn_word);
            const result = f(rc.retain(self), args[0]);
            // The slot leaves the operand with us when it has nothing to say.
            if (singletons.isNotImplemented(result)) rc.release(self);
            return result;
        },
        .pow_left => {
            if (!takes(nargs, 1, 2)) return 0;
            if (nargs == 2 and !singletons.isNone(args[1])) {
                const f = slots.pow3 orelse return singletons.notImplementedWord();
                return f(self, args[0], args[1]);
            }
            const f = slots.binary[@intFromEnum(types.BinaryOp.pow)] orelse return singletons.notImplementedWord();
            return f(self, args[0]);
        },
        .compare => {
            if (!takes(nargs, 1, 1)) return 0;
            return slots.compare.?(self, args[0], @enumFromInt(def.op));
        },
        .length => {
            if (!takes(nargs, 0, 0)) return 0;
            const n = slots.length.?(self);
            return if (n < 0) 0 else int.fromI64(n);
        },
        .hash => {
            if (!takes(nargs, 0, 0)) return 0;
            const h = slots.hash.?(self);
            return if (h == -1) 0 else int.fromI64(h);
        },
        .predicate => {
            if (!takes(nargs, 0, 0)) return 0;
            const b = slots.boolean.?(self);
            return if (b < 0) 0 else singletons.boolWord(b != 0);
        },
        .contains => {
            if (!takes(nargs, 1, 1)) return 0;
            const b = slots.contains.?(self, args[0]);
            return if (b < 0) 0 else singletons.boolWord(b != 0);
        },
        .call => return slots.call.?(self, args, nargs, kwnames),
        .getattribute, .getattr_hook => {
            if (!takes(nargs, 1, 1) or !isName(args[0])) return 0;
            return slots.getattro.?(self, args[0]);
        },
        .setattr => {
            if (!takes(nargs, 2, 2) or !isName(args[0])) return 0;
            if (!mayHack(class, self)) {
                return err.raise(.TypeError, "can't apply this __setattr__ to {s} object", .{types.nameOfValue(self)});
            }
            return none(slots.setattro.?(self, args[0], args[1]));
        },
        .delattr => {
            if (!takes(nargs, 1, 1) or !isName(args[0])) return 0;
            if (!mayHack(class, self)) {
                return err.raise(.TypeError, "can't apply this __delattr__ to {s} object", .{types.nameOfValue(self)});
            }
            return none(slots.setattro.?(self, args[0], 0));
        },
        .getitem => {
            if (!takes(nargs, 1, 1)) return 0;
            return slots.getitem.?(self, args[0]);
        },
        .setitem => {
            if (!takes(nargs, 2, 2)) return 0;
            return none(slots.setitem.?(self, args[0], args[1]));
        },
        .delitem => {
            if (!takes(nargs, 1, 1)) return 0;
            return none(slots.setitem.?(self, args[0], 0));
        },
        .get => {
            if (!takes(nargs, 1, 2)) return 0;
            const instance = if (singletons.isNone(args[0])) 0 else args[0];
            const owner = if (nargs < 2 or singletons.isNone(args[1])) 0 else args[1];
            if (instance == 0 and owner == 0) {
                return err.raise(.TypeError, "__get__(None, None) is invalid", .{});
            }
            return slots.descr_get.?(self, instance, owner);
        },
        .set => {
            if (!takes(nargs, 2, 2)) return 0;
            return none(slots.descr_set.?(self, args[0], args[1]));
        },
        .delete => {
            if (!takes(nargs, 1, 1)) return 0;
            return none(slots.descr_set.?(self, args[0], 0));
        },
        .init => return none(slots.init.?(self, args, nargs, kwnames)),
        // `__new__` is a builtin function bound to its class, never a wrapper (`builtin_dict.zig`).
        .new => return err.raise(.TypeError, "__new__ is not a method", .{}),
        .del => {
            if (!takes(nargs, 0, 0)) return 0;
            slots.finalize.?(self);
            return singletons.noneWord();
        },
    }
}

fn isName(w: Word) bool {
    if (@import("names.zig").isStr(w)) return true;
    _ = err.raise(.TypeError, "attribute name must be string, not '{s}'", .{types.nameOfValue(w)});
    return false;
}

/// `object.__setattr__(some_class, …)` must not get around the rules of `type`.
fn mayHack(class: *const Type, self: Word) bool {
    const t = types.typeOf(self);
    return !(t.flags.type_subclass and !class.flags.type_subclass);
}
