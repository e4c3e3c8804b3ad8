//! Calling anything: the one door for functions, methods, classes, builtin functions and callable instances.
//!
//! Convention: `args[0..nargs]` are positional, the values of `kwnames` (tuple of str or 0) follow. All borrowed; results
//! are owned, 0 is raised.
//! Invariant: whatever is called stays alive during the call (it is retained where only a namespace holds it).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const names = @import("names.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const bind = @import("bind.zig");
const method_ = @import("method.zig");
const lookup = @import("lookup.zig");
const attr = @import("attr.zig");
const args_ = @import("args.zig");
const ns = @import("namespace.zig");
const dict = @import("dict.zig");
const slot_wrap = @import("slot_wrap.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// Calls with positional arguments.
pub fn call(f: Word, args: []const Word) Word {
    return callKw(f, args.ptr, args.len, 0);
}

/// Calls with positional and keyword arguments (`nargs` counts the positional ones).
pub fn callKw(f: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    if (!object.isSmall(f)) {
        if (object.header(f).shape == @intFromEnum(object.ShapeId.function)) {
            return bind.invoke(f, args, nargs, kwnames);
        }
        if (types.typeOf(f).slots.call) |slot| return slot(f, args, nargs, kwnames);
    }
    return err.raise(.TypeError, "'{s}' object is not callable", .{types.nameOfValue(f)});
}

pub fn isCallable(w: Word) bool {
    return types.typeOf(w).slots.call != null;
}

/// Whether calling `f`, found on a class, with the instance as first argument is the same as binding it first.
pub inline fn isUnboundMethod(f: Word) bool {
    if (object.isSmall(f)) return false;
    const shape = object.header(f).shape;
    if (shape == @intFromEnum(object.ShapeId.function)) return true;
    if (shape == @intFromEnum(object.ShapeId.method_descriptor)) {
        return object.ptr(method_.RowDescriptor, f).row.flags.kind == .method;
    }
    return shape == @intFromEnum(object.ShapeId.wrapper_descriptor);
}

const small_count = 12;

/// Calls `f(self, args…)`.
pub fn prepended(f: Word, self: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const total = nargs + args_.keywordNames(kwnames).len;
    if (total < small_count) {
        var buffer: [small_count]Word = undefined;
        buffer[0] = self;
        for (0..total) |i| buffer[i + 1] = args[i];
        return callKw(f, &buffer, nargs + 1, kwnames);
    }
    const buffer = alloc.array(Word, total + 1);
    defer alloc.free(buffer);
    buffer[0] = self;
    @memcpy(buffer[1 .. total + 1], args[0..total]);
    return callKw(f, buffer, nargs + 1, kwnames);
}

/// Calls the class attribute `f` (borrowed, not bound) as a method of `self`.
pub fn special(self: Word, f: Word, args: []const Word) Word {
    return specialKw(self, f, args.ptr, args.len, 0);
}

pub fn specialKw(self: Word, f: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    if (object.isExact(f, .wrapper_descriptor)) {
        const d = object.ptr(method_.WrapperDescriptor, f);
        if (types.isInstance(self, d.class)) return slot_wrap.invoke(d.def, d.class, self, args, nargs, kwnames);
    }
    _ = rc.retain(f);
    defer rc.release(f);
    if (isUnboundMethod(f)) return prepended(f, self, args, nargs, kwnames);
    const get = types.typeOf(f).slots.descr_get orelse return callKw(f, args, nargs, kwnames);
    const bound = get(f, self, object.word(types.typeOf(self)));
    if (bound == 0) return 0;
    defer rc.release(bound);
    return callKw(bound, args, nargs, kwnames);
}

fn nameWord(name: anytype) Word {
    return if (@TypeOf(name) == Word) name else str.intern(name);
}

/// Calls `receiver.name(args…)`; `name` is a str word or a slice.
pub fn method(receiver: Word, name: anytype, args: []const Word) Word {
    return methodKw(receiver, nameWord(name), args.ptr, args.len, 0);
}

/// As `method`, with keywords. Makes no bound method where the attribute is a plain method of the class.
pub fn methodKw(receiver: Word, name: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const t = types.typeOf(receiver);
    if (attr.hasDefaultLookup(t)) {
        const f = lookup.lookup(t, name);
        if (f != 0 and isUnboundMethod(f) and attr.ownValue(receiver, t, name) == 0) {
            return specialKw(receiver, f, args, nargs, kwnames);
        }
    }
    const f = attr.get(receiver, name);
    if (f == 0) return 0;
    defer rc.release(f);
    return callKw(f, args, nargs, kwnames);
}

/// Calls the special method of the receiver's class; TypeError-free form: returns 0 without pending if it is missing.
pub fn specialMethod(receiver: Word, comptime name: names.Name, args: []const Word) Word {
    const f = lookup.lookup(types.typeOf(receiver), names.of(name));
    if (f == 0) return 0;
    return special(receiver, f, args);
}

/// Calls with a tuple and a dict of keywords or 0.
pub fn callEx(f: Word, positional: Word, keywords: Word) Word {
    const items = object.ptr(object.Tuple, positional).slice();
    if (keywords == 0 or object.ptr(object.Dict, keywords).used == 0) return callKw(f, items.ptr, items.len, 0);
    const n: usize = @intCast(object.ptr(object.Dict, keywords).used);
    const kwnames = alloc.object(object.Tuple, .tuple, n * 8);
    kwnames.len = n;
    const buffer = alloc.array(Word, items.len + n);
    @memcpy(buffer[0..items.len], items);
    var at: usize = 0;
    var i: usize = 0;
    var bad: Word = 0;
    while (dict.next(keywords, &at)) |entry| : (i += 1) {
        if (!str.isStr(entry.key)) bad = entry.key;
        kwnames.items()[i] = rc.retain(entry.key);
        buffer[items.len + i] = rc.retain(entry.value);
    }
    const result = if (bad != 0)
        err.raise(.TypeError, "keywords must be strings", .{})
    else
        callKw(f, buffer, items.len, object.word(kwnames));
    for (buffer[items.len .. items.len + n]) |w| rc.release(w);
    rc.release(object.word(kwnames));
    alloc.free(buffer);
    return result;
}

pub export fn pyrt_obj_call(f: Word, args: [*]const Word, count: usize) callconv(.c) Word {
    return callKw(f, args, count, 0);
}
pub export fn pyrt_obj_call_kw(f: Word, kwnames: Word, args: [*]const Word, count: usize) callconv(.c) Word {
    return callKw(f, args, count - args_.keywordNames(kwnames).len, kwnames);
}
pub export fn pyrt_obj_call_ex(f: Word, positional: Word, keywords: Word) callconv(.c) Word {
    return callEx(f, positional, keywords);
}
