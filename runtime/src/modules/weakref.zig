//! `_weakref`: the class of references and the functions; proxies stand in `weakref_proxy.zig`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const attr = @import("../attr.zig");
const dict = @import("../dict.zig");
const list = @import("../list.zig");
const text = @import("../text.zig");
const args_ = @import("../args.zig");
const names = @import("../names.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const weakrefs = @import("weakrefs.zig");
const proxies = @import("weakref_proxy.zig");
const Word = object.Word;
const Reference = weakrefs.Reference;
const of = weakrefs.of;

pub const name = "_weakref";
pub const doc = "Weak-reference support module.";

pub var ref_type: types.Type = .{
    .h = types.static_header,
    .c_name = "weakref.ReferenceType",
    .fixed_size = @sizeOf(Reference),
    .flags = .{ .base = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .hash = hash,
        .call = callRef,
        .compare = compare,
        .new = new,
        .init = init,
    },
};
const ref_methods = .{
    .{ "__callback__", getCallback, 0, 0, .getset },
    native.class_getitem,
};

pub fn dealloc(w: Word) callconv(.c) void {
    weakrefs.leave(w);
    rc.releaseMaybe(of(w).callback);
    alloc.free(object.header(w));
}
pub fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).callback, visit, context);
}
pub fn clear(w: Word) callconv(.c) void {
    weakrefs.leave(w);
    const callback = of(w).callback;
    of(w).callback = 0;
    rc.releaseMaybe(callback);
}

/// Raises unless the object can have weak references.
pub fn requireReferable(w: Word) bool {
    if (weakrefs.isReferable(w)) return true;
    _ = err.raise(.TypeError, "cannot create weak reference to '{t}' object", .{w});
    return false;
}
/// Fills a fresh reference or proxy and enters it into its target's list.
pub fn fill(r: *Reference, target: Word, callback: Word, after: Word) Word {
    r.target = target;
    r.callback = callback;
    r.hash = -1;
    r.next = 0;
    r.previous = 0;
    weakrefs.enter(object.word(r), after);
    return object.word(r);
}
/// The reference of the plain class without callback, which stands first if it exists; 0: none.
pub fn basicRef(target: Word) Word {
    const head = weakrefs.first(target);
    return if (head != 0 and types.typeOf(head) == &ref_type and of(head).callback == 0) head else 0;
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const exact = class == object.word(&ref_type);
    if (exact and !args_.noKeywords("ref", kwnames)) return 0;
    if (!args_.checkCount("__new__", nargs, 1, 2)) return 0;
    const target = args[0];
    if (!requireReferable(target)) return 0;
    const callback = if (nargs < 2 or singletons.isNone(args[1])) 0 else rc.retain(args[1]);
    const head = basicRef(target);
    if (callback == 0 and exact) {
        if (head != 0 and of(head).h.rc >= object.rc_one) return rc.retain(head);
        return fill(instance.allocate(Reference, class), target, 0, 0);
    }
    return fill(instance.allocate(Reference, class), target, callback, afterBasic(target));
}
/// The last of the reference and the proxy without callbacks that stand before all others; 0: there is none.
pub fn afterBasic(target: Word) Word {
    const head = basicRef(target);
    const second = if (head == 0) weakrefs.first(target) else of(head).next;
    return if (second != 0 and proxies.isProxy(second) and of(second).callback == 0) second else head;
}
fn init(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    _ = args;
    if (!args_.noKeywords("ref", kwnames)) return -1;
    return if (args_.checkCount("__init__", nargs, 1, 2)) 0 else -1;
}

/// The object, owned, or None.
fn targetOf(w: Word) Word {
    const target = of(w).target;
    // A count of zero: it is being destroyed.
    if (target == 0 or object.header(target).rc < object.rc_one) return singletons.noneWord();
    return rc.retain(target);
}
fn callRef(w: Word, _: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("weakref", kwnames)) return 0;
    if (!args_.checkCount("weakref", nargs, 0, 0)) return 0;
    return targetOf(w);
}
fn hash(w: Word) callconv(.c) i64 {
    const r = of(w);
    if (r.hash != -1) return r.hash;
    const target = targetOf(w);
    if (singletons.isNone(target)) {
        _ = err.raise(.TypeError, "weak object has gone away", .{});
        return -1;
    }
    defer rc.release(target);
    r.hash = ops.hash(target);
    return r.hash;
}
pub fn isRef(w: Word) bool {
    return !object.isSmall(w) and types.isInstance(w, &ref_type);
}
fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or !isRef(a) or !isRef(b)) return singletons.notImplementedWord();
    const x = targetOf(a);
    defer rc.release(x);
    const y = targetOf(b);
    defer rc.release(y);
    if (singletons.isNone(x) or singletons.isNone(y)) return singletons.boolWord((a == b) == (op == .eq));
    return ops.compare(x, y, op);
}
fn appendPointer(b: *text.Buffer, w: Word) void {
    b.append("0x");
    b.appendUnsigned(w, 16);
}
fn repr(w: Word) callconv(.c) Word {
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("<weakref at ");
    appendPointer(&b, w);
    const target = targetOf(w);
    defer rc.release(target);
    if (singletons.isNone(target)) {
        b.append("; dead>");
        return b.toWord();
    }
    b.append("; to '");
    b.append(types.nameOfValue(target));
    b.append("' at ");
    appendPointer(&b, target);
    const shown = attr.getOptional(target, names.of(.__name__));
    defer rc.releaseMaybe(shown);
    if (shown == 0) err.clear() else if (str.isStr(shown)) {
        b.append(" (");
        b.append(str.slice(shown));
        b.append(")");
    }
    b.append(">");
    return b.toWord();
}
fn getCallback(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const callback = of(w).callback;
    return if (callback == 0) singletons.noneWord() else rc.retain(callback);
}

// Functions ---------------------------------------------------------------------------------------------------------

fn count(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var n: i64 = 0;
    var at = weakrefs.first(args[0]);
    while (at != 0) : (at = of(at).next) n += 1;
    return int.fromI64(n);
}
fn all(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const result = list.new(0);
    var at = weakrefs.first(args[0]);
    while (at != 0) : (at = of(at).next) list.append(result, at);
    return result;
}
/// Removes a key whose value is a dead reference.
fn removeDead(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!dict.isDict(args[0])) {
        return err.raise(.TypeError, "_remove_dead_weakref() argument 1 must be dict, not {t}", .{args[0]});
    }
    const value = dict.getValue(args[0], args[1]) catch return 0;
    if (value) |found| {
        if (!isRef(found)) return err.raise(.TypeError, "not a weakref", .{});
        const target = targetOf(found);
        defer rc.release(target);
        if (singletons.isNone(target) and dict.del(args[0], args[1]) < 0) return 0;
    }
    return singletons.noneWord();
}

pub fn setup(m: *native.Module) native.Raised!void {
    native.define(m, "ReferenceType", object.word(&ref_type));
    native.define(m, "ProxyType", object.word(&proxies.proxy_type));
    native.define(m, "CallableProxyType", object.word(&proxies.callable_type));
}
pub const functions = .{
    .{ "getweakrefcount", count, 1, 1 },
    .{ "_remove_dead_weakref", removeDead, 2, 2 },
    .{ "getweakrefs", all, 1, 1 },
    .{ "proxy", proxies.proxy, 1, 2 },
};
pub const classes = .{
    .{ "ref", &ref_type, ref_methods },
    .{ "", &proxies.proxy_type, proxies.methods },
    .{ "", &proxies.callable_type, proxies.methods },
};
