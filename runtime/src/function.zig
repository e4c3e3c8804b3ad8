//! Python functions and their code objects.
//!
//! Invariant: `module` never changes; name, qualname and module_name are always words, the other attributes may
//! be 0, which stands for None (`annotations`: for an empty dict not yet made).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const tuple = @import("tuple.zig");
const bind = @import("bind.zig");
const method_ = @import("method.zig");
const attr = @import("attr.zig");
const args_ = @import("args.zig");
const ns = @import("namespace.zig");
const repr_ = @import("repr.zig");
const module_ = @import("module.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Function = object.Function;
const Code = object.Code;
const Module = object.Module;
const object_type = &@import("object_type.zig").object_type;

/// What `f.__code__` gives.
pub const CodeObject = extern struct { h: object.Header, code: *const Code };

/// A function of static code; the rest is borrowed, 0 where absent.
pub fn new(code: *const Code, module: *Module, closure: Word, defaults: Word, kwdefaults: Word) Word {
    const f = alloc.object(Function, .function, 0);
    const h = f.h;
    f.* = .{
        .h = h,
        .dict = 0,
        .code = code,
        .module = object.ptr(Module, rc.retain(object.word(module))),
        .closure = rc.retainMaybe(closure),
        .defaults = rc.retainMaybe(defaults),
        .kwdefaults = rc.retainMaybe(kwdefaults),
        .annotations = 0,
        .name = object.word(code.name),
        .qualname = object.word(code.qualname),
        .doc = if (code.doc) |d| object.word(d) else 0,
        .module_name = rc.retainMaybe(module.name),
        .type_params = 0,
    };
    return object.word(f);
}

pub export fn pyrt_function_new(
    code: *const Code,
    module: *Module,
    closure: Word,
    defaults: Word,
    kwdefaults: Word,
) callconv(.c) Word {
    return new(code, module, closure, defaults, kwdefaults);
}

pub export fn pyrt_function_set_annotations(function: Word, annotations: Word) callconv(.c) i32 {
    const f = object.ptr(Function, function);
    const old = f.annotations;
    f.annotations = rc.retain(annotations);
    rc.releaseMaybe(old);
    return 0;
}

fn owned(f: *Function) [9]*Word {
    return .{
        &f.defaults,    &f.kwdefaults, &f.doc,         &f.name, &f.dict, &f.closure,
        &f.annotations, &f.qualname,   &f.module_name,
    };
}

fn dealloc(self: Word) callconv(.c) void {
    const f = object.ptr(Function, self);
    for (owned(f)) |field| rc.releaseMaybe(field.*);
    rc.releaseMaybe(f.type_params);
    rc.release(object.word(f.module));
    alloc.free(f);
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const f = object.ptr(Function, self);
    for (owned(f)) |field| if (field.* != 0) visit(field.*, context);
    if (f.type_params != 0) visit(f.type_params, context);
    visit(object.word(f.module), context);
}
fn clear(self: Word) callconv(.c) void {
    const f = object.ptr(Function, self);
    for ([_]*Word{ &f.dict, &f.closure, &f.defaults, &f.kwdefaults, &f.annotations, &f.type_params }) |field| {
        const old = field.*;
        field.* = 0;
        rc.releaseMaybe(old);
    }
}
fn call(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return bind.invoke(self, args, nargs, kwnames);
}
fn repr(self: Word) callconv(.c) Word {
    var b: str.Builder = .init(64);
    b.append("<function ");
    b.append(str.slice(object.ptr(Function, self).qualname));
    b.append(" at ");
    repr_.appendAddress(&b, self);
    b.append(">");
    return b.finish();
}
fn descrGet(self: Word, instance: Word, _: Word) callconv(.c) Word {
    return if (instance == 0) rc.retain(self) else method_.bind(self, instance);
}

/// Reader and writer of an attribute that is one field of the record.
fn Field(comptime field: []const u8, comptime attribute: []const u8, comptime kind: []const u8) type {
    return struct {
        fn get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const value = @field(object.ptr(Function, self), field);
            return if (value == 0) singletons.noneWord() else rc.retain(value);
        }
        fn set(self: Word, value: Word) callconv(.c) i32 {
            const place = &@field(object.ptr(Function, self), field);
            const optional = comptime !std.mem.eql(u8, kind, "string");
            if (value == 0 and !optional) return wrong();
            const none = value == 0 or (optional and singletons.isNone(value));
            if (!none) {
                const t = types.typeOf(value);
                const fits = if (comptime std.mem.eql(u8, kind, "string"))
                    t.flags.str_subclass
                else if (comptime std.mem.eql(u8, kind, "tuple"))
                    t.flags.tuple_subclass
                else if (comptime std.mem.eql(u8, kind, "dict"))
                    t.flags.dict_subclass
                else
                    true;
                if (!fits) return wrong();
            }
            const old = place.*;
            place.* = if (none) 0 else rc.retain(value);
            rc.releaseMaybe(old);
            return 0;
        }
        fn wrong() i32 {
            return err.fail(.TypeError, attribute ++ " must be set to a " ++ kind ++ " object", .{});
        }
    };
}
const name_field = Field("name", "__name__", "string");
const qualname_field = Field("qualname", "__qualname__", "string");
const doc_field = Field("doc", "__doc__", "any");
const module_field = Field("module_name", "__module__", "any");
const defaults_field = Field("defaults", "__defaults__", "tuple");
const kwdefaults_field = Field("kwdefaults", "__kwdefaults__", "dict");
const annotations_field = Field("annotations", "__annotations__", "dict");
const type_params_field = Field("type_params", "__type_params__", "tuple");

