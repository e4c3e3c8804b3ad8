//! Modules: static records, global variables, the namespace dict, attributes. Importing is in `module_import.zig`.
//!
//! Invariants
//! - A global that the compiler knows lives in its slot, whether or not the namespace dict exists; in the dict its entry
//!   holds the slot's address + 2. An empty slot has no entry.
//! - `order[0..order_count]` are the non-empty slots in the order of their first store, until the dict exists; then the
//!   dict's order counts.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const dict = @import("dict.zig");
const text = @import("text.zig");
const names = @import("names.zig");
const tuple = @import("tuple.zig");
const builtins = @import("builtins.zig");
const exception = @import("exception.zig");
const singletons = @import("singletons.zig");
const object_type = @import("object_type.zig");
const program = @import("program.zig");
const Word = object.Word;
const Module = object.Module;
const Dict = object.Dict;

/// Module records that were made or met at run time besides the program's table (native modules of the runtime).
var extra: [8]*Module = undefined;
var extra_count: usize = 0;

/// Makes a native record known, so that its namespace's entries find their slots.
pub fn register(m: *Module) void {
    for (extra[0..extra_count]) |known| if (known == m) return;
    extra[extra_count] = m;
    extra_count += 1;
}

/// Calls `visit` for each record made known.
pub fn eachExtra(visit: types.Visitor, context: *anyopaque) void {
    for (extra[0..extra_count]) |m| visit(object.word(m), context);
}

/// Interns the names of a static record; called when the module is loaded.
pub fn prepare(m: *Module) void {
    m.h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.module) };
    m.name = internStatic(m.name);
    for (m.slot_names[0..m.slot_count]) |*name| name.* = internStatic(name.*);
    for (m.names[0..m.name_count]) |*name| name.* = internStatic(name.*);
    for (m.slot_names[0..m.slot_count], 0..) |name, i| {
        if (m.slots[i] != 0) continue;
        const value = specialValue(m, name);
        if (value != 0) storeFirst(m, i, value);
    }
}

fn internStatic(w: Word) Word {
    return if (object.isExact(w, .str)) str.internWord(w) else w;
}

/// What a module defines by itself (`__name__` …), borrowed (immortal); 0 for other names.
fn specialValue(m: *Module, name: Word) Word {
    const none = singletons.noneWord();
    if (name == names.of(.__name__)) return if (isMain(m)) names.of(.__main__) else m.name;
    if (name == names.of(.__doc__) or name == names.of(.__loader__) or name == names.of(.__spec__)) return none;
    if (name == names.of(.__package__)) return packageOf(m);
    // Modules of the runtime have no Python code that would need it.
    if (name == names.of(.__builtins__)) return if (m.file == null) 0 else builtins.module();
    if (name == names.of(.__file__)) return if (m.file) |f| object.word(f) else 0;
    if (name == names.of(.__path__)) return if (m.is_package != 0) pathOf(m) else 0;
    return 0;
}

/// In CPython's order.
const special_names = [_]names.Name{
    .__name__, .__doc__, .__package__, .__loader__, .__spec__, .__path__, .__file__, .__builtins__,
};

pub inline fn isMain(m: *const Module) bool {
    return m == program.pyrt_program.main;
}

/// `__package__`: None for the main program, the module's own name for a package, else the parent's name.
pub fn packageOf(m: *Module) Word {
    if (isMain(m) and std.mem.indexOfScalar(u8, str.slice(m.name), '.') == null) return singletons.noneWord();
    const name = str.slice(m.name);
    if (m.is_package != 0) return m.name;
    const dot = std.mem.lastIndexOfScalar(u8, name, '.') orelse return str.empty();
    return str.intern(name[0..dot]);
}

/// A package's `__path__`: a list with its directory.
fn pathOf(m: *Module) Word {
    const file = m.file orelse return 0;
    const path = file.slice();
    const slash = std.mem.lastIndexOfScalar(u8, path, '/') orelse 0;
    const list = @import("list.zig").fromOwned(&.{str.fromSlice(path[0..slash])});
    rc.immortalize(list);
    return list;
}

