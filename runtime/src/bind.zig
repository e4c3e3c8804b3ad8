//! Binding the arguments of a call to the parameters of a Python function, with CPython's messages.
//!
//! Invariant: `code.entry` gets `code.params` borrowed words that stay alive during the call: the caller holds the given
//! ones, this file the tuples and dicts that it makes and the containers of the defaults.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const names_ = @import("names.zig");
const args_ = @import("args.zig");
const ns = @import("namespace.zig");
const tuple = @import("tuple.zig");
const suggest = @import("suggest.zig");
const state = @import("state.zig");
const stack = @import("stack.zig");
const Word = object.Word;
const Function = object.Function;
const Code = object.Code;

/// Calls a function object.
pub inline fn invoke(fw: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const code = object.ptr(Function, fw).code;
    if (kwnames == 0 and nargs == code.positional and code.params == code.positional) {
        return enter(code, fw, args);
    }
    return invokeSlow(object.ptr(Function, fw), args, nargs, kwnames);
}

/// Runs the body one level deeper. Calls that the compiler made direct are not counted: for them the stack's end is the
/// limit, which lies beyond.
inline fn enter(code: *const Code, fw: Word, args: [*]const Word) Word {
    const s = state.current();
    if (s.depth >= s.recursion_limit) return stack.tooDeep();
    s.depth += 1;
    const result = code.entry(fw, args);
    s.depth -= 1;
    return result;
}

const small_count = 16;

noinline fn invokeSlow(f: *Function, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const n = f.code.params;
    if (kwnames == 0 and n == f.code.positional and nargs < n and n <= small_count and f.defaults != 0) {
        const defaults = f.defaults;
        const list = tuple.items(defaults);
        if (n - nargs <= list.len) {
            var buffer: [small_count]Word = undefined;
            for (0..nargs) |i| buffer[i] = args[i];
            for (nargs..n) |i| buffer[i] = list[list.len - (n - i)];
            _ = rc.retain(defaults);
            defer rc.release(defaults);
            return enter(f.code, object.word(f), &buffer);
        }
    }
    if (n <= small_count) {
        var buffer: [small_count]Word = undefined;
        return bindAndRun(f, buffer[0..n], args, nargs, kwnames);
    }
    const buffer = alloc.array(Word, n);
    defer alloc.free(buffer);
    return bindAndRun(f, buffer[0..n], args, nargs, kwnames);
}

fn bindAndRun(f: *Function, out: []Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const code = f.code;
    const named = code.positional + code.kwonly;
    @memset(out, 0);
    const given = @min(nargs, code.positional);
    @memcpy(out[0..given], args[0..given]);

    var rest: Word = 0;
    var extra: Word = 0;
    var defaults: Word = 0;
    var kwdefaults: Word = 0;
    defer {
        rc.releaseMaybe(rest);
        rc.releaseMaybe(extra);
        rc.releaseMaybe(defaults);
        rc.releaseMaybe(kwdefaults);
    }
    if (code.flags.varkw) {
        extra = ns.new();
        out[out.len - 1] = extra;
    }
    if (code.flags.varargs) {
        rest = tuple.fromSlice(args[given..nargs]);
        out[named] = rest;
    }
    if (kwnames != 0 and !bindKeywords(f, out, args + nargs, kwnames, extra)) return 0;
    if (nargs > code.positional and !code.flags.varargs) return tooMany(f, nargs, out);

    if (given < code.positional) {
        const list = if (f.defaults != 0) object.ptr(object.Tuple, f.defaults).slice() else &[_]Word{};
        const without = code.positional -| list.len;
        for (out[given..@max(given, without)]) |w| {
            if (w == 0) return missing(f, out[0..without], 0, "positional");
        }
        defaults = rc.retainMaybe(f.defaults);
        const skipped = list.len -| code.positional;
        for (out[without..code.positional], list[skipped..]) |*w, d| {
            if (w.* == 0) w.* = d;
        }
    }
    if (code.kwonly > 0) {
        var absent = false;
        kwdefaults = rc.retainMaybe(f.kwdefaults);
        for (code.positional..named) |i| {
            if (out[i] != 0) continue;
            if (f.kwdefaults != 0) out[i] = ns.get(f.kwdefaults, code.names[i]);
            if (out[i] == 0) absent = true;
        }
        if (absent) return missing(f, out[code.positional..named], code.positional, "keyword-only");
    }
    return enter(code, object.word(f), out.ptr);
}

