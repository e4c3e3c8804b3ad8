//! `operator.itemgetter`, `attrgetter`, `methodcaller`.
//!
//! Invariant: `args` is the tuple of the positional arguments as they were given; `keywords` a dict or 0 (methodcaller only).
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const str = @import("../str.zig");
const ops = @import("../ops.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const args_ = @import("../args.zig");
const tuple = @import("../tuple.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

const Getter = extern struct { h: object.Header, args: Word, keywords: Word };
const life = native.Life(Getter, &.{ "args", "keywords" });
const New = @typeInfo(@FieldType(types.Slots, "new")).optional.child;
const Call = @typeInfo(@FieldType(types.Slots, "call")).optional.child;

fn class(comptime c_name: [*:0]const u8, comptime new: New, comptime run: Call) types.Type {
    return .{
        .h = types.static_header,
        .c_name = c_name,
        .fixed_size = @sizeOf(Getter),
        .flags = .{ .immutable = true },
        .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .repr = repr, .call = run, .new = new },
    };
}
pub var itemgetter_type = class("operator.itemgetter", itemNew, itemCall);
pub var attrgetter_type = class("operator.attrgetter", attrNew, attrCall);
pub var methodcaller_type = class("operator.methodcaller", methodNew, methodCall);
pub const methods = .{.{ "__reduce__", reduce, 0, 0 }};

fn of(w: Word) *Getter {
    return object.ptr(Getter, w);
}
fn make(t: *const types.Type, args: []const Word, keywords: Word) Word {
    const g = native.create(Getter, t);
    g.args = tuple.fromSlice(args);
    g.keywords = keywords;
    return object.word(g);
}

/// One object and no keywords; false: raised.
fn oneArgument(comptime shown: []const u8, nargs: usize, kwnames: Word) bool {
    return args_.noKeywords(shown, kwnames) and args_.checkCount(shown, nargs, 1, 1);
}

// itemgetter --------------------------------------------------------------------------------------------------------

fn itemNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("itemgetter", kwnames)) return 0;
    if (nargs == 0) return err.raise(.TypeError, "itemgetter expected 1 argument, got 0", .{});
    return make(&itemgetter_type, args[0..nargs], 0);
}
fn itemCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!oneArgument("itemgetter", nargs, kwnames)) return 0;
    const keys = tuple.items(of(self).args);
    if (keys.len == 1) return ops.getitem(args[0], keys[0]);
    const result = tuple.create(keys.len);
    @memset(result.slice(), singletons.noneWord());
    for (keys, 0..) |key, i| {
        const value = ops.getitem(args[0], key);
        if (value == 0) {
            rc.release(object.word(result));
            return 0;
        }
        result.items()[i] = value;
    }
    return object.word(result);
}

// attrgetter --------------------------------------------------------------------------------------------------------

fn attrNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("attrgetter", kwnames)) return 0;
    if (nargs == 0) return err.raise(.TypeError, "attrgetter expected 1 argument, got 0", .{});
    for (args[0..nargs]) |w| if (!str.isStr(w)) return err.raise(.TypeError, "attribute name must be a string", .{});
    return make(&attrgetter_type, args[0..nargs], 0);
}
/// `o.a.b` for the name "a.b"; owned.
fn dotted(o: Word, path: Word) Word {
    const whole = str.slice(path);
    var at = rc.retain(o);
    var parts = std.mem.splitScalar(u8, whole, '.');
    while (parts.next()) |part| {
        const value = attr.get(at, str.intern(part));
        rc.release(at);
        if (value == 0) return 0;
        at = value;
    }
    return at;
}
fn attrCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!oneArgument("attrgetter", nargs, kwnames)) return 0;
    const paths = tuple.items(of(self).args);
    if (paths.len == 1) return dotted(args[0], paths[0]);
    const result = tuple.create(paths.len);
    @memset(result.slice(), singletons.noneWord());
    for (paths, 0..) |path, i| {
        const value = dotted(args[0], path);
        if (value == 0) {
            rc.release(object.word(result));
            return 0;
        }
        result.items()[i] = value;
    }
    return object.word(result);
}

// methodcaller ------------------------------------------------------------------------------------------------------

fn methodNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs == 0) return err.raise(.TypeError, "methodcaller needs at least one argument, the method name", .{});
    if (!str.isStr(args[0])) return err.raise(.TypeError, "method name must be a string", .{});
    var keywords: Word = 0;
    const given = args_.keywordNames(kwnames);
    if (given.len > 0) {
        keywords = dict.new();
        for (given, 0..) |key, i| dict.setStr(keywords, key, args[nargs + i]);
    }
    return make(&methodcaller_type, args[0..nargs], keywords);
}
fn methodCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!oneArgument("methodcaller", nargs, kwnames)) return 0;
    const g = of(self);
    const given = tuple.items(g.args);
    const key = str.intern(str.slice(given[0]));
    if (g.keywords == 0) return call.methodKw(args[0], key, given.ptr + 1, given.len - 1, 0);
    const f = attr.get(args[0], key);
    if (f == 0) return 0;
    defer rc.release(f);
    const positional = tuple.fromSlice(given[1..]);
    defer rc.release(positional);
    return call.callEx(f, positional, g.keywords);
}

fn repr(self: Word) callconv(.c) Word {
    return container.wordOf(reprOf(self));
}
fn reprOf(self: Word) Raised!Word {
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append(types.nameOf(types.typeOf(self)));
    if (!container.enterRepr(self)) {
        b.append("(...)");
        return b.finish();
    }
    defer container.leaveRepr(self);
    b.append("(");
    for (tuple.items(of(self).args), 0..) |w, i| {
        if (i > 0) b.append(", ");
        try container.appendRepr(&b, w);
    }
    if (of(self).keywords != 0) {
        var at: usize = 0;
        while (dict.next(of(self).keywords, &at)) |item| {
            b.append(", ");
            b.append(str.slice(item.key));
            b.append("=");
            try container.appendRepr(&b, item.value);
        }
    }
    b.append(")");
    return b.finish();
}
fn reduce(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const g = of(self);
    const t = object.word(types.typeOf(self));
    if (g.keywords == 0) return tuple.fromSlice(&.{ t, g.args });
    const partial = @import("partial.zig");
    native.ready(&partial.partial_type, @import("../methods.zig").table(partial.methods));
    const positional = tuple.fromSlice(&.{ t, tuple.items(g.args)[0] });
    defer rc.release(positional);
    const maker = call.callEx(object.word(&partial.partial_type), positional, g.keywords);
    if (maker == 0) return 0;
    return tuple.fromOwned(&.{ maker, tuple.fromSlice(tuple.items(g.args)[1..]) });
}
