//! `%` formatting of texts and bytes.
//!
//! Invariant: arguments are taken and errors are raised in CPython's order; the output of bytes formatting is collected
//! as raw bytes in the same builder.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const int_text = @import("int_text.zig");
const int_type = @import("int_type.zig");
const float = @import("float.zig");
const float_text = @import("float_text.zig");
const index = @import("str_index.zig");
const text_ = @import("format_text.zig");
const bytes = @import("bytes.zig");
const bytes_like = @import("bytes_like.zig");
const tuple = @import("tuple.zig");
const ops = @import("ops.zig");
const call = @import("call.zig");
const lookup = @import("lookup.zig");
const repr = @import("repr.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const Str = object.Str;
const Builder = str.Builder;

/// `s % args`, owned.
pub fn format(s: *Str, args: Word) Word {
    var f: Formatter = .init(s.slice(), args, false);
    if (s.bytes > 0 and f.mapping and std.mem.indexOfScalar(u8, s.slice(), '%') == null) return rc.retain(object.word(s));
    if (!f.run()) {
        f.out.deinit();
        return 0;
    }
    return f.out.finish();
}

/// `b % args` as owned bytes.
pub fn formatBytes(s: []const u8, args: Word) Word {
    var f: Formatter = .init(s, args, true);
    defer f.out.deinit();
    if (!f.run()) return 0;
    return bytes.fromSlice(f.out.slice());
}

const Field = struct {
    left: bool = false,
    plus: bool = false,
    blank: bool = false,
    alternate: bool = false,
    zero: bool = false,
    width: i64 = -1,
    precision: i64 = -1,
};

const Formatter = struct {
    out: Builder = .{},
    s: []const u8,
    i: usize = 0,
    args: Word,
    /// The arguments of a tuple; otherwise the one argument.
    items: []const Word,
    next: usize = 0,
    is_tuple: bool,
    /// The value of `%(key)` (owned), or 0.
    keyed: Word = 0,
    fresh: bool = false,
    mapping: bool,
    used_mapping: bool = false,
    raw: bool,

    fn init(s: []const u8, args: Word, raw: bool) Formatter {
        const is_tuple = tuple.isTuple(args);
        const has_items = !object.isSmall(args) and types.typeOf(args).slots.getitem != null;
        const is_text = str.isStr(args) or (raw and (bytes_like.isBytes(args) or bytes_like.isByteArray(args)));
        return .{
            .s = s,
            .args = args,
            .items = if (is_tuple) tuple.items(args) else &.{},
            .is_tuple = is_tuple,
            .mapping = has_items and !is_tuple and !is_text,
            .raw = raw,
        };
    }

    fn fail(comptime kind: err.Kind, comptime fmt: []const u8, args: anytype) bool {
        _ = err.raise(kind, fmt, args);
        return false;
    }

    fn run(self: *Formatter) bool {
        defer rc.releaseMaybe(self.keyed);
        while (self.i < self.s.len) {
            const at = std.mem.indexOfScalarPos(u8, self.s, self.i, '%') orelse self.s.len;
            self.out.append(self.s[self.i..at]);
            self.i = at;
            if (at == self.s.len) break;
            self.i += 1;
            if (!self.field()) return false;
        }
        const left = if (self.is_tuple) self.next < self.items.len else self.next == 0;
        if (left and !self.mapping and !self.used_mapping) {
            if (self.raw) return fail(.TypeError, "not all arguments converted during bytes formatting", .{});
            return fail(.TypeError, "not all arguments converted during string formatting", .{});
        }
        return true;
    }

    fn hasArgument(self: *const Formatter) bool {
        if (self.keyed != 0) return self.fresh;
        return if (self.is_tuple) self.next < self.items.len else self.next == 0;
    }

    /// The next argument, borrowed; 0: raised.
    fn argument(self: *Formatter) Word {
        if (self.keyed != 0) {
            // A keyed value replaces the arguments and serves once.
            if (self.fresh) {
                self.fresh = false;
                return self.keyed;
            }
        } else if (self.is_tuple) {
            if (self.next < self.items.len) {
                self.next += 1;
                return self.items[self.next - 1];
            }
        } else if (self.next == 0) {
            self.next = 1;
            return self.args;
        }
        return err.raise(.TypeError, "not enough arguments for format string", .{});
    }

    fn key(self: *Formatter) bool {
        if (!self.mapping) return fail(.TypeError, "format requires a mapping", .{});
        self.i += 1;
        const start = self.i;
        var depth: usize = 1;
        while (self.i < self.s.len) : (self.i += 1) {
            if (self.s[self.i] == '(') depth += 1;
            if (self.s[self.i] == ')') {
                depth -= 1;
                if (depth == 0) break;
            }
        }
        if (self.i >= self.s.len) return fail(.ValueError, "incomplete format key", .{});
        const key_text = self.s[start..self.i];
        self.i += 1;
        const name = if (self.raw) bytes.fromSlice(key_text) else str.fromSlice(key_text);
        defer rc.release(name);
        const value = ops.getitem(self.args, name);
        if (value == 0) return false;
        rc.releaseMaybe(self.keyed);
        self.keyed = value;
        self.fresh = true;
        self.used_mapping = true;
        return true;
    }

    /// Digits or `*`; null: raised.
    fn number(self: *Formatter, comptime what: []const u8) ?i64 {
        if (self.i < self.s.len and self.s[self.i] == '*') {
            self.i += 1;
            const w = self.argument();
            if (w == 0) return null;
            const v = int.valueOf(w);
            if (v == 0) {
                _ = err.raise(.TypeError, "* wants int", .{});
                return null;
            }
            const narrow = comptime std.mem.eql(u8, what, "precision");
            const n = int.toI64(v);
            if (n == null or (narrow and std.math.cast(i32, n.?) == null)) {
                _ = err.raise(.OverflowError, "Python int too large to convert to C " ++ if (narrow) "int" else "ssize_t", .{});
                return null;
            }
            return n;
        }
        var v: i64 = 0;
        while (self.i < self.s.len and std.ascii.isDigit(self.s[self.i])) : (self.i += 1) {
            if (v > std.math.maxInt(i32)) {
                _ = err.raise(.ValueError, what ++ " too big", .{});
                return null;
            }
            v = v * 10 + (self.s[self.i] - '0');
        }
        return v;
    }

    fn field(self: *Formatter) bool {
        var f: Field = .{};
        if (self.i < self.s.len and self.s[self.i] == '%') {
            self.i += 1;
            self.out.appendByte('%');
            return true;
        }
        if (self.i < self.s.len and self.s[self.i] == '(' and !self.key()) return false;
        while (self.i < self.s.len) : (self.i += 1) {
            switch (self.s[self.i]) {
                '-' => f.left = true,
                '+' => f.plus = true,
                ' ' => f.blank = true,
                '#' => f.alternate = true,
                '0' => f.zero = true,
                else => break,
            }
        }
        if (self.i < self.s.len and (self.s[self.i] == '*' or std.ascii.isDigit(self.s[self.i]))) {
            f.width = self.number("width") orelse return false;
            if (f.width < 0) {
                f.left = true;
                f.width = -%f.width;
            }
        }
        if (self.i < self.s.len and self.s[self.i] == '.') {
            self.i += 1;
            f.precision = @max(self.number("precision") orelse return false, 0);
        }
        if (self.i < self.s.len and (self.s[self.i] == 'h' or self.s[self.i] == 'l' or self.s[self.i] == 'L')) self.i += 1;
        if (self.i >= self.s.len) return fail(.ValueError, "incomplete format", .{});
        const at = self.i;
        const code = self.s[at];
        self.i += if (self.raw) 1 else str.sequenceLength(code);
        if (std.mem.indexOfScalar(u8, "sradiouxXeEfFgGcb", code) == null) return self.unsupported(at);
        if (self.hasArgument() and (!text_.checkWidth(f.width) or !text_.checkWidth(f.precision))) return false;
        return switch (code) {
            's', 'r', 'a', 'b' => if (code == 'b' and !self.raw) self.unsupported(at) else self.text(f, code),
            'd', 'i', 'u', 'o', 'x', 'X' => self.integer(f, code),
            'e', 'E', 'f', 'F', 'g', 'G' => self.floating(f, code),
            'c' => self.character(f),
            else => self.unsupported(at),
        };
    }

    fn unsupported(self: *Formatter, at: usize) bool {
        // The argument is fetched first, so that a missing one is reported instead.
        if (self.argument() == 0) return false;
        const c: u21 = if (self.raw) self.s[at] else str.decodeAt(self.s, at);
        const position = if (self.raw) at else str.countCodepoints(self.s[0..at]);
        var shown: [4]u8 = undefined;
        const n = if (c > 31 and c < 127) str.encodeCodepoint(c, &shown) else blk: {
            shown[0] = '?';
            break :blk 1;
        };
        return fail(.ValueError, "unsupported format character '{s}' (0x{x}) at index {d}", .{
            @as([]const u8, shown[0..n]), @as(u64, c), @as(i64, @intCast(position)),
        });
    }

    /// Pads a content without sign.
    fn pad(self: *Formatter, f: Field, content: []const u8, codepoints: usize) void {
        const gap = @as(usize, @intCast(@max(f.width, 0))) -| codepoints;
        if (!f.left) self.out.appendByteTimes(' ', gap);
        self.out.append(content);
        if (f.left) self.out.appendByteTimes(' ', gap);
    }

    fn text(self: *Formatter, f: Field, code: u8) bool {
        const w = self.argument();
        if (w == 0) return false;
        if (self.raw and (code == 's' or code == 'b')) return self.rawBytes(f, w);
        const shown = switch (code) {
            's' => repr.str(w),
            'r' => if (self.raw) repr.ascii(w) else repr.repr(w),
            else => repr.ascii(w),
        };
        if (shown == 0) return false;
        defer rc.release(shown);
        const s = str.of(shown).?;
        var n: usize = @intCast(s.codepoints);
        if (f.precision >= 0 and f.precision < n) n = @intCast(f.precision);
        self.pad(f, s.slice()[0..index.offset(s, n)], n);
        return true;
    }

    fn rawBytes(self: *Formatter, f: Field, w: Word) bool {
        var owned: Word = 0;
        defer rc.releaseMaybe(owned);
        const data = bytes_like.view(w) orelse blk: {
            if (!object.isSmall(w) and lookup.lookup(types.typeOf(w), @import("names.zig").of(.__bytes__)) != 0) {
                owned = call.specialMethod(w, .__bytes__, &.{});
                if (owned == 0) return false;
                if (bytes_like.view(owned)) |d| break :blk d;
                return fail(.TypeError, "__bytes__ returned non-bytes (type {t})", .{owned});
            }
            return fail(.TypeError, "%b requires a bytes-like object, or an object that implements __bytes__, not '{t}'", .{w});
        };
        const n = if (f.precision >= 0) @min(data.len, @as(usize, @intCast(f.precision))) else data.len;
        self.pad(f, data[0..n], n);
        return true;
    }

    /// Lays out sign, prefix, zeros and digits.
    fn numeric(self: *Formatter, f: Field, negative: bool, prefix: []const u8, digits: []const u8) void {
        const sign: []const u8 = if (negative) "-" else if (f.plus) "+" else if (f.blank) " " else "";
        const gap = @as(usize, @intCast(@max(f.width, 0))) -| (sign.len + prefix.len + digits.len);
        const zeros = f.zero and !f.left;
        if (!f.left and !zeros) self.out.appendByteTimes(' ', gap);
        self.out.append(sign);
        self.out.append(prefix);
        if (zeros) self.out.appendByteTimes('0', gap);
        self.out.append(digits);
        if (f.left) self.out.appendByteTimes(' ', gap);
    }

    /// The exact int of an argument, owned; 0: raised.
    fn integerOf(self: *const Formatter, w: Word, code: u8) Word {
        const v = int.valueOf(w);
        if (v != 0) return int.own(v);
        const slots = &types.typeOf(w).slots;
        const name: []const u8 = if (code == 'i' and self.raw) "d" else &.{code};
        if (code == 'o' or code == 'x' or code == 'X') {
            if (slots.index != null) return int.asIndex(w);
            return err.raise(.TypeError, "%{s} format: an integer is required, not {t}", .{ name, w });
        }
        @import("prune.zig").reads("int");
        if (slots.int != null or slots.index != null) {
            const r = int_type.fromObject(w);
            if (r != 0 or !err.matches(.TypeError)) return r;
            err.clear();
        }
        return err.raise(.TypeError, "%{s} format: a real number is required, not {t}", .{ name, w });
    }

    fn integer(self: *Formatter, f: Field, code: u8) bool {
        const w = self.argument();
        if (w == 0) return false;
        const v = self.integerOf(w, code);
        if (v == 0) return false;
        defer rc.release(v);
        const base: u8 = switch (code) {
            'o' => 8,
            'x', 'X' => 16,
            else => 10,
        };
        const prefix: []const u8 = if (!f.alternate) "" else switch (code) {
            'o' => "0o",
            'x' => "0x",
            'X' => "0X",
            else => "",
        };
        const d = int_text.digitsOf(v, base) orelse return false;
        defer d.deinit();
        if (code == 'X') {
            for (d.digits) |*c| c.* = std.ascii.toUpper(c.*);
        }
        const missing = @as(usize, @intCast(@max(f.precision, 0))) -| d.digits.len;
        if (missing == 0) {
            self.numeric(f, int.sign(v) < 0, prefix, d.digits);
            return true;
        }
        var padded: Builder = .{};
        defer padded.deinit();
        padded.appendByteTimes('0', missing);
        padded.append(d.digits);
        self.numeric(f, int.sign(v) < 0, prefix, padded.slice());
        return true;
    }

    fn floating(self: *Formatter, f: Field, code: u8) bool {
        const w = self.argument();
        if (w == 0) return false;
        const v = float.asF64(w) orelse {
            if (self.raw) {
                err.clear();
                return fail(.TypeError, "float argument required, not {t}", .{w});
            }
            return false;
        };
        if (f.precision > std.math.maxInt(i32)) return fail(.ValueError, "precision too big", .{});
        var b: Builder = .{};
        defer b.deinit();
        float_text.append(&b, v, .{
            .code = code | 32,
            .precision = @intCast(if (f.precision < 0) 6 else f.precision),
            .alternate = f.alternate,
            .upper = code & 32 == 0,
        });
        self.numeric(f, std.math.signbit(v) and !std.math.isNan(v), "", b.slice());
        return true;
    }

    fn character(self: *Formatter, f: Field) bool {
        const w = self.argument();
        if (w == 0) return false;
        if (self.raw) return self.rawCharacter(f, w);
        if (str.of(w)) |s| {
            if (s.codepoints != 1) return fail(.TypeError, "%c requires int or char", .{});
            self.pad(f, s.slice(), 1);
            return true;
        }
        if (!int.hasIndex(w)) return fail(.TypeError, "%c requires int or char", .{});
        const v = int.asIndex(w);
        if (v == 0) return false;
        defer rc.release(v);
        const c = int.toI64(v) orelse -1;
        if (c < 0 or c > 0x10ffff) return fail(.OverflowError, "%c arg not in range(0x110000)", .{});
        var unit: [4]u8 = undefined;
        self.pad(f, unit[0..str.encodeCodepoint(@intCast(c), &unit)], 1);
        return true;
    }

    fn rawCharacter(self: *Formatter, f: Field, w: Word) bool {
        if (bytes_like.view(w)) |d| {
            if (d.len == 1) {
                self.pad(f, d, 1);
                return true;
            }
        } else if (int.hasIndex(w)) {
            const v = int.asIndex(w);
            if (v == 0) return false;
            defer rc.release(v);
            const c = int.toI64(v) orelse -1;
            if (c < 0 or c > 255) return fail(.OverflowError, "%c arg not in range(256)", .{});
            self.pad(f, &.{@intCast(c)}, 1);
            return true;
        }
        return fail(.TypeError, "%c requires an integer in range(256) or a single byte", .{});
    }
};