/// The slot of a name known at compile time, or null. The name is interned.
pub fn slotOf(m: *Module, name: Word) ?usize {
    for (m.slot_names[0..m.slot_count], 0..) |n, i| {
        if (n == name) return i;
    }
    return null;
}

fn storeFirst(m: *Module, slot: usize, value: Word) void {
    m.slots[slot] = rc.retain(value);
    if (m.namespace == 0) {
        m.order[m.order_count] = @intCast(slot);
        m.order_count += 1;
        return;
    }
    const name = m.slot_names[slot];
    // `insertNew` stores through the hook, which consumes the value.
    dict.insertNew(dict.of(m.namespace), str.hashOf(object.ptr(object.Str, name)), rc.retain(name), rc.retain(value));
}

/// The namespace dict of a module, borrowed; made on first use.
pub fn namespace(m: *Module) Word {
    if (m.namespace != 0) return m.namespace;
    dict.namespaceSlot = findSlot;
    const d = dict.new();
    dict.of(d).kind = .namespace;
    rc.immortalize(d);
    // Names that the module has by itself and that no slot holds come first.
    for (special_names) |special| {
        const name = names.at(special);
        if (slotOf(m, name) != null) continue;
        const value = specialValue(m, name);
        if (value != 0) dict.setStr(d, name, value);
    }
    m.namespace = d;
    for (m.order[0..m.order_count]) |slot| {
        const name = m.slot_names[slot];
        const value = rc.retain(m.slots[slot]);
        dict.insertNew(dict.of(d), str.hashOf(object.ptr(object.Str, name)), rc.retain(name), value);
    }
    m.order_count = 0;
    return d;
}

/// Hook of `dict.zig`: the slot that holds a new key of a namespace.
fn findSlot(d: *Dict, key: Word) ?*Word {
    if (!object.isExact(key, .str)) return null;
    const m = ownerOf(object.word(d)) orelse return null;
    for (m.slot_names[0..m.slot_count], m.slots) |name, *slot| {
        if (names.same(name, key)) return slot;
    }
    return null;
}

/// The module of the program whose namespace this dict is.
pub fn ownerOf(d: Word) ?*Module {
    const p = &program.pyrt_program;
    for (p.modules[0..p.module_count]) |m| if (m.namespace == d) return m;
    for (extra[0..extra_count]) |m| if (m.namespace == d) return m;
    return null;
}

/// The module of the program that was made of this file.
pub fn ofFile(path: []const u8) ?*Module {
    const p = &program.pyrt_program;
    for (p.modules[0..p.module_count]) |m| {
        if (m.file) |file| if (std.mem.eql(u8, file.slice(), path)) return m;
    }
    return null;
}

/// A module's global by interned name, borrowed; 0 if it is not set. Runs no Python code.
pub fn getGlobal(m: *Module, name: Word) Word {
    if (slotOf(m, name)) |i| return m.slots[i];
    if (m == &builtins.pyrt_module_builtins) {
        const value = builtins.lookup(name);
        if (value != 0) return value;
    }
    if (m.namespace != 0) return dict.getStr(m.namespace, name);
    return specialValue(m, name);
}

/// Sets a module's global; both borrowed, the name is interned.
pub fn setGlobal(m: *Module, name: Word, value: Word) void {
    if (slotOf(m, name)) |i| return storeSlot(m, i, value);
    dict.setStr(namespace(m), name, value);
}

fn storeSlot(m: *Module, i: usize, value: Word) void {
    const old = m.slots[i];
    if (old == 0) return storeFirst(m, i, value);
    m.slots[i] = rc.retain(value);
    if (m.namespace != 0) dict.of(m.namespace).version +%= 1;
    rc.release(old);
}

