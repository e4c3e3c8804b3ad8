//! `collections.defaultdict`.
//!
//! Invariant: the record of a dict comes first, so that everything that reads dicts reads these.
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const ops = @import("../ops.zig");
const dict_methods = @import("../dict_methods.zig");
const dict_views = @import("../dict_views.zig");
const merge = @import("../dict_merge.zig");
const tuple = @import("../tuple.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

const DefaultDict = extern struct {
    d: object.Dict,
    /// 0 for None.
    factory: Word,
};

pub var defaultdict_type: types.Type = .{
    .h = types.static_header,
    .base = &dict_methods.dict_type,
    .c_name = "collections.defaultdict",
    .fixed_size = @sizeOf(DefaultDict),
    .flags = .{ .base = true, .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .getitem = getitem,
        .new = new,
        .init = init,
        .binary = container.binarySlots(.{ .or_ = merged }),
    },
};

fn of(w: Word) *DefaultDict {
    return object.ptr(DefaultDict, w);
}
fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = instance.allocate(DefaultDict, class);
    dict.init(&o.d);
    o.factory = 0;
    return object.word(o);
}
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var factory: Word = 0;
    if (nargs > 0 and !singletons.isNone(args[0])) {
        if (!call.isCallable(args[0])) return err.fail(.TypeError, "first argument must be callable or None", .{});
        factory = rc.retain(args[0]);
    }
    const old = of(w).factory;
    of(w).factory = factory;
    rc.releaseMaybe(old);
    if (nargs == 0) return dict_methods.init(w, args, 0, kwnames);
    return dict_methods.init(w, args + 1, nargs - 1, kwnames);
}
fn dealloc(w: Word) callconv(.c) void {
    const factory = of(w).factory;
    of(w).factory = 0;
    rc.releaseMaybe(factory);
    dict_methods.dict_type.slots.dealloc.?(w);
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).factory, visit, context);
    dict_methods.dict_type.slots.traverse.?(w, visit, context);
}
fn clear(w: Word) callconv(.c) void {
    const factory = of(w).factory;
    of(w).factory = 0;
    rc.releaseMaybe(factory);
    dict_methods.dict_type.slots.clear.?(w);
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    if (types.typeOf(w) != &defaultdict_type) return dict_methods.dict_type.slots.getitem.?(w, key);
    return container.wordOf(lookUp(w, key));
}
fn lookUp(w: Word, key: Word) Raised!Word {
    const hash = try container.hash(key);
    const d = dict.of(w);
    if (try dict.find(d, key, hash)) |n| return rc.retain(dict.entryValue(d, &d.entries[n]));
    return container.check(missingOf(w, key));
}
fn missing(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return missingOf(w, args[0]);
}
fn missingOf(w: Word, key: Word) Word {
    const factory = of(w).factory;
    if (factory == 0) return err.keyError(key);
    _ = rc.retain(factory);
    defer rc.release(factory);
    const value = call.call(factory, &.{});
    if (value == 0) return 0;
    if (ops.setitem(w, key, value) < 0) {
        rc.release(value);
        return 0;
    }
    return value;
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprOf(w));
}
fn reprOf(w: Word) Raised!Word {
    const base = try container.check(dict_methods.dict_type.slots.repr.?(w));
    defer rc.release(base);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append(types.nameOfClass(types.typeOf(w)));
    b.append("(");
    const factory = of(w).factory;
    if (factory == 0) {
        b.append("None");
    } else if (!container.enterRepr(factory)) {
        b.append("...");
    } else {
        defer container.leaveRepr(factory);
        try container.appendRepr(&b, factory);
    }
    b.append(", ");
    b.append(str.slice(base));
    b.append(")");
    return b.finish();
}

fn copy(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const factory = if (of(w).factory == 0) singletons.noneWord() else of(w).factory;
    return call.call(object.word(types.typeOf(w)), &.{ factory, w });
}
fn merged(a: Word, b: Word) callconv(.c) Word {
    const is_left = types.isInstance(a, &defaultdict_type);
    const self = if (is_left) a else b;
    const other = if (is_left) b else a;
    if (!dict.isDict(other)) return singletons.notImplementedWord();
    const factory = if (of(self).factory == 0) singletons.noneWord() else of(self).factory;
    // The copy has the class of the default dict, wherever it stands.
    const result = call.call(object.word(types.typeOf(self)), &.{ factory, a });
    if (result == 0) return 0;
    merge.updateFrom(result, b) catch {
        rc.release(result);
        return 0;
    };
    return result;
}
fn reduce(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const factory = of(w).factory;
    const none = singletons.noneWord();
    return tuple.fromOwned(&.{
        object.word(types.typeOf(w)),
        if (factory == 0) tuple.empty() else tuple.fromSlice(&.{factory}),
        none,
        none,
        dict_views.iterator(.items, w),
    });
}
fn getFactory(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (of(w).factory == 0) singletons.noneWord() else rc.retain(of(w).factory);
}
fn setFactory(w: Word, value: Word) callconv(.c) i32 {
    const old = of(w).factory;
    of(w).factory = if (value == 0 or singletons.isNone(value)) 0 else rc.retain(value);
    rc.releaseMaybe(old);
    return 0;
}

pub const methods = .{
    .{ "__missing__", missing, 1, 1 },
    .{ "copy", copy, 0, 0 },
    .{ "__copy__", copy, 0, 0 },
    .{ "__reduce__", reduce, 0, 0 },
    .{ "default_factory", getFactory, 0, 0, .member, setFactory },
    native.class_getitem,
};
