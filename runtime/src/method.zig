//! Bound methods, builtin functions, and the descriptors of builtin classes: rows, wrappers of slots, `__slots__` members.
//!
//! Invariant: a descriptor of a class applies its function only to instances of that class.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const hash_ = @import("ops.zig");
const repr_ = @import("repr.zig");
const attr = @import("attr.zig");
const names = @import("names.zig");
const instance_ = @import("instance.zig");
const slot_defs = @import("slot_defs.zig");
const slot_wrap = @import("slot_wrap.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;
const Method = object.Method;
const MethodRow = object.MethodRow;

pub const BuiltinFunction = extern struct {
    h: object.Header,
    row: *const MethodRow,
    /// What the function gets as `self`, owned, or 0.
    self: Word,
    /// Name of the module, owned, or 0.
    module: Word,
    /// The builtin class whose method it is, or null.
    owner: ?*Type,
};
/// A method, class method or attribute of a builtin class.
pub const RowDescriptor = extern struct { h: object.Header, row: *const MethodRow, class: *Type };
pub const WrapperDescriptor = extern struct { h: object.Header, def: *const slot_defs.Def, class: *Type };
/// A name of `__slots__`; `slot` numbers the word in instances.
pub const MemberDescriptor = extern struct { h: object.Header, name: Word, class: *Type, slot: u64 };

/// A bound method; both borrowed.
pub fn bind(function: Word, self: Word) Word {
    const m = alloc.object(Method, .method, 0);
    m.function = rc.retain(function);
    m.self = rc.retain(self);
    return object.word(m);
}

/// A builtin function object of a row. `self` and `module` are borrowed, 0 if there is none.
pub fn builtinFunction(row: *const MethodRow, self: Word, module: Word, owner: ?*Type) Word {
    const f = alloc.object(BuiltinFunction, .builtin_function, 0);
    f.row = row;
    f.self = rc.retainMaybe(self);
    f.module = rc.retainMaybe(module);
    f.owner = owner;
    return object.word(f);
}

fn held(class: *Type) *Type {
    _ = rc.retain(object.word(class));
    return class;
}

/// The descriptor that stands for a row in a builtin class's namespace.
pub fn forRow(row: *const MethodRow, class: *Type) Word {
    switch (row.flags.kind) {
        .static_method, .function => return builtinFunction(row, 0, 0, class),
        .method, .class_method => {
            const d = alloc.object(RowDescriptor, .method_descriptor, 0);
            d.row = row;
            d.class = held(class);
            return object.word(d);
        },
        .getset, .member => {
            const d = alloc.object(RowDescriptor, .getset_descriptor, 0);
            d.row = row;
            d.class = held(class);
            return object.word(d);
        },
    }
}

pub fn forSlot(def: *const slot_defs.Def, class: *Type) Word {
    const d = alloc.object(WrapperDescriptor, .wrapper_descriptor, 0);
    d.def = def;
    d.class = held(class);
    return object.word(d);
}

pub fn member(name: Word, class: *Type, slot: u32) Word {
    const d = alloc.object(MemberDescriptor, .member_descriptor, 0);
    d.name = name;
    d.class = held(class);
    d.slot = slot;
    return object.word(d);
}

// Calls

/// The call has no keywords, and as many arguments as the row takes.
inline fn fits(row: *const MethodRow, nargs: usize, kwnames: Word) bool {
    return kwnames == 0 and nargs >= row.min_args and (row.max_args < 0 or nargs <= row.max_args);
}

/// Calls a row's function for `self` after the checks that the row states; messages name the class.
pub inline fn callRow(row: *const MethodRow, class: *const Type, self: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    if (fits(row, nargs, kwnames)) return row.function(self, args, nargs, 0);
    return callChecked(row, types.nameOfClass(class), self, args, nargs, kwnames);
}

noinline fn callChecked(row: *const MethodRow, owner: []const u8, self: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    if (!args_.checkRow(owner, row, nargs, kwnames)) return 0;
    return row.function(self, args, nargs, if (row.flags.keywords) kwnames else 0);
}

fn builtinCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const f = object.ptr(BuiltinFunction, self);
    if (fits(f.row, nargs, kwnames)) return f.row.function(f.self, args, nargs, 0);
    return callChecked(f.row, ownerName(f), f.self, args, nargs, kwnames);
}

