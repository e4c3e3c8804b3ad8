//! `_md5`, `_sha1`, `_sha2`, `_sha3`, `_blake2`: hash objects around Zig's implementations of the algorithms.
//!
//! Invariant: a digest is taken of a copy of the state, so an object can go on after it.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const text = @import("../text.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const Word = object.Word;
const h = std.crypto.hash;

pub const md5 = struct {
    pub const name = "_md5";
    pub const shadowable = true;
    const M = Algorithm(h.Md5, "md5", "_md5.md5", 64, 16);
    pub const functions = .{M.row};
    pub const classes = .{.{ "MD5Type", &M.class, M.methods }};
};
pub const sha1 = struct {
    pub const name = "_sha1";
    pub const shadowable = true;
    const M = Algorithm(h.Sha1, "sha1", "_sha1.sha1", 64, 20);
    pub const functions = .{M.row};
    pub const classes = .{.{ "SHA1Type", &M.class, M.methods }};
};
pub const sha2 = struct {
    pub const name = "_sha2";
    pub const shadowable = true;
    const A = Algorithm(h.sha2.Sha224, "sha224", "_sha2.SHA224Type", 64, 28);
    const B = Algorithm(h.sha2.Sha256, "sha256", "_sha2.SHA256Type", 64, 32);
    const C = Algorithm(h.sha2.Sha384, "sha384", "_sha2.SHA384Type", 128, 48);
    const D = Algorithm(h.sha2.Sha512, "sha512", "_sha2.SHA512Type", 128, 64);
    pub const functions = .{ A.row, B.row, C.row, D.row };
    pub const classes = .{
        .{ "SHA224Type", &A.class, A.methods }, .{ "SHA256Type", &B.class, B.methods },
        .{ "SHA384Type", &C.class, C.methods }, .{ "SHA512Type", &D.class, D.methods },
    };
};
pub const sha3 = struct {
    pub const name = "_sha3";
    pub const shadowable = true;
    const A = Algorithm(h.sha3.Sha3_224, "sha3_224", "_sha3.sha3_224", 144, 28);
    const B = Algorithm(h.sha3.Sha3_256, "sha3_256", "_sha3.sha3_256", 136, 32);
    const C = Algorithm(h.sha3.Sha3_384, "sha3_384", "_sha3.sha3_384", 104, 48);
    const D = Algorithm(h.sha3.Sha3_512, "sha3_512", "_sha3.sha3_512", 72, 64);
    const E = Algorithm(h.sha3.Shake128, "shake_128", "_sha3.shake_128", 168, 0);
    const F = Algorithm(h.sha3.Shake256, "shake_256", "_sha3.shake_256", 136, 0);
    pub const functions = .{ A.row, B.row, C.row, D.row, E.row, F.row };
    pub const classes = .{
        .{ "", &A.class, A.methods }, .{ "", &B.class, B.methods }, .{ "", &C.class, C.methods },
        .{ "", &D.class, D.methods }, .{ "", &E.class, E.methods }, .{ "", &F.class, F.methods },
    };
    pub fn setup(m: *native.Module) container.Raised!void {
        native.define(m, "implementation", str.intern("zig"));
    }
};
pub const blake2 = struct {
    pub const name = "_blake2";
    pub const shadowable = true;
    const B = Algorithm(h.blake2.Blake2b512, "blake2b", "_blake2.blake2b", 128, 64);
    const S = Algorithm(h.blake2.Blake2s256, "blake2s", "_blake2.blake2s", 64, 32);
    pub const functions = .{ B.row, S.row };
    pub const classes = .{ .{ "", &B.class, B.methods }, .{ "", &S.class, S.methods } };
    pub fn setup(m: *native.Module) container.Raised!void {
        inline for (.{ .{ "BLAKE2B", 64, 64, 16, 16 }, .{ "BLAKE2S", 32, 32, 8, 8 } }) |row| {
            native.define(m, row[0] ++ "_MAX_DIGEST_SIZE", int.fromI64(row[1]));
            native.define(m, row[0] ++ "_MAX_KEY_SIZE", int.fromI64(row[2]));
            native.define(m, row[0] ++ "_SALT_SIZE", int.fromI64(row[3]));
            native.define(m, row[0] ++ "_PERSON_SIZE", int.fromI64(row[4]));
        }
    }
};