fn getAnnotations(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(Function, self);
    if (f.annotations == 0) f.annotations = ns.new();
    return rc.retain(f.annotations);
}
fn getTypeParams(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(Function, self);
    return if (f.type_params == 0) tuple.empty() else rc.retain(f.type_params);
}
fn getClosure(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(Function, self);
    return if (f.closure == 0 or tuple.len(f.closure) == 0) singletons.noneWord() else rc.retain(f.closure);
}
fn getGlobals(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(module_.namespace(object.ptr(Function, self).module));
}
/// The namespace of the module `builtins`: every function of a program has the same.
fn getBuiltins(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const builtins = @import("builtins.zig");
    builtins.materialize();
    const m = builtins.module();
    defer rc.release(m);
    return rc.retain(module_.namespace(object.ptr(object.Module, m)));
}
fn setCode(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0 or !object.isExact(value, .code)) {
        return err.fail(.TypeError, "__code__ must be set to a code object", .{});
    }
    const f = object.ptr(Function, self);
    const code = codeOf(value);
    const held = if (f.closure == 0) 0 else tuple.len(f.closure);
    if (code.free != held) {
        return err.fail(.ValueError, "{s}() requires a code object with {d} free vars, not {d}", .{
            str.slice(f.name), held, @as(u64, code.free),
        });
    }
    if (code.flags.module or code.flags.class_body) {
        return err.fail(.NotImplementedError, "PA0203: the code of a text or a class cannot become that of a function", .{});
    }
    f.code = code;
    return 0;
}
/// `FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)`.
fn newFunction(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [6]Word = undefined;
    const ok = args_.bind(.{
        .name = "function",
        .params = &.{ "code", "globals", "name", "argdefs", "closure", "kwdefaults" },
        .positional = 6,
        .required = 2,
    }, args, nargs, kwnames, &given);
    if (!ok) return 0;
    for (given[2..]) |*w| {
        if (w.* != 0 and singletons.isNone(w.*)) w.* = 0;
    }
    if (!object.isExact(given[0], .code)) return err.raise(.TypeError, "function() argument 'code' must be code, not {t}", .{given[0]});
    if (!types.typeOf(given[1]).flags.dict_subclass) return err.raise(.TypeError, "function() argument 'globals' must be dict, not {t}", .{given[1]});
    if (given[2] != 0 and !str.isStr(given[2])) return err.raise(.TypeError, "arg 3 (name) must be None or string", .{});
    if (given[3] != 0 and !tuple.isTuple(given[3])) return err.raise(.TypeError, "arg 4 (defaults) must be None or tuple", .{});
    const code = codeOf(given[0]);
    if (given[4] != 0 and !tuple.isTuple(given[4])) return err.raise(.TypeError, "arg 5 (closure) must be None or tuple", .{});
    if (given[4] == 0 and code.free > 0) return err.raise(.TypeError, "arg 5 (closure) must be tuple", .{});
    const cells: []const Word = if (given[4] == 0) &.{} else tuple.items(given[4]);
    if (cells.len != code.free) {
        return err.raise(.ValueError, "{s} requires closure of length {d}, not {d}", .{ code.name.slice(), @as(u64, code.free), cells.len });
    }
    for (cells) |cell| {
        if (!object.isExact(cell, .cell)) return err.raise(.TypeError, "arg 5 (closure) expected cell, found {t}", .{cell});
    }
    if (given[5] != 0 and !types.typeOf(given[5]).flags.dict_subclass) return err.raise(.TypeError, "arg 6 (kwdefaults) must be None or dict", .{});
    if (code.flags.module or code.flags.class_body) {
        return err.raise(.NotImplementedError, "PA0203: the code of a text or a class cannot become that of a function", .{});
    }
    const m = @import("dynamic_code.zig").moduleOf(given[1]);
    if (module_.ownerOf(given[1]) != null and m != codeModule(code)) {
        rc.release(object.word(m));
        return err.raise(.NotImplementedError, "PA0203: a function with the globals of another module is not supported", .{});
    }
    defer rc.release(object.word(m));
    if (module_.ownerOf(given[1]) == null and codeModule(code) != null) {
        return err.raise(.NotImplementedError, "PA0203: a function with other globals than those of its code is not supported", .{});
    }
    const w = new(code, m, given[4], given[3], given[5]);
    if (given[2] != 0) {
        const f = object.ptr(Function, w);
        const old = f.name;
        f.name = rc.retain(given[2]);
        rc.release(old);
    }
    return w;
}
/// The module whose slots the code of a compiled module uses; null for the code of texts.
fn codeModule(code: *const Code) ?*Module {
    return module_.ofFile(code.filename.slice());
}
fn getCode(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return codeObject(object.ptr(Function, self).code);
}
/// A code object of a static record, owned.
pub fn codeObject(code: *const Code) Word {
    const c = alloc.object(CodeObject, .code, 0);
    c.code = code;
    return object.word(c);
}