/// What messages show before the name: the class that the function is bound to, or that of the object.
fn ownerName(f: *const BuiltinFunction) []const u8 {
    if (f.self == 0 or object.isExact(f.self, .module)) {
        if (f.owner) |o| return types.nameOfClass(o);
        return if (f.module == 0 or f.module == names.of(.builtins)) "" else str.slice(f.module);
    }
    const t = types.typeOf(f.self);
    const class = if (t.flags.type_subclass) object.ptr(Type, f.self) else t;
    return if (class.flags.heap and class.qualname != 0) str.slice(class.qualname) else types.nameOfClass(class);
}

fn methodCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const m = object.ptr(Method, self);
    return call.prepended(m.function, m.self, args, nargs, kwnames);
}

fn rowCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const d = object.ptr(RowDescriptor, self);
    const name = d.row.name.slice();
    if (nargs == 0) return err.raise(.TypeError, "unbound method {s}.{s}() needs an argument", .{ types.nameOf(d.class), name });
    if (!applies(args[0], d.class, name)) return 0;
    return callRow(d.row, d.class, args[0], args + 1, nargs - 1, kwnames);
}

fn wrapperCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const d = object.ptr(WrapperDescriptor, self);
    const name = names.textOf(d.def.name);
    const as_method = slot_wrap.isMethod(d.def, d.class);
    if (nargs == 0) {
        if (as_method) return err.raise(.TypeError, "unbound method {s}.{s}() needs an argument", .{ types.nameOf(d.class), name });
        return err.raise(.TypeError, "descriptor '{s}' of '{s}' object needs an argument", .{ name, types.nameOf(d.class) });
    }
    if (!types.isInstance(args[0], d.class)) {
        if (as_method) {
            _ = applies(args[0], d.class, name);
            return 0;
        }
        return err.raise(.TypeError, "descriptor '{s}' requires a '{s}' object but received a '{s}'", .{
            name, types.nameOf(d.class), types.nameOfValue(args[0]),
        });
    }
    return slot_wrap.invoke(d.def, d.class, args[0], args + 1, nargs - 1, kwnames);
}

fn applies(w: Word, class: *const Type, name: []const u8) bool {
    if (types.isInstance(w, class)) return true;
    _ = err.raise(.TypeError, "descriptor '{s}' for '{s}' objects doesn't apply to a '{s}' object", .{
        name, types.nameOf(class), types.nameOfValue(w),
    });
    return false;
}

// Binding

fn rowGet(self: Word, instance: Word, class: Word) callconv(.c) Word {
    const d = object.ptr(RowDescriptor, self);
    const name = d.row.name.slice();
    if (d.row.flags.kind == .class_method) {
        const owner = if (class != 0) class else object.word(types.typeOf(instance));
        return builtinFunction(d.row, owner, 0, d.class);
    }
    if (instance == 0) return rc.retain(self);
    if (!applies(instance, d.class, name)) return 0;
    return builtinFunction(d.row, instance, 0, d.class);
}
fn wrapperGet(self: Word, instance: Word, class: Word) callconv(.c) Word {
    _ = class;
    if (instance == 0) return rc.retain(self);
    const d = object.ptr(WrapperDescriptor, self);
    if (!applies(instance, d.class, names.textOf(d.def.name))) return 0;
    const m = bind(self, instance);
    object.header(m).shape = method_wrapper_type.shape;
    return m;
}
fn getsetGet(self: Word, instance: Word, class: Word) callconv(.c) Word {
    _ = class;
    if (instance == 0) return rc.retain(self);
    const d = object.ptr(RowDescriptor, self);
    if (!applies(instance, d.class, d.row.name.slice())) return 0;
    const none: [1]Word = .{0};
    return d.row.function(instance, &none, 0, 0);
}
fn getsetSet(self: Word, instance: Word, value: Word) callconv(.c) i32 {
    const d = object.ptr(RowDescriptor, self);
    const name = d.row.name.slice();
    if (!applies(instance, d.class, name)) return -1;
    const setter = d.row.setter orelse {
        if (d.row.flags.kind == .member) return err.fail(.AttributeError, "readonly attribute", .{});
        return err.fail(.AttributeError, "attribute '{s}' of '{s}' objects is not writable", .{
            name, types.nameOf(d.class),
        });
    };
    return setter(instance, value);
}