/// The bytes of a bytes-like object; null: raised.
fn dataOf(w: Word) ?[]const u8 {
    if (str.isStr(w)) {
        _ = err.raise(.TypeError, "Strings must be encoded before hashing", .{});
        return null;
    }
    return bytes_like.view(w) orelse {
        _ = err.raise(.TypeError, "object supporting the buffer API required", .{});
        return null;
    };
}

/// `size` 0: the length of the digest is asked for each time.
fn Algorithm(comptime H: type, comptime algorithm: []const u8, comptime c_name: [:0]const u8, comptime block: i64, comptime size: usize) type {
    const is_blake = comptime std.mem.startsWith(u8, algorithm, "blake2");
    return struct {
        const Hash = extern struct { h: object.Header, size: u64, state: [@sizeOf(H)]u8 align(16) };
        pub var class: types.Type = .{
            .h = types.static_header,
            .c_name = c_name,
            .fixed_size = @sizeOf(Hash),
            .flags = .{ .acyclic = true, .default_getattr = true },
            .slots = .{ .dealloc = rc.deallocPlain, .repr = repr, .new = native.refuseNew },
        };
        pub const row = .{ algorithm, make, 0, -1, .keywords };
        const common = .{
            .{ "update", update, 1, 1 },
            .{ "copy", copy, 0, 0 },
            .{ "name", getName, 0, 0, .getset },
            .{ "block_size", getBlock, 0, 0, .getset },
            .{ "digest_size", getSize, 0, 0, .getset },
        };
        pub const methods = if (size == 0)
            common ++ .{ .{ "digest", shake, 1, 1 }, .{ "hexdigest", shakeHex, 1, 1 } }
        else
            common ++ .{ .{ "digest", digest, 0, 0 }, .{ "hexdigest", hexDigest, 0, 0 } };

        fn stateOf(w: Word) *align(1) H {
            return @ptrCast(&object.ptr(Hash, w).state);
        }
        fn fresh(state: H, length: usize) Word {
            const o = native.create(Hash, &class);
            o.size = length;
            @memcpy(&o.state, std.mem.asBytes(&state));
            return object.word(o);
        }
        const plain_sig: args_.Signature = .{ .name = algorithm, .params = &.{ "string", "usedforsecurity" }, .positional = 1, .required = 0 };
        fn make(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            if (is_blake) return makeBlake(args, nargs, kwnames);
            // The first argument is also called `data`.
            var given: [2]Word = undefined;
            if (!args_.bind(plain_sig, args, nargs, kwnames, &given)) return 0;
            const w = fresh(H.init(.{}), size);
            return withData(w, given[0]);
        }
        fn withData(w: Word, data: Word) Word {
            if (data == 0) return w;
            const bytes = dataOf(data) orelse {
                rc.release(w);
                return 0;
            };
            feed(w, bytes);
            return w;
        }
        fn feed(w: Word, bytes: []const u8) void {
            var state: H = stateOf(w).*;
            state.update(bytes);
            stateOf(w).* = state;
        }
        const blake_sig: args_.Signature = .{
            .name = algorithm,
            .params = &.{
                "data",        "digest_size", "key",        "salt",      "person",          "fanout", "depth", "leaf_size",
                "node_offset", "node_depth",  "inner_size", "last_node", "usedforsecurity",
            },
            .positional = 1,
            .required = 0,
        };
        fn makeBlake(args: [*]const Word, nargs: usize, kwnames: Word) Word {
            if (!is_blake) unreachable;
            var given: [13]Word = undefined;
            if (!args_.bind(blake_sig, args, nargs, kwnames, &given)) return 0;
            var options: H.Options = .{};
            var length: usize = size;
            if (given[1] != 0) {
                const n = int.toSsize(given[1]) orelse return 0;
                if (n < 1 or n > size) return err.raise(.ValueError, "digest_size must be between 1 and {d} bytes", .{@as(i64, size)});
                length = @intCast(n);
            }
            options.expected_out_bits = length * 8;
            if (given[2] != 0) {
                const key = dataOf(given[2]) orelse return 0;
                if (key.len > size) return err.raise(.ValueError, "maximum key length is {d} bytes", .{@as(i64, size)});
                if (key.len > 0) options.key = key;
            }
            const part = size / 4;
            if (given[3] != 0) {
                const salt = dataOf(given[3]) orelse return 0;
                if (salt.len > part) return err.raise(.ValueError, "maximum salt length is {d} bytes", .{@as(i64, part)});
                var full: [part]u8 = @splat(0);
                @memcpy(full[0..salt.len], salt);
                options.salt = full;
            }
            if (given[4] != 0) {
                const person = dataOf(given[4]) orelse return 0;
                if (person.len > part) return err.raise(.ValueError, "maximum person length is {d} bytes", .{@as(i64, part)});
                var full: [part]u8 = @splat(0);
                @memcpy(full[0..person.len], person);
                options.context = full;
            }
            for (given[5..12], [_]i64{ 1, 1, 0, 0, 0, 0, 0 }) |w, default| {
                if (w == 0) continue;
                const v: i64 = int.toSsize(w) orelse return 0;
                if (v != default) return err.raise(.NotImplementedError, "PA0209: tree hashing of BLAKE2 is not supported", .{});
            }
            return withData(fresh(H.init(options), length), given[0]);
        }
        fn update(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            feed(w, dataOf(args[0]) orelse return 0);
            return native.none();
        }
        fn copy(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return fresh(stateOf(w).*, @intCast(object.ptr(Hash, w).size));
        }
        fn finish(w: Word, out: *[H.digest_length]u8) []const u8 {
            var state: H = stateOf(w).*;
            state.final(out);
            return out[0..@intCast(object.ptr(Hash, w).size)];
        }
        fn digest(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            var out: [H.digest_length]u8 = undefined;
            return bytes_.fromSlice(finish(w, &out));
        }
        fn hexDigest(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            var out: [H.digest_length]u8 = undefined;
            return hex(finish(w, &out));
        }
        fn squeeze(w: Word, length: Word) Word {
            const n = int.toSsize(length) orelse return 0;
            if (n < 0) return err.raise(.ValueError, "value must be positive", .{});
            if (n >= 1 << 29) return err.raise(.ValueError, "length is too large", .{});
            const b = bytes_.tryRaw(@intCast(n)) orelse return err.noMemory();
            var state: H = stateOf(w).*;
            state.squeeze(b.slice());
            return object.word(b);
        }
        fn shake(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return squeeze(w, args[0]);
        }
        fn shakeHex(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const b = squeeze(w, args[0]);
            if (b == 0) return 0;
            defer rc.release(b);
            return hex(bytes_like.view(b).?);
        }
        fn getName(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return str.intern(algorithm);
        }
        fn getBlock(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return int.fromI64(block);
        }
        fn getSize(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return int.fromU64(object.ptr(Hash, w).size);
        }
        fn repr(w: Word) callconv(.c) Word {
            var b: text.Buffer = .{};
            defer b.deinit();
            b.append("<" ++ algorithm ++ " " ++ c_name ++ " object @ 0x");
            b.appendUnsigned(w, 16);
            b.append(">");
            return b.toWord();
        }
    };
}
fn hex(bytes: []const u8) Word {
    var b: str.Builder = .init(bytes.len * 2);
    for (bytes) |c| {
        b.appendByte("0123456789abcdef"[c >> 4]);
        b.appendByte("0123456789abcdef"[c & 15]);
    }
    return b.finish();
}
