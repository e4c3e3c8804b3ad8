//! Rows for names of class bodies, cells, `locals()`, and the `with` statement.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const ops = @import("ops.zig");
const tuple = @import("tuple.zig");
const module_ = @import("module.zig");
const singletons = @import("singletons.zig");
const singleton_types = @import("singleton_types.zig");
const Word = object.Word;
const Cell = object.Cell;

/// The value in a class body's namespace, owned; 0 without pending if there is none.
pub fn fromNamespace(namespace: Word, name: Word) Word {
    if (object.isExact(namespace, .dict)) {
        const value = ns.get(namespace, name);
        return rc.retainMaybe(value);
    }
    const value = ops.getitem(namespace, name);
    if (value == 0 and err.matches(.KeyError)) err.clear();
    return value;
}

pub export fn pyrt_name_get(namespace: Word, slot: *Word, module: *object.Module, name: Word) callconv(.c) Word {
    const value = fromNamespace(namespace, name);
    if (value != 0 or err.pending()) return value;
    return module_.pyrt_global_get(slot, module, name);
}

pub export fn pyrt_name_set(namespace: Word, name: Word, value: Word) callconv(.c) i32 {
    if (object.isExact(namespace, .dict)) {
        ns.set(namespace, name, value);
        return 0;
    }
    return ops.setitem(namespace, name, value);
}

pub export fn pyrt_name_del(namespace: Word, name: Word) callconv(.c) i32 {
    if (ops.delitem(namespace, name) == 0) return 0;
    if (!err.matches(.KeyError)) return -1;
    err.clear();
    _ = err.nameError(.NameError, name, "name '{s}' is not defined", .{str.slice(name)});
    return -1;
}

pub export fn pyrt_class_deref(namespace: Word, cell: Word, name: Word) callconv(.c) Word {
    const value = fromNamespace(namespace, name);
    if (value != 0 or err.pending()) return value;
    return pyrt_cell_get(cell, name, 1);
}

pub export fn pyrt_cell_new(value: Word) callconv(.c) Word {
    return singleton_types.makeCell(value);
}

pub export fn pyrt_cell_get(cell: Word, name: Word, kind: i64) callconv(.c) Word {
    const value = object.ptr(Cell, cell).value;
    if (value != 0) return rc.retain(value);
    return unbound(name, kind);
}

fn unbound(name: Word, kind: i64) Word {
    if (kind == 0) {
        return err.nameError(.UnboundLocalError, name, "cannot access local variable '{s}' where it is not " ++
            "associated with a value", .{str.slice(name)});
    }
    return err.nameError(.NameError, name, "cannot access free variable '{s}' where it is not " ++
        "associated with a value in enclosing scope", .{str.slice(name)});
}

pub export fn pyrt_cell_set(cell: Word, value: Word) callconv(.c) void {
    const c = object.ptr(Cell, cell);
    const old = c.value;
    c.value = rc.retain(value);
    rc.releaseMaybe(old);
}

pub export fn pyrt_cell_del(cell: Word, name: Word, kind: i64) callconv(.c) i32 {
    const c = object.ptr(Cell, cell);
    const old = c.value;
    if (old == 0) {
        _ = unbound(name, kind);
        return -1;
    }
    c.value = 0;
    rc.release(old);
    return 0;
}

pub export fn pyrt_locals_dict(name_list: Word, plain: i64, values: [*]const Word, count: usize) callconv(.c) Word {
    const d = ns.new();
    for (tuple.items(name_list), values[0..count], 0..) |name, value, i| {
        const content = if (i < plain or value == 0) value else object.ptr(Cell, value).value;
        if (content != 0) ns.set(d, name, content);
    }
    return d;
}

// with

fn noManager(manager: Word, missed: []const u8) Word {
    return err.raise(.TypeError, "'{s}' object does not support the context manager protocol{s}", .{
        str.slice(qualified(manager)), missed,
    });
}
/// The class's qualified name, as CPython's message has it (borrowed or immortal).
fn qualified(o: Word) Word {
    const t = types.typeOf(o);
    return if (t.qualname != 0) t.qualname else str.intern(types.nameOf(t));
}

pub export fn pyrt_with_enter(manager: Word) callconv(.c) Word {
    const f = lookup.special(manager, .__enter__);
    if (f == 0) return noManager(manager, "");
    return call.special(manager, f, &.{});
}

pub export fn pyrt_with_exit_lookup(manager: Word) callconv(.c) Word {
    // CPython complains of a missing __enter__ first.
    if (lookup.special(manager, .__enter__) == 0) return noManager(manager, "");
    const bound = attr.getSpecial(manager, names.of(.__exit__));
    if (bound != 0 or err.pending()) return bound;
    return noManager(manager, " (missed __exit__ method)");
}

fn noAsyncManager(manager: Word, missed: []const u8) Word {
    return err.raise(.TypeError, "'{s}' object does not support the asynchronous context manager protocol{s}", .{
        str.slice(qualified(manager)), missed,
    });
}

pub export fn pyrt_async_exit_lookup(manager: Word) callconv(.c) Word {
    if (lookup.special(manager, .__aenter__) == 0) return noAsyncManager(manager, "");
    const bound = attr.getSpecial(manager, names.of(.__aexit__));
    if (bound != 0 or err.pending()) return bound;
    return noAsyncManager(manager, " (missed __aexit__ method)");
}

pub export fn pyrt_async_enter(manager: Word) callconv(.c) Word {
    const f = lookup.special(manager, .__aenter__);
    if (f == 0) return noAsyncManager(manager, "");
    return call.special(manager, f, &.{});
}

pub export fn pyrt_with_exit_call(exit: Word, exception: Word) callconv(.c) i32 {
    const none = singletons.noneWord();
    var args = [3]Word{ none, none, none };
    var traceback: Word = 0;
    if (!singletons.isNone(exception)) {
        traceback = attr.get(exception, names.of(.__traceback__));
        if (traceback == 0) return -1;
        args = .{ object.word(types.typeOf(exception)), exception, traceback };
    }
    defer rc.releaseMaybe(traceback);
    const result = call.call(exit, &args);
    if (result == 0) return -1;
    defer rc.release(result);
    return ops.truth(result);
}