fn memberPlace(d: *MemberDescriptor, instance: Word) ?*Word {
    if (!applies(instance, d.class, str.slice(d.name))) return null;
    return &instance_.slotBase(instance, types.typeOf(instance))[@intCast(d.slot)];
}
/// As `err.noAttribute`, with the class's module, as CPython has it here.
fn unset(instance: Word, name: Word) Word {
    var b: str.Builder = .init(64);
    defer b.deinit();
    const module = @import("type_object.zig").moduleName(types.typeOf(instance));
    const is_main = module != 0 and str.isStr(module) and str.eqlSlice(module, "__main__");
    if (is_main) b.append(types.nameOf(types.typeOf(instance))) else @import("repr.zig").appendQualified(&b, types.typeOf(instance));
    return err.attributeError(instance, name, "'{s}' object has no attribute '{s}'", .{ b.slice(), str.slice(name) });
}
fn memberGet(self: Word, instance: Word, class: Word) callconv(.c) Word {
    _ = class;
    if (instance == 0) return rc.retain(self);
    const d = object.ptr(MemberDescriptor, self);
    const place = memberPlace(d, instance) orelse return 0;
    if (place.* == 0) return unset(instance, d.name);
    return rc.retain(place.*);
}
fn memberSet(self: Word, instance: Word, value: Word) callconv(.c) i32 {
    const d = object.ptr(MemberDescriptor, self);
    const place = memberPlace(d, instance) orelse return -1;
    const old = place.*;
    if (value == 0 and old == 0) {
        _ = err.attributeError(instance, d.name, "{s}", .{str.slice(d.name)});
        return -1;
    }
    place.* = rc.retainMaybe(value);
    rc.releaseMaybe(old);
    return 0;
}

// Life cycle, comparison, text

fn deallocBuiltin(self: Word) callconv(.c) void {
    const f = object.ptr(BuiltinFunction, self);
    rc.releaseMaybe(f.self);
    rc.releaseMaybe(f.module);
    alloc.free(f);
}
fn traverseBuiltin(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const f = object.ptr(BuiltinFunction, self);
    if (f.self != 0) visit(f.self, context);
}
fn deallocMethod(self: Word) callconv(.c) void {
    const m = object.ptr(Method, self);
    rc.release(m.function);
    rc.release(m.self);
    alloc.free(m);
}
fn traverseMethod(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const m = object.ptr(Method, self);
    visit(m.function, context);
    visit(m.self, context);
}

fn methodCompare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or types.typeOf(left) != types.typeOf(right)) {
        return singletons.notImplementedWord();
    }
    const a = object.ptr(Method, left);
    const b = object.ptr(Method, right);
    if (a.self != b.self) return singletons.boolWord(op == .ne);
    const same = hash_.eqBool(a.function, b.function);
    if (same < 0) return 0;
    return singletons.boolWord((same != 0) == (op == .eq));
}
fn builtinCompare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or
        !object.isExact(left, .builtin_function) or !object.isExact(right, .builtin_function))
    {
        return singletons.notImplementedWord();
    }
    const a = object.ptr(BuiltinFunction, left);
    const b = object.ptr(BuiltinFunction, right);
    return singletons.boolWord((a.row.function == b.row.function and a.self == b.self) == (op == .eq));
}
fn pointerHash(w: Word) i64 {
    return @bitCast(std.math.rotr(u64, w, 4));
}
fn methodHash(self: Word) callconv(.c) i64 {
    const m = object.ptr(Method, self);
    const x = hash_.hash(m.function);
    if (x == -1) return -1;
    const h = pointerHash(m.self) ^ x;
    return if (h == -1) -2 else h;
}
fn builtinHash(self: Word) callconv(.c) i64 {
    const f = object.ptr(BuiltinFunction, self);
    const h = pointerHash(f.self) ^ pointerHash(@intFromPtr(f.row.function));
    return if (h == -1) -2 else h;
}

