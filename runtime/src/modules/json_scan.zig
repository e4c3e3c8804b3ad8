//! `_json`: the scanner, which makes values of a document.
//!
//! Invariant: positions inside are byte offsets; what Python code sees are character positions. The text object is held by the caller.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const list = @import("../list.zig");
const attr = @import("../attr.zig");
const args_ = @import("../args.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const float_text = @import("../float_text.zig");
const str_index = @import("../str_index.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const json = @import("json.zig");
const Word = object.Word;
const Raised = container.Raised;

/// Words are owned; hooks are None where there are none.
const Scanner = extern struct {
    h: object.Header,
    object_hook: Word,
    pairs_hook: Word,
    parse_float: Word,
    parse_int: Word,
    parse_constant: Word,
    strict: u64,
};
const life = native.Life(Scanner, &.{ "object_hook", "pairs_hook", "parse_float", "parse_int", "parse_constant" });
pub var scanner_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_json.Scanner",
    .fixed_size = @sizeOf(Scanner),
    .flags = .{ .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .new = new, .call = callSlot },
};
pub const methods = .{
    .{ "strict", getStrict, 0, 0, .member },
    .{ "object_hook", Field("object_hook").get, 0, 0, .member },
    .{ "object_pairs_hook", Field("pairs_hook").get, 0, 0, .member },
    .{ "parse_float", Field("parse_float").get, 0, 0, .member },
    .{ "parse_int", Field("parse_int").get, 0, 0, .member },
    .{ "parse_constant", Field("parse_constant").get, 0, 0, .member },
};
fn Field(comptime field: []const u8) type {
    return struct {
        fn get(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return rc.retain(@field(object.ptr(Scanner, w), field));
        }
    };
}
fn getStrict(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(object.ptr(Scanner, w).strict != 0);
}
fn new(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "make_scanner", .params = &.{"context"}, .positional = 1, .required = 1 };
    var given: [1]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const s = native.create(Scanner, &scanner_type);
    const fields = .{ "object_hook", "pairs_hook", "parse_float", "parse_int", "parse_constant" };
    inline for (fields) |field| @field(s, field) = 0;
    s.strict = 0;
    fill(s, given[0]) catch {
        rc.release(object.word(s));
        return 0;
    };
    return object.word(s);
}
fn fill(s: *Scanner, context: Word) Raised!void {
    const strict = try container.check(attr.get(context, "strict"));
    defer rc.release(strict);
    s.strict = @intFromBool(try container.checkTri(ops.truth(strict)));
    s.object_hook = try container.check(attr.get(context, "object_hook"));
    s.pairs_hook = try container.check(attr.get(context, "object_pairs_hook"));
    s.parse_float = try container.check(attr.get(context, "parse_float"));
    s.parse_int = try container.check(attr.get(context, "parse_int"));
    s.parse_constant = try container.check(attr.get(context, "parse_constant"));
}

