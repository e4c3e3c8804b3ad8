//! `_functools`: `reduce`, `cmp_to_key` and the list of names; `partial` and the cache have files of their own.
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const call = @import("../call.zig");
const iter = @import("../iter.zig");
const ops = @import("../ops.zig");
const args_ = @import("../args.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const partial = @import("partial.zig");
const cache = @import("lru_cache.zig");
const Word = object.Word;

pub const name = "_functools";
pub const doc = "Tools that operate on functions.";

fn reduce(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const it = iter.iter(args[1]);
    if (it == 0) {
        if (err.clearIf(.TypeError)) return err.raise(.TypeError, "reduce() arg 2 must support iteration", .{});
        return 0;
    }
    defer rc.release(it);
    var total: Word = if (nargs == 3) rc.retain(args[2]) else 0;
    while (true) {
        const value = iter.next(it);
        if (value == 0) {
            if (err.pending()) {
                rc.releaseMaybe(total);
                return 0;
            }
            break;
        }
        if (total == 0) {
            total = value;
            continue;
        }
        const next = call.call(args[0], &.{ total, value });
        rc.release(value);
        rc.release(total);
        if (next == 0) return 0;
        total = next;
    }
    if (total == 0) return err.raise(.TypeError, "reduce() of empty iterable with no initial value", .{});
    return total;
}

// cmp_to_key --------------------------------------------------------------------------------------------------------

/// `value` is 0 in what `cmp_to_key` returns: calling that makes the keys.
const Key = extern struct { h: object.Header, compare: Word, value: Word };
const key_life = native.Life(Key, &.{ "compare", "value" });
pub var key_type: types.Type = .{
    .h = types.static_header,
    .c_name = "functools.KeyWrapper",
    .fixed_size = @sizeOf(Key),
    .flags = .{ .immutable = true },
    .slots = .{
        .dealloc = key_life.dealloc,
        .traverse = key_life.traverse,
        .call = keyCall,
        .compare = keyCompare,
        .new = native.refuseNew,
    },
};
const key_methods = .{.{ "obj", keyObject, 0, 0, .member, setKeyObject }};

fn keyOf(compare: Word, value: Word) Word {
    const k = native.create(Key, &key_type);
    k.compare = rc.retain(compare);
    k.value = rc.retainMaybe(value);
    return object.word(k);
}
const cmp_sig: args_.Signature = .{ .name = "cmp_to_key", .params = &.{"mycmp"}, .positional = 1, .required = 1 };
fn cmpToKey(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(cmp_sig, args, nargs, kwnames, &given)) return 0;
    return keyOf(given[0], 0);
}
const key_sig: args_.Signature = .{ .name = "K", .params = &.{"obj"}, .positional = 1, .required = 1 };
fn keyCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(key_sig, args, nargs, kwnames, &given)) return 0;
    return keyOf(object.ptr(Key, self).compare, given[0]);
}
fn keyCompare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (object.isSmall(a) or types.typeOf(a) != &key_type or object.isSmall(b) or types.typeOf(b) != &key_type) {
        return err.raise(.TypeError, "other argument must be K instance", .{});
    }
    const x = object.ptr(Key, a);
    const y = object.ptr(Key, b);
    if (x.value == 0 or y.value == 0) return err.raise(.AttributeError, "object", .{});
    const answer = call.call(x.compare, &.{ x.value, y.value });
    if (answer == 0) return 0;
    defer rc.release(answer);
    return ops.compare(answer, object.makeSmall(0), op);
}
fn keyObject(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const value = object.ptr(Key, self).value;
    return if (value == 0) singletons.noneWord() else rc.retain(value);
}
fn setKeyObject(self: Word, value: Word) callconv(.c) i32 {
    const k = object.ptr(Key, self);
    const old = k.value;
    k.value = rc.retainMaybe(value);
    rc.releaseMaybe(old);
    return 0;
}

pub const functions = .{
    .{ "reduce", reduce, 2, 3 },
    .{ "cmp_to_key", cmpToKey, 0, -1, .keywords },
};
pub const classes = .{
    .{ "", &key_type, key_methods },
    .{ "partial", &partial.partial_type, partial.methods },
    .{ "_lru_cache_wrapper", &cache.cache_type, cache.methods },
};