fn methodRepr(self: Word) callconv(.c) Word {
    const m = object.ptr(Method, self);
    var b: str.Builder = .init(64);
    if (object.isExact(m.function, .wrapper_descriptor)) {
        const d = object.ptr(WrapperDescriptor, m.function);
        b.append("<method-wrapper '");
        b.append(names.textOf(d.def.name));
        b.append("' of ");
        b.append(types.nameOfValue(m.self));
        b.append(" object at ");
        repr_.appendAddress(&b, m.self);
        b.append(">");
        return b.finish();
    }
    b.append("<bound method ");
    const name = attr.getOptional(m.function, names.of(.__qualname__));
    if (name != 0 and names.isStr(name)) b.append(str.slice(name)) else b.append("?");
    rc.releaseMaybe(name);
    err.clear();
    b.append(" of ");
    const text = repr_.repr(m.self);
    if (text == 0) {
        b.deinit();
        return 0;
    }
    b.append(str.slice(text));
    rc.release(text);
    b.append(">");
    return b.finish();
}
fn builtinRepr(self: Word) callconv(.c) Word {
    const f = object.ptr(BuiltinFunction, self);
    var b: str.Builder = .init(64);
    if (f.self == 0 or object.isExact(f.self, .module)) {
        b.append("<built-in function ");
        b.append(f.row.name.slice());
    } else {
        b.append("<built-in method ");
        b.append(f.row.name.slice());
        b.append(" of ");
        b.append(types.nameOfValue(f.self));
        b.append(" object at ");
        repr_.appendAddress(&b, f.self);
    }
    b.append(">");
    return b.finish();
}
fn quotedRepr(kind: []const u8, name: []const u8, class: *const Type, objects: []const u8) Word {
    var b: str.Builder = .init(64);
    for ([_][]const u8{ "<", kind, " '", name, "' of '", types.nameOf(class), objects }) |part| b.append(part);
    return b.finish();
}
fn rowRepr(self: Word) callconv(.c) Word {
    const d = object.ptr(RowDescriptor, self);
    const kind: []const u8 = switch (d.row.flags.kind) {
        .getset => "attribute",
        .member => "member",
        .method, .class_method, .static_method, .function => "method",
    };
    return quotedRepr(kind, d.row.name.slice(), d.class, "' objects>");
}
fn wrapperRepr(self: Word) callconv(.c) Word {
    const d = object.ptr(WrapperDescriptor, self);
    return quotedRepr("slot wrapper", names.textOf(d.def.name), d.class, "' objects>");
}
fn memberRepr(self: Word) callconv(.c) Word {
    const d = object.ptr(MemberDescriptor, self);
    return quotedRepr("member", str.slice(d.name), d.class, "' objects>");
}

/// Attributes of the function come through a bound method.
fn methodGetattr(self: Word, name: Word) callconv(.c) Word {
    const own = attr.genericOptional(self, name);
    if (own != 0 or err.pending()) return own;
    // What the function lacks is reported of the function.
    return attr.get(object.ptr(Method, self).function, name);
}
fn methodGet(self: Word, instance: Word, class: Word) callconv(.c) Word {
    _ = instance;
    _ = class;
    return rc.retain(self);
}
fn methodNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = class;
    if (!args_.noKeywords("method", kwnames) or !args_.checkCount("method", nargs, 2, 2)) return 0;
    if (!call.isCallable(args[0])) return err.raise(.TypeError, "first argument must be callable", .{});
    if (singletons.isNone(args[1])) return err.raise(.TypeError, "instance must not be None", .{});
    return bind(args[0], args[1]);
}