fn bindKeywords(f: *Function, out: []Word, values: [*]const Word, kwnames: Word, extra: Word) bool {
    const code = f.code;
    const named = code.positional + code.kwonly;
    for (args_.keywordNames(kwnames), 0..) |name, k| {
        if (!names_.isStr(name)) {
            _ = err.raise(.TypeError, "{s}() keywords must be strings", .{qualname(f)});
            return false;
        }
        const at = findParameter(code, name, code.posonly, named) orelse {
            if (extra != 0) {
                ns.set(extra, name, values[k]);
                continue;
            }
            return unexpected(f, kwnames, name);
        };
        if (out[at] != 0) {
            _ = err.raise(.TypeError, "{s}() got multiple values for argument '{s}'", .{ qualname(f), str.slice(name) });
            return false;
        }
        out[at] = values[k];
    }
    return true;
}

fn findParameter(code: *const Code, name: Word, from: usize, to: usize) ?usize {
    for (from..to) |i| if (code.names[i] == name) return i;
    for (from..to) |i| if (names_.same(code.names[i], name)) return i;
    return null;
}

fn qualname(f: *const Function) []const u8 {
    return str.slice(f.qualname);
}

fn unexpected(f: *Function, kwnames: Word, name: Word) bool {
    const code = f.code;
    var b: str.Builder = .init(128);
    defer b.deinit();
    for (args_.keywordNames(kwnames)) |kw| {
        if (!names_.isStr(kw) or findParameter(code, kw, 0, code.posonly) == null) continue;
        if (b.slice().len > 0) b.append(", ");
        b.append(str.slice(kw));
    }
    if (b.slice().len > 0) {
        _ = err.raise(.TypeError, "{s}() got some positional-only arguments passed as keyword arguments: '{s}'", .{
            qualname(f), b.slice(),
        });
        return false;
    }
    const named = code.positional + code.kwonly;
    if (suggest.closest(str.slice(name), code.names[code.posonly..named])) |better| {
        _ = err.raise(.TypeError, "{s}() got an unexpected keyword argument '{s}'. Did you mean '{s}'?", .{
            qualname(f), str.slice(name), str.slice(better),
        });
        return false;
    }
    _ = err.raise(.TypeError, "{s}() got an unexpected keyword argument '{s}'", .{ qualname(f), str.slice(name) });
    return false;
}

fn tooMany(f: *Function, nargs: usize, out: []const Word) Word {
    const code = f.code;
    const defaults: usize = if (f.defaults != 0) @intCast(object.ptr(object.Tuple, f.defaults).len) else 0;
    var kwonly_given: usize = 0;
    for (out[code.positional .. code.positional + code.kwonly]) |w| {
        if (w != 0) kwonly_given += 1;
    }
    var b: str.Builder = .init(160);
    defer b.deinit();
    b.append(qualname(f));
    b.append("() takes ");
    if (defaults > 0) {
        b.append("from ");
        b.appendInt(@intCast(code.positional -| defaults));
        b.append(" to ");
    }
    b.appendInt(code.positional);
    b.append(if (defaults > 0 or code.positional != 1) " positional arguments but " else " positional argument but ");
    b.appendInt(@intCast(nargs));
    if (kwonly_given > 0) {
        b.append(if (nargs != 1) " positional arguments (and " else " positional argument (and ");
        b.appendInt(@intCast(kwonly_given));
        b.append(if (kwonly_given != 1) " keyword-only arguments)" else " keyword-only argument)");
    }
    b.append(if (nargs == 1 and kwonly_given == 0) " was given" else " were given");
    return err.raiseText(.TypeError, b.slice());
}

/// `out` are the parameters from `first` on; those that are 0 are missing.
fn missing(f: *Function, out: []const Word, first: usize, kind: []const u8) Word {
    var count: usize = 0;
    for (out) |w| {
        if (w == 0) count += 1;
    }
    var b: str.Builder = .init(160);
    defer b.deinit();
    b.append(qualname(f));
    b.append("() missing ");
    b.appendInt(@intCast(count));
    b.append(" required ");
    b.append(kind);
    b.append(if (count == 1) " argument: " else " arguments: ");
    var seen: usize = 0;
    for (out, 0..) |w, i| {
        if (w != 0) continue;
        if (seen > 0) {
            if (count > 2) b.append(",");
            b.append(if (seen == count - 1) " and " else " ");
        }
        seen += 1;
        b.append("'");
        b.append(str.slice(f.code.names[first + i]));
        b.append("'");
    }
    return err.raiseText(.TypeError, b.slice());
}
