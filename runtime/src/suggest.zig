//! "Did you mean 'x'?": the candidate closest to a wrong name, by CPython's edit distance and bounds.
const std = @import("std");
const object = @import("object.zig");
const Word = object.Word;

const move_cost = 2;
const case_cost = 1;
const max_length = 40;
const max_candidates = 750;

/// The search for the closest name, one candidate after the other.
const Search = struct {
    name: []const u8,
    best_distance: usize = std.math.maxInt(usize),

    /// The candidate is closer than those before it, and close enough.
    fn accepts(self: *Search, text: []const u8) bool {
        if (std.mem.eql(u8, text, self.name)) return false;
        const allowed = @min((self.name.len + text.len + 3) * move_cost / 6, self.best_distance - 1);
        const d = distance(self.name, text, allowed);
        if (d > allowed or d >= self.best_distance) return false;
        self.best_distance = d;
        return true;
    }
};

/// The best of `candidates` (str words, others are skipped), borrowed; null if none is close enough.
pub fn closest(name: []const u8, candidates: []const Word) ?Word {
    if (name.len > max_length or candidates.len >= max_candidates) return null;
    var best: ?Word = null;
    var search: Search = .{ .name = name };
    for (candidates) |w| {
        if (!object.isExact(w, .str)) continue;
        if (search.accepts(object.ptr(object.Str, w).slice())) best = w;
        if (search.best_distance == 0) break;
    }
    return best;
}

/// The best of `names`; null if none is close enough.
pub fn closestText(name: []const u8, names: []const []const u8) ?[]const u8 {
    if (name.len > max_length) return null;
    var best: ?[]const u8 = null;
    var search: Search = .{ .name = name };
    for (names) |text| {
        if (text.len > 0 and search.accepts(text)) best = text;
        if (search.best_distance == 0) break;
    }
    return best;
}

fn lower(c: u8) u8 {
    return if (c >= 'A' and c <= 'Z') c + 32 else c;
}

fn substitution(a: u8, b: u8) usize {
    if (a & 31 != b & 31) return move_cost;
    if (a == b) return 0;
    return if (lower(a) == lower(b)) case_cost else move_cost;
}

fn distance(first: []const u8, second: []const u8, max_cost: usize) usize {
    var a = first;
    var b = second;
    while (a.len > 0 and b.len > 0 and a[0] == b[0]) {
        a = a[1..];
        b = b[1..];
    }
    while (a.len > 0 and b.len > 0 and a[a.len - 1] == b[b.len - 1]) {
        a = a[0 .. a.len - 1];
        b = b[0 .. b.len - 1];
    }
    if (a.len == 0 or b.len == 0) return (a.len + b.len) * move_cost;
    if (a.len > max_length or b.len > max_length) return max_cost + 1;
    if (b.len < a.len) std.mem.swap([]const u8, &a, &b);
    if ((b.len - a.len) * move_cost > max_cost) return max_cost + 1;
    var buffer: [max_length]usize = undefined;
    for (buffer[0..a.len], 0..) |*cell, i| cell.* = (i + 1) * move_cost;
    var result: usize = 0;
    for (b, 0..) |code, row| {
        var diagonal = row * move_cost;
        result = diagonal;
        var minimum: usize = std.math.maxInt(usize);
        for (a, buffer[0..a.len]) |c, *cell| {
            const substitute = diagonal + substitution(code, c);
            diagonal = cell.*;
            result = @min(@min(result, diagonal) + move_cost, substitute);
            cell.* = result;
            minimum = @min(minimum, result);
        }
        if (minimum > max_cost) return max_cost + 1;
    }
    return result;
}
