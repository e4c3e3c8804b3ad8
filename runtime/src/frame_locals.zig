//! `frame.f_locals` and `frame.f_builtins`. The values of a function's locals are not recorded, their names are known.
//!
//! Invariant: a value that is not known is never made up. It is an object that raises a coded error whatever is done with it, but
//! for the question whether `self` has an attribute, which its class answers (tracebacks ask it for their suggestions).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const module_ = @import("module.zig");
const builtins = @import("builtins.zig");
const object_type = @import("object_type.zig");
const traceback = @import("traceback.zig");
const traceback_names = @import("traceback_names.zig");
const suggestions = @import("traceback_suggest.zig");
const Word = object.Word;
const Code = object.Code;

/// The locals of a frame, and with another class the value of one of them.
const Locals = extern struct { h: object.Header, code: ?*const Code };

pub fn get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const code = object.ptr(traceback.Frame, self).code;
    if (code) |c| if (c.flags.module) {
        if (module_.ofFile(c.filename.slice())) |m| return rc.retain(module_.namespace(m));
    };
    return make(&locals_proxy_type, code);
}

/// All names of the module `builtins`; those that the program does not keep have unknown values.
pub fn builtinsOf(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const all = dict.new();
    const kept = module_.namespace(&builtins.pyrt_module_builtins);
    var names = std.mem.splitScalar(u8, traceback_names.builtin_names, ' ');
    while (names.next()) |name| {
        const key = str.intern(name);
        const value = dict.getStr(kept, key);
        const stored = if (value != 0) rc.retain(value) else make(&unknown_type, null);
        dict.setStr(all, key, stored);
        rc.release(stored);
    }
    return all;
}

fn make(class: *types.Type, code: ?*const Code) Word {
    const made = alloc.object(Locals, .frame, 0);
    made.h.shape = class.shape;
    made.code = code;
    return object.word(made);
}

/// The names of the code, a list; 0 raised.
fn namesOf(self: Word) Word {
    const code = object.ptr(Locals, self).code orelse return traceback.unknown();
    if (code.flags.class_body) return traceback.unknown();
    const names = list.new(code.locals + code.free);
    for (code.names[0..code.locals]) |name| list.append(names, name);
    for (code.free_names[0..code.free]) |name| list.append(names, name);
    return names;
}

fn iterate(self: Word) callconv(.c) Word {
    const names = namesOf(self);
    if (names == 0) return 0;
    defer rc.release(names);
    return iter.iter(names);
}

fn count(self: Word) callconv(.c) i64 {
    const names = namesOf(self);
    if (names == 0) return -1;
    defer rc.release(names);
    return @intCast(list.items(names).len);
}

fn contains(self: Word, name: Word) callconv(.c) i32 {
    const names = namesOf(self);
    if (names == 0) return -1;
    defer rc.release(names);
    if (!str.isStr(name)) return 0;
    for (list.items(names)) |known| {
        if (std.mem.eql(u8, str.slice(known), str.slice(name))) return 1;
    }
    return 0;
}

fn item(self: Word, name: Word) callconv(.c) Word {
    const known = contains(self, name);
    if (known < 0) return 0;
    if (known == 0) return err.keyError(name);
    const code = object.ptr(Locals, self).code.?;
    const is_self = code.params > 0 and str.eqlSlice(name, "self") and str.eqlSlice(code.names[0], "self");
    return make(&unknown_type, if (is_self) code else null);
}

fn unary(_: Word) callconv(.c) Word {
    return traceback.unknown();
}
fn binary(_: Word, _: Word) callconv(.c) Word {
    return traceback.unknown();
}
fn length(_: Word) callconv(.c) i64 {
    _ = traceback.unknown();
    return -1;
}
fn truth(_: Word) callconv(.c) i32 {
    _ = traceback.unknown();
    return -1;
}
fn compare(_: Word, _: Word, _: types.CompareOp) callconv(.c) Word {
    return traceback.unknown();
}

fn attribute(self: Word, name: Word) callconv(.c) Word {
    const code = object.ptr(Locals, self).code orelse return traceback.unknown();
    if (suggestions.hasSelfAttribute(code, str.slice(name))) return make(&unknown_type, null);
    return err.raise(.AttributeError, "self has no attribute '{s}' that its class knows", .{name});
}

pub var locals_proxy_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "FrameLocalsProxy",
    .fixed_size = @sizeOf(Locals),
    .flags = .{ .acyclic = true, .mapping = true },
    .slots = .{ .dealloc = rc.deallocPlain, .repr = unary, .iter = iterate, .getitem = item, .contains = contains, .length = count },
};

/// What stands for a value that is not known.
pub var unknown_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "unknown local",
    .fixed_size = @sizeOf(Locals),
    .flags = .{ .acyclic = true },
    .slots = .{
        .dealloc = rc.deallocPlain,
        .repr = unary,
        .str = unary,
        .iter = unary,
        .getitem = binary,
        .length = length,
        .boolean = truth,
        .hash = length,
        .compare = compare,
        .getattro = attribute,
    },
};
