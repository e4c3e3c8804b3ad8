//! enumerate, zip, map and filter.
//!
//! Invariant: an object's fields are set before anything else can see it; a `next` that raises leaves the object usable.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const int = @import("int.zig");
const ops = @import("ops.zig");
const str = @import("str.zig");
const iter = @import("iter.zig");
const tuple = @import("tuple.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const Word = object.Word;
const Raised = container.Raised;

/// The common layout; which words mean what depends on the class.
const Adaptor = extern struct {
    h: object.Header,
    /// enumerate and filter: the iterator; zip and map: the tuple of iterators.
    source: Word,
    /// enumerate: the next number; map and filter: the function; zip: True if strict.
    other: Word,
    /// enumerate and zip of two: the pair of the last time, or 0 (`tuple.nextPair`).
    pair: Word,
};

fn adaptorType(
    comptime name: [*:0]const u8,
    comptime shape: object.ShapeId,
    comptime next: types.UnaryFn,
    comptime new: @typeInfo(@FieldType(types.Slots, "new")).optional.child,
) types.Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(shape),
        .fixed_size = @sizeOf(Adaptor),
        .flags = .{ .base = true, .immutable = true, .default_getattr = true },
        .slots = .{ .dealloc = dealloc, .traverse = traverse, .iter = iter.self, .next = next, .new = new },
    };
}

pub var enumerate_type = adaptorType("enumerate", .enumerate, enumerateNext, enumerateNew);
pub var zip_type = adaptorType("zip", .zip, zipNext, zipNew);
pub var map_type = adaptorType("map", .map, mapNext, mapNew);
pub var filter_type = adaptorType("filter", .filter, filterNext, filterNew);

comptime {
    @export(&enumerate_type, .{ .name = "pyrt_type_enumerate" });
    @export(&zip_type, .{ .name = "pyrt_type_zip" });
    @export(&map_type, .{ .name = "pyrt_type_map" });
    @export(&filter_type, .{ .name = "pyrt_type_filter" });
}

inline fn of(w: Word) *Adaptor {
    return object.ptr(Adaptor, w);
}

fn dealloc(w: Word) callconv(.c) void {
    rc.releaseMaybe(of(w).source);
    rc.releaseMaybe(of(w).other);
    rc.releaseMaybe(of(w).pair);
    alloc.free(object.header(w));
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).source, visit, context);
    container.visitMaybe(of(w).other, visit, context);
    container.visitMaybe(of(w).pair, visit, context);
}

/// An instance that takes over both words.
fn make(class: Word, source: Word, other: Word) Word {
    const a = instance.allocate(Adaptor, class);
    a.source = source;
    a.other = other;
    a.pair = 0;
    return object.word(a);
}

/// A tuple of iterators over the arguments.
fn iteratorsOf(sources: []const Word) Raised!Word {
    if (sources.len == 0) return tuple.empty();
    const t = tuple.create(sources.len);
    @memset(t.slice(), singletons.noneWord());
    errdefer rc.release(object.word(t));
    for (sources, 0..) |source, i| t.items()[i] = try container.check(iter.iter(source));
    return object.word(t);
}

/// Keywords reach a subclass's `__init__` only.
fn refuseKeywords(class: Word, own: *types.Type, name: []const u8, kwnames: Word) bool {
    if (object.ptr(types.Type, class).slots.init != own.slots.init) return true;
    return args_.noKeywords(name, kwnames);
}

// enumerate ---------------------------------------------------------------------------------------------------------

fn enumerateNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return container.wordOf(enumerateMake(class, args, nargs, kwnames));
}
fn enumerateMake(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) Raised!Word {
    const names = args_.keywordNames(kwnames);
    const total = nargs + names.len;
    if (total > 2) {
        return container.fail(.TypeError, "enumerate() takes at most 2 arguments ({d} given)", .{@as(i64, @intCast(total))});
    }
    var given = [2]Word{ 0, 0 };
    for (0..nargs) |i| given[i] = args[i];
    for (names, 0..) |name, k| {
        const slot: ?usize = if (str.eqlSlice(name, "iterable")) 0 else if (str.eqlSlice(name, "start")) 1 else null;
        const at = slot orelse return badEnumerateKeyword(name);
        if (given[at] != 0) return badEnumerateKeyword(name);
        given[at] = args[nargs + k];
    }
    if (given[0] == 0) {
        if (names.len > 0) return badEnumerateKeyword(names[0]);
        return container.fail(.TypeError, "enumerate() missing required argument 'iterable'", .{});
    }
    const start = if (given[1] == 0) object.makeSmall(0) else try container.indexWord(given[1]);
    errdefer rc.release(start);
    const it = try container.check(iter.iter(given[0]));
    return make(class, it, start);
}
fn badEnumerateKeyword(name: Word) Raised {
    return container.fail(.TypeError, "'{s}' is an invalid keyword argument for enumerate()", .{str.slice(name)});
}

fn enumerateNext(w: Word) callconv(.c) Word {
    const e = of(w);
    const value = iter.next(e.source);
    if (value == 0) return 0;
    const number = e.other;
    e.other = int.add(number, object.makeSmall(1));
    return tuple.nextPair(&e.pair, number, value);
}