/// Removes a global; false if it is not set.
pub fn deleteGlobal(m: *Module, name: Word) bool {
    if (m.namespace != 0) return dict.delStr(m.namespace, name);
    const i = slotOf(m, name) orelse return dict.delStr(namespace(m), name);
    const old = m.slots[i];
    if (old == 0) return false;
    m.slots[i] = 0;
    const order = m.order[0..m.order_count];
    const at = for (order, 0..) |slot, place| {
        if (slot == i) break place;
    } else unreachable;
    std.mem.copyForwards(u32, order[at .. order.len - 1], order[at + 1 ..]);
    m.order_count -= 1;
    rc.release(old);
    return true;
}

// Rows of generated code

pub export fn pyrt_global_get(slot: *Word, module: *Module, name: Word) callconv(.c) Word {
    _ = module;
    if (slot.* != 0) return rc.retain(slot.*);
    const value = builtins.lookupName(name);
    if (value != 0) return rc.retain(value);
    return nameError(name);
}

/// `name 'x' is not defined`. Returns 0.
pub fn nameError(name: Word) Word {
    return err.nameError(.NameError, name, "name '{s}' is not defined", .{str.slice(name)});
}

pub export fn pyrt_global_set(slot: *Word, module: *Module, name: Word, value: Word) callconv(.c) void {
    const old = slot.*;
    if (old == 0) {
        _ = name;
        return storeFirst(module, (@intFromPtr(slot) - @intFromPtr(module.slots)) / @sizeOf(Word), value);
    }
    slot.* = rc.retain(value);
    if (module.namespace != 0) dict.of(module.namespace).version +%= 1;
    rc.release(old);
}

pub export fn pyrt_global_del(slot: *Word, module: *Module, name: Word) callconv(.c) i32 {
    if (slot.* == 0 or !deleteGlobal(module, name)) {
        _ = nameError(name);
        return -1;
    }
    return 0;
}

pub export fn pyrt_module_name(module: *Module) callconv(.c) Word {
    return object.word(module);
}

// The class

/// Attribute of a module (found like an instance attribute, then `__getattr__`).
pub fn getattro(self: Word, name: Word) callconv(.c) Word {
    const m = object.ptr(Module, self);
    if (slotOf(m, name)) |i| if (m.slots[i] != 0) return rc.retain(m.slots[i]);
    const interned = internName(name);
    const value = getGlobal(m, interned);
    if (value != 0) return rc.retain(value);
    const found = attr.genericOptional(self, interned);
    if (found != 0 or err.pending()) return found;
    const hook = getGlobal(m, names.of(.__getattr__));
    if (hook != 0) {
        _ = rc.retain(hook);
        defer rc.release(hook);
        return call.call(hook, &.{name});
    }
    return err.noAttribute(self, name);
}

pub fn setattro(self: Word, name: Word, value: Word) callconv(.c) i32 {
    const m = object.ptr(Module, self);
    const interned = internName(name);
    if (interned == names.of(.__dict__)) return err.fail(.AttributeError, "readonly attribute", .{});
    if (m == &builtins.pyrt_module_builtins and interned == names.of(.__import__)) {
        return err.fail(.NotImplementedError, "PA0209: replacing builtins.__import__ is not supported: import statements are compiled", .{});
    }
    if (value != 0) {
        setGlobal(m, interned, value);
        return 0;
    }
    if (deleteGlobal(m, interned)) return 0;
    _ = err.noAttribute(self, name);
    return -1;
}

fn internName(name: Word) Word {
    if (object.header(name).rc & object.rc_uncounted != 0 and object.isExact(name, .str)) return str.internWord(name);
    return str.intern(str.slice(name));
}