/// One scan of a document.
const Scan = struct {
    scanner: *Scanner,
    text: Word,
    s: []const u8,
    at: usize,
    /// Keys seen, by a hash of their bytes: the same key is one object.
    keys: [128]Word = @splat(0),

    fn space(self: *Scan) void {
        while (self.at < self.s.len) : (self.at += 1) {
            switch (self.s[self.at]) {
                ' ', '\n', '\t', '\r' => {},
                else => return,
            }
        }
    }
    fn stop(self: *Scan, at: usize) Raised {
        const e = int.fromU64(str_index.position(str.of(self.text).?, at));
        _ = err.raiseValue(.StopIteration, e);
        return error.Raised;
    }
    fn fail(self: *Scan, message: []const u8, at: usize) Raised {
        return json.fail(message, self.text, at);
    }
    fn has(self: *Scan, word: []const u8) bool {
        return std.mem.startsWith(u8, self.s[self.at..], word);
    }

    fn value(self: *Scan) Raised!Word {
        if (self.at >= self.s.len) return self.stop(self.at);
        switch (self.s[self.at]) {
            '"' => return json.readString(self.text, self.s, self.at + 1, self.scanner.strict != 0, &self.at),
            '{' => {
                if (!stack.checkWhile(" while decoding a JSON object from a unicode string")) return error.Raised;
                self.at += 1;
                return self.objectValue();
            },
            '[' => {
                if (!stack.checkWhile(" while decoding a JSON array from a unicode string")) return error.Raised;
                self.at += 1;
                return self.arrayValue();
            },
            'n' => if (self.has("null")) return self.constant(4, singletons.noneWord()),
            't' => if (self.has("true")) return self.constant(4, singletons.trueWord()),
            'f' => if (self.has("false")) return self.constant(5, singletons.falseWord()),
            'N' => if (self.has("NaN")) return self.named("NaN"),
            'I' => if (self.has("Infinity")) return self.named("Infinity"),
            '-' => if (self.has("-Infinity")) return self.named("-Infinity"),
            else => {},
        }
        return self.number();
    }
    fn constant(self: *Scan, n: usize, w: Word) Word {
        self.at += n;
        return w;
    }
    fn named(self: *Scan, word: []const u8) Raised!Word {
        self.at += word.len;
        return container.check(call.call(self.scanner.parse_constant, &.{str.intern(word)}));
    }

    fn number(self: *Scan) Raised!Word {
        const s = self.s;
        const start = self.at;
        var i = start;
        if (s[i] == '-') i += 1;
        if (i >= s.len) return self.stop(start);
        if (s[i] >= '1' and s[i] <= '9') {
            while (i < s.len and std.ascii.isDigit(s[i])) i += 1;
        } else if (s[i] == '0') {
            i += 1;
        } else return self.stop(start);
        var fractional = false;
        if (i + 1 < s.len and s[i] == '.' and std.ascii.isDigit(s[i + 1])) {
            fractional = true;
            i += 1;
            while (i < s.len and std.ascii.isDigit(s[i])) i += 1;
        }
        if (i + 1 < s.len and (s[i] == 'e' or s[i] == 'E')) {
            var k = i + 1;
            if (k + 1 < s.len and (s[k] == '-' or s[k] == '+')) k += 1;
            if (std.ascii.isDigit(s[k])) {
                while (k < s.len and std.ascii.isDigit(s[k])) k += 1;
                fractional = true;
                i = k;
            }
        }
        self.at = i;
        const digits = s[start..i];
        if (fractional) {
            if (self.scanner.parse_float == object.word(float.float_type)) return float.new(float_text.parse(digits).?);
            return self.custom(self.scanner.parse_float, digits);
        }
        if (self.scanner.parse_int == object.word(int.int_type)) {
            if (digits.len <= 18) return object.makeSmall(std.fmt.parseInt(i64, digits, 10) catch unreachable);
        }
        return self.custom(self.scanner.parse_int, digits);
    }
    fn custom(_: *Scan, function: Word, digits: []const u8) Raised!Word {
        const w = str.fromAscii(digits);
        defer rc.release(w);
        return container.check(call.call(function, &.{w}));
    }

    fn arrayValue(self: *Scan) Raised!Word {
        const out = list.new(0);
        errdefer rc.release(out);
        self.space();
        if (self.at < self.s.len and self.s[self.at] == ']') {
            self.at += 1;
            return out;
        }
        while (true) {
            list.appendOwned(list.of(out), try self.value());
            self.space();
            if (self.at < self.s.len and self.s[self.at] == ']') break;
            if (self.at >= self.s.len or self.s[self.at] != ',') return self.fail("Expecting ',' delimiter", self.at);
            const comma = self.at;
            self.at += 1;
            self.space();
            if (self.at < self.s.len and self.s[self.at] == ']') return self.fail("Illegal trailing comma before end of array", comma);
        }
        self.at += 1;
        return out;
    }

    fn key(self: *Scan) Raised!Word {
        const from = self.at + 1;
        const w = try json.readString(self.text, self.s, from, self.scanner.strict != 0, &self.at);
        const text = object.ptr(object.Str, w);
        const slot = &self.keys[@intCast(str.hashOf(text) % self.keys.len)];
        if (slot.* != 0 and str.equal(slot.*, w)) {
            rc.release(w);
            return rc.retain(slot.*);
        }
        rc.releaseMaybe(slot.*);
        slot.* = rc.retain(w);
        return w;
    }
    fn objectValue(self: *Scan) Raised!Word {
        const pairs_wanted = !singletons.isNone(self.scanner.pairs_hook);
        const out = if (pairs_wanted) list.new(0) else dict.new();
        errdefer rc.release(out);
        self.space();
        if (self.at < self.s.len and self.s[self.at] == '}') {
            self.at += 1;
            return self.finishObject(out, pairs_wanted);
        }
        while (true) {
            if (self.at >= self.s.len or self.s[self.at] != '"') {
                return self.fail("Expecting property name enclosed in double quotes", self.at);
            }
            const k = try self.key();
            defer rc.release(k);
            self.space();
            if (self.at >= self.s.len or self.s[self.at] != ':') return self.fail("Expecting ':' delimiter", self.at);
            self.at += 1;
            self.space();
            const v = try self.value();
            if (pairs_wanted) {
                list.appendOwned(list.of(out), tuple.fromOwned(&.{ rc.retain(k), v }));
            } else {
                dict.setStr(out, k, v);
                rc.release(v);
            }
            self.space();
            if (self.at < self.s.len and self.s[self.at] == '}') break;
            if (self.at >= self.s.len or self.s[self.at] != ',') return self.fail("Expecting ',' delimiter", self.at);
            const comma = self.at;
            self.at += 1;
            self.space();
            if (self.at < self.s.len and self.s[self.at] == '}') return self.fail("Illegal trailing comma before end of object", comma);
        }
        self.at += 1;
        return self.finishObject(out, pairs_wanted);
    }
    /// Consumes `out` only if it returns it or a hook's result.
    fn finishObject(self: *Scan, out: Word, pairs: bool) Raised!Word {
        const hook = if (pairs) self.scanner.pairs_hook else self.scanner.object_hook;
        if (!pairs and singletons.isNone(hook)) return out;
        const result = try container.check(call.call(hook, &.{out}));
        rc.release(out);
        return result;
    }
};

/// `scan_once(string, idx)` → (value, end).
fn callSlot(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "scan_once", .params = &.{ "string", "idx" }, .positional = 2, .required = 2 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const s = str.of(given[0]) orelse return err.raise(.TypeError, "first argument must be a string, not {t}", .{given[0]});
    const at = int.toSsize(given[1]) orelse return 0;
    if (at < 0) return err.raise(.ValueError, "idx cannot be negative", .{});
    if (at >= s.codepoints) return err.raiseValue(.StopIteration, int.fromI64(at));
    var one: Scan = .{ .scanner = object.ptr(Scanner, w), .text = given[0], .s = s.slice(), .at = str_index.offset(s, @intCast(at)) };
    defer for (one.keys) |k| rc.releaseMaybe(k);
    const value = one.value() catch return 0;
    return tuple.fromOwned(&.{ value, int.fromU64(str_index.position(s, one.at)) });
}
