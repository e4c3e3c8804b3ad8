//! The namespace of a builtin class, made when somebody first looks into it: rows, and wrappers of the slots that the
//! class itself defines.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const methods = @import("methods.zig");
const method_ = @import("method.zig");
const slot_defs = @import("slot_defs.zig");
const generic_alias = @import("generic_alias.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// The row behind every builtin `__new__`; its function's `self` is the class.
pub const new_row: *const object.MethodRow = &methods.table(.{.{ "__new__", callNew, 0, -1, .keywords }})[0];

fn callNew(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const t = object.ptr(Type, self);
    const shown = types.nameOf(t);
    if (nargs == 0) return err.raise(.TypeError, "{s}.__new__(): not enough arguments", .{shown});
    if (object.isSmall(args[0]) or !types.typeOf(args[0]).flags.type_subclass) {
        return err.raise(.TypeError, "{s}.__new__(X): X is not a type object ({t})", .{ shown, args[0] });
    }
    const class = object.ptr(Type, args[0]);
    if (!types.isSubtype(class, t)) {
        return err.raise(.TypeError, "{s}.__new__({s}): {s} is not a subtype of {s}", .{
            shown, types.nameOf(class), types.nameOf(class), shown,
        });
    }
    // The layout must be the one that this constructor makes.
    const built = @import("instance.zig").builtinBase(class);
    if (built != t and built.slots.new != t.slots.new) {
        return err.raise(.TypeError, "{s}.__new__({s}) is not safe, use {s}.__new__()", .{
            shown, types.nameOf(class), types.nameOf(built),
        });
    }
    return t.slots.new.?(args[0], args + 1, nargs - 1, kwnames);
}

/// Sequences have no reflected `+`; of `*` they have both.
fn skips(t: *const Type, def: *const slot_defs.Def) bool {
    if (def.wrap == .getattr_hook) return true;
    if (def.wrap == .del) return true;
    if (def.wrap == .pow_left and def.slot == @offsetOf(types.Slots, "pow3") / @sizeOf(usize)) return true;
    const f = t.flags;
    const sequence = f.str_subclass or f.list_subclass or f.tuple_subclass or f.bytes_subclass or
        t.shape == @intFromEnum(object.ShapeId.bytearray);
    if (f.str_subclass and def.name == .__iadd__) return true;
    return sequence and def.name == .__radd__;
}

fn owns(t: *const Type, slot: u16) bool {
    const value = slot_defs.slotValue(t, slot);
    if (value == 0) return false;
    const base = t.base orelse return true;
    if (slot == @offsetOf(types.Slots, "getattro") / @sizeOf(usize) and hasOwnLookup(t)) return true;
    return slot_defs.slotValue(base, slot) != value;
}

/// Classes that list the common attribute lookup among their own slots in CPython.
fn hasOwnLookup(t: *const Type) bool {
    const id: object.ShapeId = @enumFromInt(t.shape);
    return switch (id) {
        .int, .complex, .bytes, .bytearray, .list, .tuple, .dict, .set, .range, .slice, .memoryview, .property => true,
        .super_, .generic_alias, .union_type, .enumerate, .zip, .map, .filter, .reversed, .module, .method => true,
        else => t == @import("exception_types.zig").typeOf(.BaseException),
    };
}

/// Fills the empty namespace `t.dict`.
pub fn fill(t: *Type) void {
    const d = t.dict;
    for (slot_defs.defs) |*def| {
        if (!owns(t, def.slot) or skips(t, def)) continue;
        if (def.wrap == .new) {
            if (t.slots.new == @import("object_type.zig").refuseNew) continue;
            put(d, names.of(.__new__), method_.builtinFunction(new_row, object.word(t), 0, t));
            continue;
        }
        put(d, names.at(def.name), method_.forSlot(def, t));
    }
    if (t.base) |base| {
        if (t.slots.hash == null and base.slots.hash != null) ns.set(d, names.of(.__hash__), singletons.noneWord());
    }
    if (t.flags.exception_subclass) addExceptionNames(t);
    if (t.methods) |rows| {
        for (rows[0..@intCast(t.method_count)]) |*row| put(d, str.intern(row.name.slice()), method_.forRow(row, t));
    }
    if (pyrt_class_getitem) |row| {
        if (isGeneric(t)) put(d, names.at(.__class_getitem__), method_.forRow(row, t));
    }
    if (ns.get(d, names.of(.__doc__)) == 0) {
        ns.set(d, names.of(.__doc__), if (t.doc != 0) t.doc else exceptionDoc(t));
    }
}

fn exceptionDoc(t: *Type) Word {
    const texts = @import("exception_docs.zig").pyrt_exception_docs orelse return singletons.noneWord();
    if (!t.flags.exception_subclass) return singletons.noneWord();
    const text = texts(@import("exception_types.zig").kindOf(t));
    return if (text.len == 0) singletons.noneWord() else str.intern(text);
}

fn put(d: Word, name: Word, value: Word) void {
    ns.set(d, name, value);
    rc.release(value);
}

/// Exception classes with fields of their own inherit `__new__` and have an `__init__`; the others list both themselves.
fn addExceptionNames(t: *Type) void {
    const d = t.dict;
    const name = types.nameOf(t);
    if (std.mem.eql(u8, name, "ExceptionGroup")) return ns.set(d, names.of(.__module__), names.of(.builtins));
    const inherits = .{
        "AttributeError",         "BlockingIOError",      "BrokenPipeError",       "ChildProcessError",   "ConnectionAbortedError", "ConnectionError",
        "ConnectionRefusedError", "ConnectionResetError", "FileExistsError",       "FileNotFoundError",   "ImportError",            "IndentationError",
        "InterruptedError",       "IsADirectoryError",    "KeyError",              "ModuleNotFoundError", "NameError",              "NotADirectoryError",
        "PermissionError",        "ProcessLookupError",   "StopIteration",         "SyntaxError",         "SystemExit",             "TabError",
        "TimeoutError",           "UnboundLocalError",    "_IncompleteInputError",
    };
    const own_new = inline for (inherits) |n| {
        if (std.mem.eql(u8, n, name)) break false;
    } else true;
    if (own_new) put(d, names.of(.__new__), method_.builtinFunction(new_row, object.word(t), 0, t));
    for (slot_defs.defs) |*def| if (def.name == .__init__) put(d, names.of(.__init__), method_.forSlot(def, t));
}

/// Null in programs that cannot look it up (`prune.zig`).
export var pyrt_class_getitem: ?*const object.MethodRow = generic_alias.class_getitem_row;

/// Builtin classes that take type arguments.
fn isGeneric(t: *const Type) bool {
    if (t == err.typeOf(.BaseExceptionGroup)) return true;
    const id: object.ShapeId = @enumFromInt(t.shape);
    return switch (id) {
        .list, .tuple, .dict, .set, .frozenset, .enumerate, .mapping_proxy, .generator, .coroutine, .async_generator => true,
        else => t == @import("exception_types.zig").typeOf(.BaseExceptionGroup),
    };
}
