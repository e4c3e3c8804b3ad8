//! Argument checks of native functions, with CPython's messages.
//!
//! Convention: `args[0..nargs]` are positional, `args[nargs..nargs + len(kwnames)]` are the values of the keywords;
//! `kwnames` is a tuple of str or 0. All borrowed.
const std = @import("std");
const object = @import("object.zig");
const err = @import("err.zig");
const Word = object.Word;
const Str = object.Str;
const Tuple = object.Tuple;

/// Names of the keywords (empty if there are none).
pub inline fn keywordNames(kwnames: Word) []const Word {
    if (kwnames == 0) return &.{};
    return object.ptr(Tuple, kwnames).slice();
}

pub fn sliceOf(name: Word) []const u8 {
    return object.ptr(Str, name).slice();
}

fn plural(n: usize) []const u8 {
    return if (n == 1) "" else "s";
}

/// Raises TypeError and returns false unless `kwnames` is empty. `name` is shown as `name()`.
pub fn noKeywords(name: []const u8, kwnames: Word) bool {
    if (keywordNames(kwnames).len == 0) return true;
    _ = err.raise(.TypeError, "{s}() takes no keyword arguments", .{name});
    return false;
}

/// Checks a positional count as CPython's `_PyArg_CheckPositional` (max −1: unbounded). False: raised.
pub fn checkCount(name: []const u8, nargs: usize, min: i64, max: i64) bool {
    const n: i64 = @intCast(nargs);
    if (n < min) {
        const bound: []const u8 = if (min == max) "" else "at least ";
        _ = err.raise(.TypeError, "{s} expected {s}{d} argument{s}, got {d}", .{
            name, bound, min, plural(@intCast(min)), n,
        });
        return false;
    }
    if (max >= 0 and n > max) {
        const bound: []const u8 = if (min == max) "" else "at most ";
        _ = err.raise(.TypeError, "{s} expected {s}{d} argument{s}, got {d}", .{
            name, bound, max, plural(@intCast(max)), n,
        });
        return false;
    }
    return true;
}

/// The check that a `MethodRow` stands for. `owner` is the class name or "" (shown as `owner.name()`).
pub fn checkRow(owner: []const u8, row: *const object.MethodRow, nargs: usize, kwnames: Word) bool {
    const name = row.name.slice();
    const dot: []const u8 = if (owner.len > 0) "." else "";
    if (!row.flags.keywords and keywordNames(kwnames).len > 0) {
        _ = err.raise(.TypeError, "{s}{s}{s}() takes no keyword arguments", .{ owner, dot, name });
        return false;
    }
    const n: i64 = @intCast(nargs);
    if (n >= row.min_args and (row.max_args < 0 or n <= row.max_args)) return true;
    if (row.flags.keywords) {
        if (row.max_args == 0) {
            _ = err.raise(.TypeError, "{s}() takes no positional arguments", .{name});
            return false;
        }
        // Missing positional arguments may come as keywords; the function itself binds them.
        if (n < row.min_args) return true;
        _ = err.raise(.TypeError, "{s}() takes at most {d} argument{s} ({d} given)", .{
            name, row.max_args, plural(@intCast(row.max_args)), n,
        });
        return false;
    }
    if (row.max_args == 0) {
        _ = err.raise(.TypeError, "{s}{s}{s}() takes no arguments ({d} given)", .{ owner, dot, name, n });
        return false;
    }
    if (row.min_args == 1 and row.max_args == 1) {
        _ = err.raise(.TypeError, "{s}{s}{s}() takes exactly one argument ({d} given)", .{ owner, dot, name, n });
        return false;
    }
    return checkCount(name, nargs, row.min_args, row.max_args);
}

pub const Signature = struct {
    /// Shown as `name()`.
    name: []const u8,
    /// All parameters in order; a leading group may be positional-only.
    params: []const []const u8,
    posonly: usize = 0,
    /// How many of them may be given by position.
    positional: usize,
    /// The first `required` of them must be given.
    required: usize,
};

/// Binds arguments to the parameters of a signature; `out[i]` is borrowed, 0 where not given. False: raised.
pub fn bind(comptime sig: Signature, args: [*]const Word, nargs: usize, kwnames: Word, out: *[sig.params.len]Word) bool {
    return bindSlow(&sig, args, nargs, kwnames, out);
}

fn bindSlow(sig: *const Signature, args: [*]const Word, nargs: usize, kwnames: Word, out: [*]Word) bool {
    const names = keywordNames(kwnames);
    const total = sig.params.len;
    if (nargs + names.len > total) {
        const kind: []const u8 = if (nargs == 0) "keyword " else "";
        _ = err.raise(.TypeError, "{s}() takes at most {d} {s}argument{s} ({d} given)", .{
            sig.name, total, kind, plural(total), nargs + names.len,
        });
        return false;
    }
    if (nargs > sig.positional) {
        if (sig.positional == 0) {
            _ = err.raise(.TypeError, "{s}() takes no positional arguments", .{sig.name});
        } else wrongPositional(sig, if (sig.required < sig.positional) "at most" else "exactly", sig.positional, nargs);
        return false;
    }
    const needed = @min(sig.posonly, sig.required);
    if (nargs < needed) {
        wrongPositional(sig, if (needed < sig.positional) "at least" else "exactly", needed, nargs);
        return false;
    }
    for (0..total) |i| out[i] = if (i < nargs) args[i] else 0;
    var used: usize = 0;
    for (@max(nargs, sig.posonly)..total) |i| {
        for (names, 0..) |name, k| {
            if (!std.mem.eql(u8, sig.params[i], sliceOf(name))) continue;
            out[i] = args[nargs + k];
            used += 1;
            break;
        } else if (i < sig.required) {
            _ = err.raise(.TypeError, "{s}() missing required argument '{s}' (pos {d})", .{ sig.name, sig.params[i], i + 1 });
            return false;
        }
    }
    return used == names.len or refuseName(sig, names, nargs);
}

fn wrongPositional(sig: *const Signature, bound: []const u8, n: usize, nargs: usize) void {
    _ = err.raise(.TypeError, "{s}() takes {s} {d} positional argument{s} ({d} given)", .{ sig.name, bound, n, plural(n), nargs });
}

/// Raises for a keyword that is also given by position, else for one that is no parameter.
fn refuseName(sig: *const Signature, names: []const Word, nargs: usize) bool {
    for (sig.params[0..nargs], 0..) |p, i| {
        if (i < sig.posonly) continue;
        for (names) |name| {
            if (!std.mem.eql(u8, p, sliceOf(name))) continue;
            _ = err.raise(.TypeError, "argument for {s}() given by name ('{s}') and position ({d})", .{ sig.name, p, i + 1 });
            return false;
        }
    }
    for (names) |name| {
        const known = for (sig.params, 0..) |p, i| {
            if (i >= sig.posonly and std.mem.eql(u8, p, sliceOf(name))) break true;
        } else false;
        if (known) continue;
        return unexpected(sig.name, sliceOf(name), sig.params[@min(sig.posonly, sig.params.len)..]);
    }
    return false;
}

/// Raises for a keyword that names no parameter, with the closest one; false.
pub fn unexpected(function: []const u8, keyword: []const u8, params: []const []const u8) bool {
    if (@import("suggest.zig").closestText(keyword, params)) |meant| {
        _ = err.raise(.TypeError, "{s}() got an unexpected keyword argument '{s}'. Did you mean '{s}'?", .{ function, keyword, meant });
    } else {
        _ = err.raise(.TypeError, "{s}() got an unexpected keyword argument '{s}'", .{ function, keyword });
    }
    return false;
}