fn repr(self: Word) callconv(.c) Word {
    const m = object.ptr(Module, self);
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.append("<module '");
    const name = getGlobal(m, names.of(.__name__));
    buffer.append(if (name != 0 and str.isStr(name)) str.slice(name) else "?");
    buffer.append("'");
    if (m.file) |file| {
        buffer.append(" from '");
        buffer.append(file.slice());
        buffer.append("'>");
    } else {
        buffer.append(if (m.body == null and m.slot_count == 0 and m.state == 0) ">" else " (built-in)>");
    }
    return buffer.toWord();
}

/// A module that no file stands for, owned: its name (0: none) and its namespace are borrowed.
pub fn make(name: Word, globals: Word) *Module {
    const m = alloc.object(Module, .module, 0);
    const h = m.h;
    m.* = @import("sys.zig").emptyRecord(rc.retainMaybe(name));
    m.h = h;
    m.state = 0;
    m.namespace = rc.retain(globals);
    return m;
}

fn dealloc(self: Word) callconv(.c) void {
    const m = object.ptr(Module, self);
    rc.releaseMaybe(m.name);
    rc.releaseMaybe(m.namespace);
    alloc.free(m);
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const m = object.ptr(Module, self);
    if (m.namespace != 0) visit(m.namespace, context);
}

fn new(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    const signature: args_.Signature = .{ .name = "module", .params = &.{ "name", "doc" }, .positional = 2, .required = 1 };
    if (!args_.bind(signature, args, nargs, kwnames, &given)) return 0;
    if (!str.isStr(given[0])) {
        return err.raise(.TypeError, "module() argument 'name' must be str, not {t}", .{given[0]});
    }
    const none = singletons.noneWord();
    const d = dict.new();
    defer rc.release(d);
    dict.setStr(d, names.of(.__name__), given[0]);
    dict.setStr(d, names.of(.__doc__), if (given[1] == 0) none else given[1]);
    for ([_]names.Name{ .__package__, .__loader__, .__spec__ }) |name| dict.setStr(d, names.at(name), none);
    return object.word(make(given[0], d));
}

fn getDict(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    return rc.retain(namespace(object.ptr(Module, self)));
}

fn dir(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    const m = object.ptr(Module, self);
    const hook = getGlobal(m, names.of(.__dir__));
    if (hook != 0) return call.call(hook, &.{});
    if (m == object.ptr(Module, builtins.module())) builtins.materialize();
    return @import("dir.zig").keys(namespace(m));
}

/// The annotations of the module's variables, an empty dict from the first look on.
fn getAnnotations(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const d = namespace(object.ptr(Module, self));
    const name = names.of(.__annotations__);
    const known = dict.getStr(d, name);
    if (known != 0) return rc.retain(known);
    const fresh = dict.new();
    dict.setStr(d, name, fresh);
    return fresh;
}
fn setAnnotations(self: Word, value: Word) callconv(.c) i32 {
    const d = namespace(object.ptr(Module, self));
    const name = names.of(.__annotations__);
    if (value != 0) {
        dict.setStr(d, name, value);
    } else if (!dict.delStr(d, name)) return err.fail(.AttributeError, "__annotations__", .{});
    return 0;
}
pub const methods = .{
    .{ "__annotations__", getAnnotations, 0, 0, .getset, setAnnotations },
    .{ "__dict__", getDict, 0, 0, .getset },
    .{ "__dir__", dir, 0, 0 },
};

pub var module_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "module",
    .shape = @intFromEnum(object.ShapeId.module),
    .fixed_size = @sizeOf(Module),
    .slots = .{ .dealloc = dealloc, .traverse = traverse, .repr = repr, .getattro = getattro, .setattro = setattro, .new = new },
};

/// Is an interned name a public one for `from m import *`?
pub fn isPublic(name: Word) bool {
    return !std.mem.startsWith(u8, str.slice(name), "_");
}

/// All names of a module that are set, in order: an owned list.
pub fn nameList(m: *Module) Word {
    return @import("dir.zig").keys(namespace(m));
}

pub export fn pyrt_module_namespace(module: *Module) callconv(.c) Word {
    return rc.retain(namespace(module));
}
