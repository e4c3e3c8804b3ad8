//! Class patterns: `case C(a, b, name=c)`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const names = @import("names.zig");
const class_check = @import("class_check.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// Builtin classes whose only positional pattern is the subject itself.
fn matchesItself(t: *const Type) bool {
    const f = t.flags;
    if (f.int_subclass or f.str_subclass or f.bytes_subclass or f.list_subclass or f.tuple_subclass or
        f.dict_subclass or f.set_subclass or f.float_subclass) return true;
    var at: ?*const Type = t;
    while (at) |x| : (at = x.base) {
        if (x.shape == @intFromEnum(object.ShapeId.frozenset) or x.shape == @intFromEnum(object.ShapeId.bytearray)) return true;
    }
    return false;
}

/// The tuple of what the sub-patterns match, None if the subject does not match; 0 raised. See the row.
pub export fn pyrt_match_class(subject: Word, class: Word, positional: i64, keywords: Word) callconv(.c) Word {
    if (object.isSmall(class) or !types.typeOf(class).flags.type_subclass) {
        return err.raise(.TypeError, "called match pattern must be a class", .{});
    }
    const is = class_check.isInstance(subject, class);
    if (is < 0) return 0;
    if (is == 0) return singletons.noneWord();
    const count: usize = @intCast(positional);
    const found = list.new(count + tuple.len(keywords));
    defer rc.release(found);
    // Names that positional patterns have taken.
    const seen = list.new(count);
    defer rc.release(seen);
    if (count > 0) {
        const ok = matchPositional(subject, class, count, found, seen);
        if (ok < 0) return 0;
        if (ok == 0) return singletons.noneWord();
    }
    for (tuple.items(keywords)) |name| {
        const ok = matchName(subject, class, name, found, seen);
        if (ok < 0) return 0;
        if (ok == 0) return singletons.noneWord();
    }
    return list.toTuple(found);
}

/// 1 matched, 0 not, −1 raised.
fn matchPositional(subject: Word, class: Word, count: usize, found: Word, seen: Word) i32 {
    const t = object.ptr(Type, class);
    const shown = types.nameOf(t);
    var allowed: usize = 0;
    const match_args = attr.getOptional(class, names.of(.__match_args__));
    defer rc.releaseMaybe(match_args);
    var itself = false;
    if (match_args != 0) {
        if (!object.isExact(match_args, .tuple)) {
            return err.fail(.TypeError, "{s}.__match_args__ must be a tuple (got {t})", .{ shown, match_args });
        }
        allowed = tuple.len(match_args);
    } else {
        if (err.pending()) return -1;
        itself = matchesItself(t);
        allowed = @intFromBool(itself);
    }
    if (count > allowed) {
        const s: []const u8 = if (allowed == 1) "" else "s";
        return err.fail(.TypeError, "{s}() accepts {d} positional sub-pattern{s} ({d} given)", .{ shown, allowed, s, count });
    }
    if (itself) {
        list.append(found, subject);
        return 1;
    }
    for (tuple.items(match_args)[0..count]) |name| {
        if (!object.isExact(name, .str)) {
            return err.fail(.TypeError, "__match_args__ elements must be strings (got {t})", .{name});
        }
        const ok = matchName(subject, class, name, found, seen);
        if (ok != 1) return ok;
    }
    return 1;
}

fn matchName(subject: Word, class: Word, name: Word, found: Word, seen: Word) i32 {
    for (0..list.len(seen)) |i| {
        const before = list.get(seen, i);
        defer rc.release(before);
        if (names.same(before, name)) {
            return err.fail(.TypeError, "{s}() got multiple sub-patterns for attribute {r}", .{
                types.nameOf(object.ptr(Type, class)), name,
            });
        }
    }
    list.append(seen, name);
    const value = attr.getOptional(subject, name);
    if (value == 0) return if (err.pending()) -1 else 0;
    list.append(found, value);
    rc.release(value);
    return 1;
}