pub const methods = .{
    .{ "__name__", name_field.get, 0, 0, .getset, name_field.set },
    .{ "__qualname__", qualname_field.get, 0, 0, .getset, qualname_field.set },
    .{ "__doc__", doc_field.get, 0, 0, .getset, doc_field.set },
    .{ "__module__", module_field.get, 0, 0, .getset, module_field.set },
    .{ "__defaults__", defaults_field.get, 0, 0, .getset, defaults_field.set },
    .{ "__kwdefaults__", kwdefaults_field.get, 0, 0, .getset, kwdefaults_field.set },
    .{ "__annotations__", getAnnotations, 0, 0, .getset, annotations_field.set },
    .{ "__type_params__", getTypeParams, 0, 0, .getset, type_params_field.set },
    .{ "__closure__", getClosure, 0, 0, .member },
    .{ "__globals__", getGlobals, 0, 0, .member },
    .{ "__code__", getCode, 0, 0, .getset, setCode },
    .{ "__builtins__", getBuiltins, 0, 0, .member },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
};

pub var function_type: types.Type = .{
    .h = types.static_header,
    .c_name = "function",
    .shape = @intFromEnum(object.ShapeId.function),
    .fixed_size = @sizeOf(Function),
    .ext_offset = @offsetOf(Function, "dict"),
    .base = object_type,
    .flags = .{ .has_dict = true, .method_descriptor = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .call = call,
        .descr_get = descrGet,
        .new = newFunction,
    },
};

// Code objects

fn codeOf(self: Word) *const Code {
    return object.ptr(CodeObject, self).code;
}
fn text(s: *const object.Str) Word {
    return rc.retain(object.word(s));
}
fn co_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return text(codeOf(self).name);
}
fn co_qualname(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return text(codeOf(self).qualname);
}
fn co_filename(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return text(codeOf(self).filename);
}
fn co_firstlineno(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(codeOf(self).first_line);
}
fn co_argcount(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(codeOf(self).positional);
}
fn co_posonlyargcount(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(codeOf(self).posonly);
}
fn co_kwonlyargcount(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(codeOf(self).kwonly);
}
fn co_nlocals(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(codeOf(self).locals);
}
fn co_varnames(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = codeOf(self);
    return tuple.fromSlice(c.names[0..c.locals]);
}
fn co_freevars(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = codeOf(self);
    return tuple.fromSlice(c.free_names[0..c.free]);
}
fn co_cellvars(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = codeOf(self);
    return tuple.fromSlice(c.free_names[c.free .. c.free + c.cells]);
}
fn co_flags(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(flagsOf(codeOf(self).flags));
}
fn flagsOf(f: object.CodeFlags) i64 {
    var v: i64 = if (f.module or f.class_body) 0 else 3;
    if (f.varargs) v |= 4;
    if (f.varkw) v |= 8;
    if (f.nested) v |= 16;
    if (f.generator) v |= 32;
    if (f.iterable_coroutine) v |= 256;
    if (f.coroutine) v |= 128;
    if (f.async_generator) v |= 512;
    return v;
}

