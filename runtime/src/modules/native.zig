//! What a native module is made of, and how its record and classes come to life.
//!
//! A native module is a file of this folder (or a file with others beside it) that `all.zig` lists:
//!
//!     pub const name = "bisect";
//!     pub const doc = "…";                          // optional
//!     pub const shadowable = true;                  // optional: a file of the program with this name wins, as in CPython
//!     pub const uses = .{"keys"};                   // optional: rows of builtin classes that it calls by name
//!     pub const functions = .{ .{ "insort", insort, 2, 4, .keywords } };   // as `methods` of builtin classes
//!     pub const classes = .{ .{ "deque", &deque_type, deque_methods } };   // optional; a class stands after its base
//!     pub fn setup(m: *Module) Raised!void          // optional: constants and whatever else the body does
//!
//! Invariant: everything of a module hangs on its exported record; the record's body fills the namespace when the module is
//! imported for the first time.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const str = @import("../str.zig");
const dict = @import("../dict.zig");
const names = @import("../names.zig");
const args_ = @import("../args.zig");
const lookup = @import("../lookup.zig");
const method_ = @import("../method.zig");
const methods_ = @import("../methods.zig");
const module_ = @import("../module.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const object_type = @import("../object_type.zig");
const singletons = @import("../singletons.zig");
const generic_alias = @import("../generic_alias.zig");
const call = @import("../call.zig");
const text = @import("../text.zig");
const tuple = @import("../tuple.zig");
const type_object = @import("../type_object.zig");
pub const Word = object.Word;
pub const Type = types.Type;
pub const Module = object.Module;
pub const Raised = container.Raised;

var no_slots: [1]Word = .{0};
var no_order: [1]u32 = .{0};

/// `object.Module` as static data: an address where that has a word.
const StaticModule = extern struct {
    h: object.Header = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.module) },
    namespace: Word = 0,
    name: extern struct { address: *const anyopaque, high: [8 - @sizeOf(usize)]u8 = @splat(0) },
    slots: [*]Word = &no_slots,
    slot_names: [*]Word = &no_slots,
    slot_count: u32 = 0,
    order_count: u32 = 0,
    order: [*]u32 = &no_order,
    body: ?*const fn (module: *Module) callconv(.c) Word,
    state: u32 = 0,
    is_package: u32 = 0,
    file: ?*const object.Str = null,
    names: [*]Word = &no_slots,
    name_count: u64 = 0,
    comptime {
        std.debug.assert(@sizeOf(StaticModule) == @sizeOf(Module) and @offsetOf(StaticModule, "body") == @offsetOf(Module, "body"));
    }
};

/// Exports the record of a module as `pyrt_module_<name>`.
pub fn exportModule(comptime M: type) void {
    @export(&Record(M).record, .{ .name = "pyrt_module_" ++ M.name });
}

/// A class of a module: its name there, the class, its rows.
const Class = struct { name: []const u8, type: *Type, rows: []const object.MethodRow };

fn Record(comptime M: type) type {
    return struct {
        // Interned when the module is loaded, so it must be in writable memory.
        var name_text: methods_.StaticStr(M.name.len) = .{
            .str = methods_.staticName(M.name).*,
            .text = M.name[0..M.name.len :0].*,
        };
        var record: StaticModule = .{ .name = .{ .address = &name_text }, .body = body };
        const class_list: []const Class = blk: {
            const given = if (@hasDecl(M, "classes")) M.classes else .{};
            var out: [given.len]Class = undefined;
            for (given, 0..) |entry, i| out[i] = .{ .name = entry[0], .type = entry[1], .rows = methods_.table(entry[2]) };
            const final = out;
            break :blk &final;
        };

        fn body(m: *Module) callconv(.c) Word {
            fill(m, if (@hasDecl(M, "doc")) M.doc else null, methods_.table(M.functions), class_list);
            if (@hasDecl(M, "setup")) M.setup(m) catch return 0;
            return singletons.noneWord();
        }
    };
}

fn fill(m: *Module, doc: ?[]const u8, functions: []const object.MethodRow, classes: []const Class) void {
    const d = module_.namespace(m);
    if (doc) |given| define(m, "__doc__", str.fromSlice(given));
    for (functions) |*row| {
        const f = method_.builtinFunction(row, object.word(m), m.name, null);
        dict.setStr(d, str.intern(row.name.slice()), f);
        rc.release(f);
    }
    for (classes) |class| {
        ready(class.type, class.rows);
        if (class.name.len > 0) dict.setStr(d, str.intern(class.name), object.word(class.type));
    }
}

/// Defines a name of the module; consumes the value.
pub fn define(m: *Module, name: []const u8, value: Word) void {
    module_.setGlobal(m, str.intern(name), value);
    rc.release(value);
}

/// Makes a native class usable. Its base is ready.
pub fn ready(t: *Type, rows: []const object.MethodRow) void {
    if (t.shape != 0) return;
    if (t.base == null) t.base = &object_type.object_type;
    t.shape = instance.newShapeId();
    t.methods = rows.ptr;
    t.method_count = rows.len;
    types.ready(t);
    t.version = lookup.nextVersion();
}

/// A fresh object of a native class that cannot be subclassed.
pub inline fn create(comptime T: type, t: *const Type) *T {
    return alloc.object(T, t.shape, 0);
}

/// The life cycle of objects whose layout `T` has these fields with owned words (0 allowed).
pub fn Life(comptime T: type, comptime fields: []const []const u8) type {
    return struct {
        pub fn dealloc(self: Word) callconv(.c) void {
            const o = object.ptr(T, self);
            inline for (fields) |field| rc.releaseMaybe(@field(o, field));
            alloc.free(object.header(self));
        }
        pub fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
            const o = object.ptr(T, self);
            inline for (fields) |field| container.visitMaybe(@field(o, field), visit, context);
        }
    };
}

/// `new` slot of classes that Python code cannot instantiate.
pub fn refuseNew(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.TypeError, "cannot create '{s}' instances", .{types.nameOf(object.ptr(Type, class))});
}

/// Keywords are for a subclass's `__init__` only. False: raised.
pub fn refuseKeywords(class: Word, own: *const Type, shown: []const u8, kwnames: Word) bool {
    if (object.ptr(Type, class).slots.init != own.slots.init) return true;
    return args_.noKeywords(shown, kwnames);
}

/// A new exception class, as `class name(base): __module__ = module` makes it; owned (immortal), 0 raised.
pub fn newException(module: []const u8, class_name: []const u8, bases: []const Word) Word {
    const base_tuple = tuple.fromSlice(bases);
    defer rc.release(base_tuple);
    const d = dict.new();
    defer rc.release(d);
    dict.setStr(d, str.intern("__module__"), str.intern(module));
    const class = type_object.new(object.word(&type_object.type_type), &.{ str.intern(class_name), base_tuple, d }, 3, 0);
    if (class != 0) rc.immortalize(class);
    return class;
}

/// Raises an exception of a class that is no builtin one; the class is borrowed. Returns 0.
pub fn raise(class: Word, comptime fmt: []const u8, args: anytype) Word {
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const list = text.arguments(args);
    if (!text.format(&buffer, fmt, &list)) return 0;
    const message = buffer.toWord();
    defer rc.release(message);
    const e = call.call(class, &.{message});
    return if (e == 0) 0 else err.setPending(e);
}

/// The row `__class_getitem__` of generic classes.
pub const class_getitem = .{ "__class_getitem__", generic_alias.classGetitem, 1, 1, .class_method };

/// None, owned.
pub inline fn none() Word {
    return singletons.noneWord();
}