fn m_method_self(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Method, self).self);
}
fn m_method_doc(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return attr.get(object.ptr(Method, self).function, names.of(.__doc__));
}
fn m_method_func(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Method, self).function);
}
/// What a method-wrapper says of itself is what its wrapper says.
fn ofWrapper(comptime read: object.NativeFn) object.NativeFn {
    return struct {
        fn get(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            return read(object.ptr(Method, self).function, args, nargs, kwnames);
        }
    }.get;
}
pub const method_wrapper_methods = .{
    .{ "__name__", ofWrapper(m_wrapper_name), 0, 0, .getset },
    .{ "__objclass__", ofWrapper(m_wrapper_class), 0, 0, .getset },
    .{ "__qualname__", ofWrapper(m_wrapper_qualname), 0, 0, .getset },
    .{ "__self__", m_method_self, 0, 0, .getset },
};
pub const method_methods = .{
    .{ "__self__", m_method_self, 0, 0, .getset },
    .{ "__func__", m_method_func, 0, 0, .getset },
    .{ "__doc__", m_method_doc, 0, 0, .getset },
};

fn rowName(row: *const MethodRow) Word {
    return str.intern(row.name.slice());
}
fn dotted(class: *const Type, name: []const u8) Word {
    var b: str.Builder = .init(64);
    b.append(types.nameOfClass(class));
    b.append(".");
    b.append(name);
    return b.finish();
}
fn m_builtin_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rowName(object.ptr(BuiltinFunction, self).row);
}
fn m_builtin_qualname(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(BuiltinFunction, self);
    return if (f.owner) |o| dotted(o, f.row.name.slice()) else rowName(f.row);
}
fn m_builtin_module(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(BuiltinFunction, self);
    return if (f.module != 0) rc.retain(f.module) else singletons.noneWord();
}
fn m_builtin_self(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(BuiltinFunction, self);
    if (f.self != 0) return rc.retain(f.self);
    // A function of a module belongs to the module.
    if (f.module == names.of(.builtins)) return @import("builtins.zig").module();
    return singletons.noneWord();
}
fn m_none(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.noneWord();
}
pub const builtin_function_methods = .{
    .{ "__name__", m_builtin_name, 0, 0, .getset },
    .{ "__qualname__", m_builtin_qualname, 0, 0, .getset },
    .{ "__module__", m_builtin_module, 0, 0, .getset },
    .{ "__self__", m_builtin_self, 0, 0, .getset },
    .{ "__doc__", m_none, 0, 0, .getset },
};
fn m_row_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rowName(object.ptr(RowDescriptor, self).row);
}
fn m_row_qualname(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = object.ptr(RowDescriptor, self);
    return dotted(d.class, d.row.name.slice());
}
fn m_row_class(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.word(object.ptr(RowDescriptor, self).class));
}
pub const row_methods = .{
    .{ "__name__", m_row_name, 0, 0, .getset },
    .{ "__qualname__", m_row_qualname, 0, 0, .getset },
    .{ "__objclass__", m_row_class, 0, 0, .getset },
    .{ "__doc__", m_none, 0, 0, .getset },
};
fn m_wrapper_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return names.at(object.ptr(WrapperDescriptor, self).def.name);
}
fn m_wrapper_qualname(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = object.ptr(WrapperDescriptor, self);
    return dotted(d.class, names.textOf(d.def.name));
}
fn m_wrapper_class(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.word(object.ptr(WrapperDescriptor, self).class));
}
pub const wrapper_methods = .{
    .{ "__name__", m_wrapper_name, 0, 0, .getset },
    .{ "__qualname__", m_wrapper_qualname, 0, 0, .getset },
    .{ "__objclass__", m_wrapper_class, 0, 0, .getset },
    .{ "__doc__", m_none, 0, 0, .getset },
};
fn m_member_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(MemberDescriptor, self).name);
}
fn m_member_class(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.word(object.ptr(MemberDescriptor, self).class));
}
fn m_member_qualname(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = object.ptr(MemberDescriptor, self);
    var b: str.Builder = .init(64);
    b.append(if (d.class.qualname != 0) str.slice(d.class.qualname) else types.nameOfClass(d.class));
    b.append(".");
    b.append(str.slice(d.name));
    return b.finish();
}
pub const member_methods = .{
    .{ "__name__", m_member_name, 0, 0, .getset },
    .{ "__qualname__", m_member_qualname, 0, 0, .getset },
    .{ "__objclass__", m_member_class, 0, 0, .getset },
    .{ "__doc__", m_none, 0, 0, .getset },
};

