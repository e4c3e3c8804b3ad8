//! Exception groups: split, subgroup, derive, and what `except*` does with them.
//!
//! Invariant: the parts of a split group share the original's traceback, context, cause and notes; by these the end of
//! an `except*` statement recognises which raised groups are parts of the original.
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const list = @import("list.zig");
const lookup = @import("lookup.zig");
const ops = @import("ops.zig");
const str = @import("str.zig");
const stack = @import("stack.zig");
const tuple = @import("tuple.zig");
const singletons = @import("singletons.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const exception_raise = @import("exception_raise.zig");
const traceback = @import("traceback.zig");
const Word = object.Word;
const Exception = object.Exception;
const Field = exception.Field;

pub fn isGroup(w: Word) bool {
    return exception.isInstance(w, .BaseExceptionGroup);
}

fn members(group: Word) []const Word {
    return tuple.items(object.ptr(Exception, group).fields[Field.exceptions]);
}

/// How a split decides: by classes, by a predicate, or by identity of leaves.
const Matcher = union(enum) {
    classes: Word,
    predicate: Word,
    /// Groups whose leaves are the ones that match.
    leaves: []const Word,

    /// 1, 0, −1 raised
    fn matches(self: Matcher, e: Word) i32 {
        switch (self) {
            .classes => |c| return @intFromBool(exception_raise.matchesValid(e, c)),
            .predicate => |f| {
                const result = call.call(f, &.{e});
                if (result == 0) return -1;
                defer rc.release(result);
                return ops.truth(result);
            },
            .leaves => |groups| {
                if (isGroup(e)) return 0;
                for (groups) |g| {
                    if (hasLeaf(g, e)) return 1;
                }
                return 0;
            },
        }
    }
};

fn hasLeaf(group: Word, leaf: Word) bool {
    if (group == leaf) return true;
    if (!isGroup(group)) return false;
    for (members(group)) |m| {
        if (hasLeaf(m, leaf)) return true;
    }
    return false;
}

/// Owned words, 0 for None.
const Parts = struct { match: Word = 0, rest: Word = 0 };

fn releaseParts(p: Parts) void {
    rc.releaseMaybe(p.match);
    rc.releaseMaybe(p.rest);
}

/// null: raised.
fn splitWith(e: Word, matcher: Matcher, want_rest: bool) ?Parts {
    switch (matcher.matches(e)) {
        -1 => return null,
        0 => {},
        else => return .{ .match = rc.retain(e) },
    }
    if (!isGroup(e)) return .{ .rest = if (want_rest) rc.retain(e) else 0 };
    if (!stack.check()) return null;
    const matched = list.new(0);
    defer rc.release(matched);
    const rest = list.new(0);
    defer rc.release(rest);
    for (members(e)) |m| {
        const parts = splitWith(m, matcher, want_rest) orelse return null;
        if (parts.match != 0) list.append(matched, parts.match);
        if (parts.rest != 0) list.append(rest, parts.rest);
        releaseParts(parts);
    }
    var result: Parts = .{};
    if (list.len(matched) > 0) {
        result.match = subset(e, matched);
        if (result.match == 0) return null;
    }
    if (want_rest and list.len(rest) > 0) {
        result.rest = subset(e, rest);
        if (result.rest == 0) {
            releaseParts(result);
            return null;
        }
    }
    return result;
}

/// Has the class a method of its own in place of the builtin one?
fn overrides(group: Word, name: []const u8) bool {
    const class = types.typeOf(group);
    if (!class.flags.heap) return false;
    const found = lookup.lookup(class, str.intern(name));
    return found != 0 and !object.isExact(found, .method_descriptor);
}

/// `group.derive(items)` with the group's metadata; owned, 0 raised.
fn subset(group: Word, items: Word) Word {
    const message = object.ptr(Exception, group).fields[Field.message];
    const derived = if (overrides(group, "derive")) call.method(group, "derive", &.{items}) else makeGroup(message, items);
    if (derived == 0) return 0;
    if (!isGroup(derived)) {
        rc.release(derived);
        return err.raise(.TypeError, "derive must return an instance of BaseExceptionGroup", .{});
    }
    const from = object.ptr(Exception, group);
    const to = object.ptr(Exception, derived);
    traceback.set(to, traceback.get(from));
    const old_context = to.context;
    to.context = rc.retainMaybe(from.context);
    rc.releaseMaybe(old_context);
    exception_raise.setCause(to, rc.retainMaybe(from.cause));
    const notes = @import("exception_rows.zig").notesOf(object.word(from));
    defer rc.releaseMaybe(notes);
    if (notes != 0 and list.isList(notes)) {
        const copy = list.fromSlice(list.items(notes));
        defer rc.release(copy);
        if (attr.set(derived, str.intern("__notes__"), copy) < 0) {
            rc.release(derived);
            return 0;
        }
    }
    return derived;
}

fn matcherOf(what: Word) ?Matcher {
    if (exception.isExceptionClass(what)) return .{ .classes = what };
    if (tuple.isTuple(what)) {
        const ok = for (tuple.items(what)) |c| {
            if (!exception.isExceptionClass(c)) break false;
        } else true;
        if (ok) return .{ .classes = what };
    }
    const class = types.typeOf(what);
    if (class.slots.call != null and !class.flags.type_subclass) return .{ .predicate = what };
    _ = err.raise(.TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)", .{});
    return null;
}

fn orNone(w: Word) Word {
    return if (w == 0) singletons.noneWord() else w;
}

pub fn m_BaseExceptionGroup_split(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = nargs;
    _ = kwnames;
    const matcher = matcherOf(args[0]) orelse return 0;
    const parts = splitWith(self, matcher, true) orelse return 0;
    return tuple.fromOwned(&.{ orNone(parts.match), orNone(parts.rest) });
}

pub fn m_BaseExceptionGroup_subgroup(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = nargs;
    _ = kwnames;
    const matcher = matcherOf(args[0]) orelse return 0;
    const parts = splitWith(self, matcher, false) orelse return 0;
    return orNone(parts.match);
}

pub fn m_BaseExceptionGroup_derive(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = nargs;
    _ = kwnames;
    const message = object.ptr(Exception, self).fields[Field.message];
    return makeGroup(message, args[0]);
}

/// `BaseExceptionGroup(message, items)`; both borrowed.
fn makeGroup(message: Word, items: Word) Word {
    return call.call(object.word(err.typeOf(.BaseExceptionGroup)), &.{ message, items });
}

/// What an `except*` clause takes of an exception, and the rest, each None if there is nothing. The match becomes the
/// handled exception: the context of what the clause raises.
pub export fn pyrt_exc_group_split(e: Word, what: Word) callconv(.c) Word {
    const pair = splitForClause(e, what);
    if (pair != 0 and !singletons.isNone(tuple.items(pair)[0])) {
        const old = exception_raise.popHandled();
        exception_raise.pushHandled(rc.retain(tuple.items(pair)[0]));
        rc.release(old);
    }
    return pair;
}

fn splitForClause(e: Word, what: Word) Word {
    const none = singletons.noneWord();
    if (!exception_raise.checkClasses(what)) return 0;
    if (!checkNoGroups(what)) return 0;
    if (singletons.isNone(e)) return tuple.fromOwned(&.{ none, none });
    if (exception_raise.matchesValid(e, what)) {
        if (isGroup(e)) return tuple.fromOwned(&.{ rc.retain(e), none });
        const items = tuple.fromSlice(&.{e});
        defer rc.release(items);
        const wrapped = makeGroup(str.empty(), items);
        if (wrapped == 0) return 0;
        return tuple.fromOwned(&.{ wrapped, none });
    }
    if (!isGroup(e)) return tuple.fromOwned(&.{ none, rc.retain(e) });
    const pair = if (overrides(e, "split")) call.method(e, "split", &.{what}) else m_BaseExceptionGroup_split(e, &[_]Word{what}, 1, 0);
    if (pair == 0) return 0;
    if (!tuple.isTuple(pair)) {
        defer rc.release(pair);
        return err.raise(.TypeError, "{t}.split must return a tuple, not {t}", .{ e, pair });
    }
    if (tuple.len(pair) < 2) {
        defer rc.release(pair);
        return err.raise(.TypeError, "{t}.split must return a 2-tuple, got tuple of size {d}", .{ e, tuple.len(pair) });
    }
    return pair;
}

fn checkNoGroups(what: Word) bool {
    const base = err.typeOf(.BaseExceptionGroup);
    const classes: []const Word = if (tuple.isTuple(what)) tuple.items(what) else &.{what};
    for (classes) |c| {
        if (!exception_types.isSubclass(object.ptr(types.Type, c), base)) continue;
        _ = err.raise(.TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.", .{});
        return false;
    }
    return true;
}

/// Parts of the same group: see the invariant.
fn sameMetadata(a: Word, b: Word) bool {
    if (!isGroup(a) or !isGroup(b)) return false;
    const x = object.ptr(Exception, a);
    const y = object.ptr(Exception, b);
    return traceback.get(x) == traceback.get(y) and x.cause == y.cause and x.context == y.context;
}

pub export fn pyrt_exc_group_finish(original: Word, raised: Word) callconv(.c) Word {
    const none = singletons.noneWord();
    const items = tuple.fromIterable(raised);
    if (items == 0) return 0;
    defer rc.release(items);
    if (!isGroup(original)) {
        // A naked exception: one clause ran, or none.
        for (tuple.items(items)) |e| {
            if (!singletons.isNone(e)) return rc.retain(e);
        }
        return none;
    }
    const own = list.new(0);
    defer rc.release(own);
    const fresh = list.new(0);
    defer rc.release(fresh);
    for (tuple.items(items)) |e| {
        if (singletons.isNone(e)) continue;
        list.append(if (e == original or sameMetadata(e, original)) own else fresh, e);
    }
    var rest: Word = 0;
    if (list.len(own) > 0) {
        const groups = tuple.fromIterable(own);
        defer rc.release(groups);
        const parts = splitWith(original, .{ .leaves = tuple.items(groups) }, false) orelse return 0;
        rest = parts.match;
    }
    if (list.len(fresh) == 0) return orNone(rest);
    if (rest != 0) {
        list.append(fresh, rest);
        rc.release(rest);
    }
    if (list.len(fresh) == 1) return list.get(fresh, 0);
    return makeGroup(str.empty(), fresh);
}
