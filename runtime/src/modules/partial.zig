//! `functools.partial`.
//!
//! Invariant: `args` is an exact tuple, `keywords` an exact dict; a partial of an exact partial is flattened when made.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const str = @import("../str.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const merge = @import("../dict_merge.zig");
const args_ = @import("../args.zig");
const tuple = @import("../tuple.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

const Partial = extern struct { h: object.Header, ext: Word, function: Word, args: Word, keywords: Word };
const life = native.Life(Partial, &.{ "ext", "function", "args", "keywords" });
pub var partial_type: types.Type = .{
    .h = types.static_header,
    .c_name = "functools.partial",
    .fixed_size = @sizeOf(Partial),
    .slot_offset = @sizeOf(Partial),
    .ext_offset = @offsetOf(Partial, "ext"),
    .flags = .{ .base = true, .has_dict = true, .has_weakrefs = true, .immutable = true, .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .repr = repr, .call = callPartial, .new = new },
};
pub const methods = .{
    .{ "func", getFunction, 0, 0, .member },
    .{ "args", getArgs, 0, 0, .member },
    .{ "keywords", getKeywords, 0, 0, .member },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
    .{ "__reduce__", reduce, 0, 0 },
    .{ "__setstate__", setState, 1, 1 },
    native.class_getitem,
};

fn of(w: Word) *Partial {
    return object.ptr(Partial, w);
}
fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs == 0) return err.raise(.TypeError, "type 'partial' takes at least one argument", .{});
    var function = args[0];
    var before: []const Word = &.{};
    var keywords: Word = 0;
    if (types.typeOf(function) == &partial_type and class == object.word(&partial_type) and of(function).ext == 0) {
        const inner = of(function);
        before = tuple.items(inner.args);
        keywords = dict.copy(inner.keywords);
        function = inner.function;
    } else if (!call.isCallable(function)) {
        return err.raise(.TypeError, "the first argument must be callable", .{});
    }
    if (keywords == 0) keywords = dict.new();
    for (args_.keywordNames(kwnames), 0..) |key, i| dict.setStr(keywords, key, args[nargs + i]);
    const all = tuple.create(before.len + nargs - 1);
    for (before, 0..) |w, i| all.items()[i] = rc.retain(w);
    for (args[1..nargs], before.len..) |w, i| all.items()[i] = rc.retain(w);
    const p = instance.allocate(Partial, class);
    p.ext = 0;
    p.function = rc.retain(function);
    p.args = object.word(all);
    p.keywords = keywords;
    return object.word(p);
}

fn callPartial(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const p = of(self);
    // `__setstate__` may replace them meanwhile.
    const function = rc.retain(p.function);
    defer rc.release(function);
    const bound = rc.retain(p.args);
    defer rc.release(bound);
    const before = tuple.items(bound);
    const given = args_.keywordNames(kwnames);
    if (dict.len(p.keywords) == 0) {
        const total = before.len + nargs + given.len;
        var few: [12]Word = undefined;
        const buffer: [*]Word = if (total <= few.len) &few else alloc.array(Word, total);
        defer if (total > few.len) alloc.free(buffer);
        @memcpy(buffer[0..before.len], before);
        @memcpy(buffer[before.len..total], args[0 .. nargs + given.len]);
        return call.callKw(function, buffer, before.len + nargs, kwnames);
    }
    const keywords = dict.copy(p.keywords);
    defer rc.release(keywords);
    for (given, 0..) |key, i| if (dict.set(keywords, key, args[nargs + i]) < 0) return 0;
    const all = tuple.create(before.len + nargs);
    defer rc.release(object.word(all));
    for (before, 0..) |w, i| all.items()[i] = rc.retain(w);
    for (args[0..nargs], before.len..) |w, i| all.items()[i] = rc.retain(w);
    return call.callEx(function, object.word(all), keywords);
}

fn repr(self: Word) callconv(.c) Word {
    return container.wordOf(reprOf(self));
}
fn reprOf(self: Word) Raised!Word {
    if (!container.enterRepr(self)) return str.fromSlice("...");
    defer container.leaveRepr(self);
    const p = of(self);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    const t = types.typeOf(self);
    if (t.flags.heap) {
        const module = @import("../type_object.zig").moduleName(t);
        if (module != 0 and str.isStr(module)) {
            b.append(str.slice(module));
            b.append(".");
        }
        b.append(if (t.qualname != 0) str.slice(t.qualname) else types.nameOf(t));
    } else {
        b.append("functools.partial");
    }
    b.append("(");
    try container.appendRepr(&b, p.function);
    for (tuple.items(p.args)) |w| {
        b.append(", ");
        try container.appendRepr(&b, w);
    }
    var at: usize = 0;
    while (dict.next(p.keywords, &at)) |item| {
        b.append(", ");
        if (str.isStr(item.key)) b.append(str.slice(item.key)) else try container.appendRepr(&b, item.key);
        b.append("=");
        try container.appendRepr(&b, item.value);
    }
    b.append(")");
    return b.finish();
}

fn getFunction(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).function);
}
fn getArgs(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).args);
}
fn getKeywords(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).keywords);
}
fn reduce(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = of(self);
    const has_state = types.typeOf(self).flags.heap or p.ext != 0;
    const dict_word = if (has_state) rc.retain(instance.dictOf(self)) else singletons.noneWord();
    return tuple.fromOwned(&.{
        object.word(types.typeOf(self)),
        tuple.fromSlice(&.{p.function}),
        tuple.fromOwned(&.{ rc.retain(p.function), rc.retain(p.args), rc.retain(p.keywords), dict_word }),
    });
}
fn setState(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const bad = "invalid partial state";
    if (!tuple.isTuple(args[0]) or tuple.len(args[0]) != 4) return err.raise(.TypeError, bad, .{});
    const s = tuple.items(args[0]);
    const kw_none = singletons.isNone(s[2]);
    if (!call.isCallable(s[0]) or !tuple.isTuple(s[1]) or !(kw_none or dict.isDict(s[2]))) return err.raise(.TypeError, bad, .{});
    const p = of(self);
    const bound = if (object.isExact(s[1], .tuple)) rc.retain(s[1]) else tuple.fromIterable(s[1]);
    if (bound == 0) return 0;
    const keywords = if (kw_none) dict.new() else if (object.isExact(s[2], .dict)) rc.retain(s[2]) else dict.copy(s[2]);
    const old = [_]Word{ p.function, p.args, p.keywords };
    p.function = rc.retain(s[0]);
    p.args = bound;
    p.keywords = keywords;
    for (old) |w| rc.release(w);
    if (singletons.isNone(s[3])) return singletons.noneWord();
    return if (attr.m_dict_set(self, s[3]) < 0) 0 else singletons.noneWord();
}