/// All kinds of descriptors hold their class, at the same place.
fn classOf(self: Word) *Type {
    comptime std.debug.assert(@offsetOf(RowDescriptor, "class") == @offsetOf(WrapperDescriptor, "class"));
    comptime std.debug.assert(@offsetOf(RowDescriptor, "class") == @offsetOf(MemberDescriptor, "class"));
    return object.ptr(RowDescriptor, self).class;
}
fn deallocDescriptor(self: Word) callconv(.c) void {
    const class = object.word(classOf(self));
    alloc.free(object.header(self));
    rc.release(class);
}
fn traverseDescriptor(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(object.word(classOf(self)), context);
}

const object_type = &@import("object_type.zig").object_type;
fn simple(comptime name: [:0]const u8, comptime shape: object.ShapeId, size: u32, flags: types.TypeFlags, slots: types.Slots) Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(shape),
        .fixed_size = size,
        .base = object_type,
        .flags = flags,
        .slots = slots,
    };
}

pub var method_type: Type = simple("method", .method, @sizeOf(Method), .{}, .{
    .dealloc = deallocMethod,
    .traverse = traverseMethod,
    .call = methodCall,
    .compare = methodCompare,
    .hash = methodHash,
    .repr = methodRepr,
    .getattro = methodGetattr,
    .descr_get = methodGet,
    .new = methodNew,
});
/// What `x.__add__` of a builtin class gives: a `Method` under another name.
pub var method_wrapper_type: Type = blk: {
    var t = simple("method-wrapper", .method, @sizeOf(Method), .{}, .{
        .dealloc = deallocMethod,
        .traverse = traverseMethod,
        .call = methodCall,
        .compare = methodCompare,
        .hash = methodHash,
        .repr = methodRepr,
        .getattro = methodGetattr,
    });
    t.shape = 0;
    break :blk t;
};
pub var builtin_function_type: Type = simple("builtin_function_or_method", .builtin_function, @sizeOf(BuiltinFunction), .{}, .{
    .dealloc = deallocBuiltin,
    .traverse = traverseBuiltin,
    .call = builtinCall,
    .compare = builtinCompare,
    .hash = builtinHash,
    .repr = builtinRepr,
});
pub var method_descriptor_type: Type = simple("method_descriptor", .method_descriptor, @sizeOf(RowDescriptor), .{ .method_descriptor = true }, .{
    .dealloc = deallocDescriptor,
    .traverse = traverseDescriptor,
    .call = rowCall,
    .repr = rowRepr,
    .descr_get = rowGet,
});
pub var getset_descriptor_type: Type = simple("getset_descriptor", .getset_descriptor, @sizeOf(RowDescriptor), .{}, .{
    .dealloc = deallocDescriptor,
    .traverse = traverseDescriptor,
    .repr = rowRepr,
    .descr_get = getsetGet,
    .descr_set = getsetSet,
});
pub var wrapper_descriptor_type: Type = simple("wrapper_descriptor", .wrapper_descriptor, @sizeOf(WrapperDescriptor), .{ .method_descriptor = true }, .{
    .dealloc = deallocDescriptor,
    .traverse = traverseDescriptor,
    .call = wrapperCall,
    .repr = wrapperRepr,
    .descr_get = wrapperGet,
});
pub var member_descriptor_type: Type = simple("member_descriptor", .member_descriptor, @sizeOf(MemberDescriptor), .{}, .{
    .dealloc = deallocDescriptor,
    .traverse = traverseDescriptor,
    .repr = memberRepr,
    .descr_get = memberGet,
    .descr_set = memberSet,
});