// zip ---------------------------------------------------------------------------------------------------------------

fn zipNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return container.wordOf(zipMake(class, args, nargs, kwnames));
}
fn zipMake(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) Raised!Word {
    const names = args_.keywordNames(kwnames);
    var strict = false;
    if (names.len > 0 and object.ptr(types.Type, class).slots.init == zip_type.slots.init) {
        if (names.len > 1) {
            return container.fail(.TypeError, "zip() takes at most 1 keyword argument ({d} given)", .{@as(i64, @intCast(names.len))});
        }
        if (!str.eqlSlice(names[0], "strict")) {
            _ = args_.unexpected("zip", str.slice(names[0]), &.{"strict"});
            return error.Raised;
        }
        strict = try container.checkTri(ops.truth(args[nargs]));
    }
    return make(class, try iteratorsOf(args[0..nargs]), singletons.boolWord(strict));
}

/// Truth of the state: strict or not.
fn m_zip_setstate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const strict = ops.truth(args[0]);
    if (strict < 0) return 0;
    of(self).other = singletons.boolWord(strict != 0);
    return singletons.noneWord();
}
pub const zip_methods = .{.{ "__setstate__", m_zip_setstate, 1, 1 }};

fn zipNext(w: Word) callconv(.c) Word {
    return zipStep(w) catch 0;
}
fn zipStep(w: Word) Raised!Word {
    const z = of(w);
    const sources = tuple.items(z.source);
    if (sources.len == 0) return 0;
    if (sources.len == 2) return zipPair(z, sources);
    const t = tuple.create(sources.len);
    @memset(t.slice(), singletons.noneWord());
    for (sources, 0..) |source, i| {
        t.items()[i] = iter.next(source);
        if (t.items()[i] != 0) continue;
        t.items()[i] = singletons.noneWord();
        rc.release(object.word(t));
        return zipEnded(z, sources, i);
    }
    return object.word(t);
}

fn zipPair(z: *Adaptor, sources: []const Word) Raised!Word {
    const a = iter.next(sources[0]);
    if (a == 0) return zipEnded(z, sources, 0);
    const b = iter.next(sources[1]);
    if (b != 0) return tuple.nextPair(&z.pair, a, b);
    rc.release(a);
    return zipEnded(z, sources, 1);
}
fn zipEnded(z: *Adaptor, sources: []const Word, i: usize) Raised!Word {
    if (err.pending()) return error.Raised;
    return if (z.other == singletons.trueWord()) zipUneven(sources, i) else 0;
}

/// The strict check after iterator `i` has ended.
fn zipUneven(sources: []const Word, i: usize) Raised!Word {
    if (i > 0) return zipMismatch(i, "shorter");
    for (sources[1..], 1..) |source, k| {
        if (try iter.step(source)) |extra| {
            rc.release(extra);
            return zipMismatch(k, "longer");
        }
    }
    return 0;
}
fn zipMismatch(i: usize, what: []const u8) Raised {
    const number: i64 = @intCast(i);
    const plural: []const u8 = if (i == 1) " " else "s 1-";
    return container.fail(.ValueError, "zip() argument {d} is {s} than argument{s}{d}", .{ number + 1, what, plural, number });
}

// map ---------------------------------------------------------------------------------------------------------------

fn mapNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!refuseKeywords(class, &map_type, "map", kwnames)) return 0;
    if (nargs < 2) return err.raise(.TypeError, "map() must have at least two arguments.", .{});
    const sources = iteratorsOf(args[1..nargs]) catch return 0;
    return make(class, sources, rc.retain(args[0]));
}

fn mapNext(w: Word) callconv(.c) Word {
    const m = of(w);
    const sources = tuple.items(m.source);
    const function = m.other;
    if (sources.len == 1) {
        const value = iter.next(sources[0]);
        if (value == 0) return 0;
        defer rc.release(value);
        return call.call(function, &.{value});
    }
    const t = tuple.create(sources.len);
    @memset(t.slice(), singletons.noneWord());
    defer rc.release(object.word(t));
    for (sources, 0..) |source, i| {
        const value = iter.next(source);
        if (value == 0) return 0;
        t.items()[i] = value;
    }
    return call.call(function, t.slice());
}

// filter ------------------------------------------------------------------------------------------------------------

fn filterNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!refuseKeywords(class, &filter_type, "filter", kwnames)) return 0;
    if (!args_.checkCount("filter", nargs, 2, 2)) return 0;
    const it = iter.iter(args[1]);
    if (it == 0) return 0;
    return make(class, it, rc.retain(args[0]));
}

fn filterNext(w: Word) callconv(.c) Word {
    const f = of(w);
    const by_truth = singletons.isNone(f.other) or f.other == object.word(int.bool_type);
    while (true) {
        const value = iter.next(f.source);
        if (value == 0) return 0;
        const keep = (if (by_truth) container.checkTri(ops.truth(value)) else accepts(f.other, value)) catch {
            rc.release(value);
            return 0;
        };
        if (keep) return value;
        rc.release(value);
    }
}
fn accepts(function: Word, value: Word) Raised!bool {
    const answer = try container.check(call.call(function, &.{value}));
    defer rc.release(answer);
    return container.checkTri(ops.truth(answer));
}
