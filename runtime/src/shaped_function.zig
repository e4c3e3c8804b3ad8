//! Functions with parameters chosen at run time: what `namedtuple` and `dataclass` make where CPython compiles a string.
//! Binding, messages, defaults and what `inspect` reads are those of any function; the body is a callable that gets all
//! parameters by position, or the construction of a tuple.
//!
//! Invariant: the code record of such a function lives for ever, as the records of compiled functions do; one is made for a
//! method of a class, and classes live for ever.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const call = @import("call.zig");
const tuple = @import("tuple.zig");
const attr = @import("attr.zig");
const function = @import("function.zig");
const module_import = @import("module_import.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Code = object.Code;

/// The record of a function object, and what it runs.
const Shaped = extern struct { code: Code, implementation: Word };

fn of(f: Word) *const Shaped {
    return @fieldParentPtr("code", object.ptr(object.Function, f).code);
}

/// Calls the implementation with all parameters.
fn runCallable(f: Word, args: [*]const Word) callconv(.c) Word {
    const s = of(f);
    return call.call(s.implementation, args[0..s.code.params]);
}
/// `tuple.__new__(cls, (a, b, …))`.
fn runTuple(f: Word, args: [*]const Word) callconv(.c) Word {
    const items = tuple.fromSlice(args[1..of(f).code.params]);
    if (args[0] == object.word(&tuple.tuple_type)) return items;
    defer rc.release(items);
    const class = args[0];
    if (object.isSmall(class) or !types.typeOf(class).flags.type_subclass or
        !types.isSubtype(object.ptr(types.Type, class), &tuple.tuple_type))
    {
        return err.raise(.TypeError, "tuple.__new__({t}): {t} is not a subtype of tuple", .{ class, class });
    }
    return tuple.new(class, &[1]Word{items}, 1, 0);
}

/// Stores the parameters as attributes of the first, by a plan: (steps, parameters for `__post_init__` or None, stores that
/// `object` does, the default that stands for a factory's result). A step: (name, index of the parameter or −1, factory or
/// constant, is it a factory). A parameter for `__post_init__`: its index, or a tuple with a constant.
fn runFields(f: Word, args: [*]const Word) callconv(.c) Word {
    const plan = tuple.items(of(f).implementation);
    const self = args[0];
    const by_object = plan[2] == singletons.trueWord();
    for (tuple.items(plan[0])) |step| {
        const parts = tuple.items(step);
        const at = int.toI64(parts[1]).?;
        const is_factory = parts[3] == singletons.trueWord();
        const value = if (is_factory and (at < 0 or args[@intCast(at)] == plan[3]))
            call.call(parts[2], &.{})
        else
            rc.retain(if (at < 0) parts[2] else args[@intCast(at)]);
        if (value == 0) return 0;
        defer rc.release(value);
        const status = if (by_object) attr.genericSet(self, parts[0], value) else attr.set(self, parts[0], value);
        if (status < 0) return 0;
    }
    if (singletons.isNone(plan[1])) return singletons.noneWord();
    const given = tuple.items(plan[1]);
    const values = alloc.array(Word, given.len + 1);
    defer alloc.free(values);
    for (given, values[0..given.len]) |g, *v| {
        v.* = if (object.isSmall(g)) args[@intCast(int.toI64(g).?)] else tuple.items(g)[0];
    }
    const hook = attr.get(self, str.intern("__post_init__"));
    if (hook == 0) return 0;
    defer rc.release(hook);
    const result = call.call(hook, values[0..given.len]);
    if (result == 0) return 0;
    rc.release(result);
    return singletons.noneWord();
}

/// `shaped_function(implementation, names, positional, name, qualname, doc)`: `names` are the parameters, of which the first
/// `positional` are positional and the others keyword-only; `implementation` is None for the constructor of a named tuple, or a plan
/// for `runFields`.
pub fn make(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const names = args[1];
    const positional: usize = @intCast(int.toI64(args[2]).?);
    const n = tuple.len(names);
    const s = &alloc.array(Shaped, 1)[0];
    const list = alloc.array(Word, n);
    for (tuple.items(names), list[0..n]) |name, *place| place.* = str.internWord(name);
    rc.immortalize(args[0]);
    const has_doc = !singletons.isNone(args[5]);
    if (has_doc) rc.immortalize(args[5]);
    s.* = .{
        .implementation = args[0],
        .code = .{
            .entry = if (singletons.isNone(args[0])) runTuple else if (tuple.isTuple(args[0])) runFields else runCallable,
            .resume_ = null,
            .name = object.ptr(object.Str, str.internWord(args[3])),
            .qualname = object.ptr(object.Str, str.internWord(args[4])),
            .filename = object.ptr(object.Str, str.intern("<string>")),
            .names = list,
            .doc = if (has_doc) object.header(args[5]) else null,
            .flags = .{},
            .posonly = 0,
            .positional = @intCast(positional),
            .kwonly = @intCast(n - positional),
            .params = @intCast(n),
            .locals = @intCast(n),
            .free = 0,
            .first_line = 1,
            .cells = 0,
            .free_names = list,
        },
    };
    return function.new(&s.code, module_import.runningModule(), 0, 0, 0);
}