/// `code.replace(…)`: a code object that differs in what is given.
fn replace(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs > 0) return err.raise(.TypeError, "replace() takes no positional arguments", .{});
    const code = alloc.array(Code, 1);
    // Functions may refer to it as long as the program runs.
    code[0] = codeOf(self).*;
    if (kwnames == 0) return codeObject(&code[0]);
    for (tuple.items(kwnames), args[0..tuple.len(kwnames)]) |name, value| {
        if (!replaceField(&code[0], str.slice(name), value)) return 0;
    }
    return codeObject(&code[0]);
}
fn replaceField(code: *Code, name: []const u8, value: Word) bool {
    const texts = .{ .{ "co_name", "name" }, .{ "co_qualname", "qualname" }, .{ "co_filename", "filename" } };
    inline for (texts) |entry| {
        if (std.mem.eql(u8, name, entry[0])) {
            if (!object.isExact(value, .str)) return err.fail(.TypeError, "replace() argument '" ++ entry[0] ++ "' must be str, not {t}", .{value}) == 0;
            rc.immortalize(value);
            @field(code, entry[1]) = object.ptr(object.Str, value);
            return true;
        }
    }
    const is_flags = std.mem.eql(u8, name, "co_flags");
    if (is_flags or std.mem.eql(u8, name, "co_firstlineno")) {
        const number = int.toSsize(value) orelse return false;
        if (!is_flags) {
            code.first_line = @intCast(@max(0, number));
            return true;
        }
        const before = code.flags;
        code.flags.iterable_coroutine = number & 256 != 0;
        const allowed = flagsOf(code.flags) == number or number & ~@as(i64, 0x100) == flagsOf(before) & ~@as(i64, 0x100);
        if (allowed) return true;
    }
    _ = err.raise(.NotImplementedError, "PA0203: code.replace({s}=…) is not supported: the code is compiled", .{name});
    return false;
}

/// `code.co_positions()`; see `traceback.positions`.
fn coPositions(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return @import("traceback.zig").positions(codeOf(self));
}

pub const code_methods = .{
    .{ "co_positions", coPositions, 0, 0 },
    .{ "replace", replace, 0, -1, .keywords },
    .{ "co_name", co_name, 0, 0, .getset },
    .{ "co_qualname", co_qualname, 0, 0, .getset },
    .{ "co_filename", co_filename, 0, 0, .getset },
    .{ "co_firstlineno", co_firstlineno, 0, 0, .getset },
    .{ "co_argcount", co_argcount, 0, 0, .getset },
    .{ "co_posonlyargcount", co_posonlyargcount, 0, 0, .getset },
    .{ "co_kwonlyargcount", co_kwonlyargcount, 0, 0, .getset },
    .{ "co_nlocals", co_nlocals, 0, 0, .getset },
    .{ "co_varnames", co_varnames, 0, 0, .getset },
    .{ "co_freevars", co_freevars, 0, 0, .getset },
    .{ "co_cellvars", co_cellvars, 0, 0, .getset },
    .{ "co_flags", co_flags, 0, 0, .getset },
};

fn codeRepr(self: Word) callconv(.c) Word {
    const c = codeOf(self);
    var b: str.Builder = .init(96);
    b.append("<code object ");
    b.append(c.name.slice());
    b.append(" at ");
    repr_.appendAddress(&b, @intFromPtr(c));
    b.append(", file \"");
    b.append(c.filename.slice());
    b.append("\", line ");
    b.appendInt(c.first_line);
    b.append(">");
    return b.finish();
}
fn codeCompare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or !object.isExact(left, .code) or !object.isExact(right, .code)) {
        return singletons.notImplementedWord();
    }
    return singletons.boolWord((codeOf(left) == codeOf(right)) == (op == .eq));
}
fn codeHash(self: Word) callconv(.c) i64 {
    return @bitCast(std.math.rotr(u64, @intFromPtr(codeOf(self)), 4));
}

pub var code_type: types.Type = .{
    .h = types.static_header,
    .c_name = "code",
    .shape = @intFromEnum(object.ShapeId.code),
    .fixed_size = @sizeOf(CodeObject),
    .base = object_type,
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = rc.deallocPlain, .repr = codeRepr, .compare = codeCompare, .hash = codeHash },
};
