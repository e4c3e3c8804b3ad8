//! `str.format` and `str.format_map`: replacement fields with attributes, items, conversions and nested specs.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const ops = @import("ops.zig");
const spec_ = @import("format_spec.zig");
const value_ = @import("format_value.zig");
const Word = object.Word;
const Str = object.Str;
const Builder = str.Builder;

/// Where fields come from: positional and keyword arguments, or a mapping (not 0).
pub const Source = struct {
    args: []const Word = &.{},
    names: []const Word = &.{},
    values: [*]const Word = undefined,
    mapping: Word = 0,
};

const Numbering = enum { unknown, automatic, manual };

const State = struct { source: Source, numbering: Numbering = .unknown, next: usize = 0 };

/// The formatted text, owned.
pub fn format(s: *Str, source: Source) Word {
    if (s.bytes > 0 and std.mem.indexOfAny(u8, s.slice(), "{}") == null) return rc.retain(object.word(s));
    var state: State = .{ .source = source };
    var b = Builder.init(@intCast(s.bytes));
    if (!run(&b, &state, s.slice(), 2)) {
        b.deinit();
        return 0;
    }
    return b.finish();
}

fn fail(comptime message: []const u8) bool {
    _ = err.raise(.ValueError, message, .{});
    return false;
}

fn run(b: *Builder, state: *State, s: []const u8, depth: u32) bool {
    if (depth == 0) return fail("Max string recursion exceeded");
    var i: usize = 0;
    while (i < s.len) {
        const at = std.mem.indexOfAnyPos(u8, s, i, "{}") orelse s.len;
        b.append(s[i..at]);
        if (at == s.len) break;
        const c = s[at];
        i = at + 1;
        const doubled = i < s.len and s[i] == c;
        if (doubled) {
            b.appendByte(c);
            i += 1;
            continue;
        }
        if (c == '}') return fail("Single '}}' encountered in format string");
        if (i == s.len) return fail("Single '{{' encountered in format string");
        if (!field(b, state, s, &i, depth)) return false;
    }
    return true;
}

/// One replacement field; `i` stands after its `{` and is moved after its `}`.
fn field(b: *Builder, state: *State, s: []const u8, i: *usize, depth: u32) bool {
    const start = i.*;
    var c: u8 = 0;
    scan: while (i.* < s.len) {
        c = s[i.*];
        i.* += 1;
        switch (c) {
            '{' => return fail("unexpected '{{' in field name"),
            '[' => while (i.* < s.len and s[i.*] != ']') {
                i.* += 1;
            },
            '}', ':', '!' => break :scan,
            else => {},
        }
    } else c = 0;
    if (c == 0) return fail("expected '}}' before end of string");
    const name = s[start .. i.* - 1];
    var conversion: u21 = 0;
    var spec: []const u8 = "";
    var nested = false;
    if (c != '}') parse: {
        if (c == '!') {
            if (i.* >= s.len) return fail("end of string while looking for conversion specifier");
            conversion = str.decodeAt(s, i.*);
            i.* += str.sequenceLength(s[i.*]);
            if (i.* < s.len) {
                c = s[i.*];
                i.* += 1;
                if (c == '}') break :parse;
                if (c != ':') return fail("expected ':' after conversion specifier");
            }
        }
        const from = i.*;
        var open: usize = 1;
        while (i.* < s.len) {
            c = s[i.*];
            i.* += 1;
            if (c == '{') {
                nested = true;
                open += 1;
            } else if (c == '}') {
                open -= 1;
                if (open == 0) break;
            }
        }
        if (open != 0) return fail("unmatched '{{' in format spec");
        spec = s[from .. i.* - 1];
    }
    const value = find(state, name);
    if (value == 0) return false;
    defer rc.release(value);
    const shown = value_.convert(value, conversion);
    if (shown == 0) return false;
    defer rc.release(shown);
    if (!nested) return value_.append(b, shown, spec);
    var expanded: Builder = .{};
    defer expanded.deinit();
    if (!run(&expanded, state, spec, depth - 1)) return false;
    return value_.append(b, shown, expanded.slice());
}

/// The value of a field name, owned; 0: raised.
fn find(state: *State, name: []const u8) Word {
    const first_end = std.mem.indexOfAny(u8, name, ".[") orelse name.len;
    const first = name[0..first_end];
    var value = root(state, first);
    var i = first_end;
    while (value != 0 and i < name.len) {
        const old = value;
        value = step(old, name, &i);
        rc.release(old);
    }
    return value;
}

/// A decimal number that fills `s`; −1: it is none; null: raised.
fn wholeNumber(s: []const u8) ?i64 {
    for (s) |c| if (!std.ascii.isDigit(c)) return -1;
    var i: usize = 0;
    return spec_.integer(s, &i);
}

fn root(state: *State, first: []const u8) Word {
    var number = wholeNumber(first) orelse return 0;
    const automatic = first.len == 0;
    if (automatic or number >= 0) {
        const wanted: Numbering = if (automatic) .automatic else .manual;
        if (state.numbering == .unknown) state.numbering = wanted;
        if (state.numbering != wanted) {
            if (automatic) return err.raise(.ValueError, "cannot switch from manual field specification to automatic field numbering", .{});
            return err.raise(.ValueError, "cannot switch from automatic field numbering to manual field specification", .{});
        }
        if (automatic) {
            number = @intCast(state.next);
            state.next += 1;
        }
        if (state.source.mapping != 0) return err.raise(.ValueError, "Format string contains positional fields", .{});
        if (number < state.source.args.len) return rc.retain(state.source.args[@intCast(number)]);
        return err.raise(.IndexError, "Replacement index {d} out of range for positional args tuple", .{number});
    }
    const source = state.source;
    if (source.mapping == 0) {
        for (source.names, 0..) |n, i| if (str.eqlSlice(n, first)) return rc.retain(source.values[i]);
    }
    const key = str.fromSlice(first);
    defer rc.release(key);
    if (source.mapping != 0) return ops.getitem(source.mapping, key);
    return err.keyError(key);
}

/// `.name` or `[item]` at `i`.
fn step(value: Word, name: []const u8, i: *usize) Word {
    const c = name[i.*];
    i.* += 1;
    const start = i.*;
    if (c == '.') {
        i.* = std.mem.indexOfAnyPos(u8, name, start, ".[") orelse name.len;
        if (i.* == start) return err.raise(.ValueError, "Empty attribute in format string", .{});
        return attr.get(value, str.intern(name[start..i.*]));
    }
    if (c != '[') return err.raise(.ValueError, "Only '.' or '[' may follow ']' in format field specifier", .{});
    const end = std.mem.indexOfScalarPos(u8, name, start, ']') orelse
        return err.raise(.ValueError, "Missing ']' in format string", .{});
    i.* = end + 1;
    const item = name[start..end];
    if (item.len == 0) return err.raise(.ValueError, "Empty attribute in format string", .{});
    const number = wholeNumber(item) orelse return 0;
    if (number >= 0) {
        const w = @import("int.zig").fromI64(number);
        defer rc.release(w);
        return ops.getitem(value, w);
    }
    const key = str.fromSlice(item);
    defer rc.release(key);
    return ops.getitem(value, key);
}
