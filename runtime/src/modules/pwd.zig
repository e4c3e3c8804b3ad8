//! `pwd`: the users of the machine, as the C library knows them.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const list = @import("../list.zig");
const str_codec = @import("../str_codec.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const struct_sequence = @import("struct_sequence.zig");
const Path = @import("posix_path.zig").Path;
const Word = object.Word;
const c = std.c;

pub const name = "pwd";
pub const shadowable = true;
pub const functions = .{
    .{ "getpwuid", byNumber, 1, 1 },
    .{ "getpwnam", byName, 1, 1 },
    .{ "getpwall", all, 0, 0 },
};
const Entry = struct_sequence.Class("pwd.struct_passwd", &.{ "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell" }, 7);
pub fn setup(m: *native.Module) container.Raised!void {
    Entry.prepare();
    native.define(m, "struct_passwd", object.word(&Entry.class));
}

const Passwd = extern struct {
    name: ?[*:0]const u8,
    password: ?[*:0]const u8,
    uid: u32,
    gid: u32,
    gecos: ?[*:0]const u8,
    dir: ?[*:0]const u8,
    shell: ?[*:0]const u8,
};
extern "c" fn getpwuid(uid: u32) ?*Passwd;
extern "c" fn getpwnam(user: [*:0]const u8) ?*Passwd;
extern "c" fn getpwent() ?*Passwd;
extern "c" fn setpwent() void;
extern "c" fn endpwent() void;

fn text(s: ?[*:0]const u8) Word {
    return str_codec.decode(std.mem.span(s orelse return native.none()), "utf-8", "surrogateescape", 0);
}
fn entry(p: *Passwd) Word {
    return Entry.make(&.{ text(p.name), text(p.password), int.fromI64(p.uid), int.fromI64(p.gid), text(p.gecos), text(p.dir), text(p.shell) });
}
fn byNumber(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const index = int.asIndex(args[0]);
    if (index == 0) return 0;
    defer rc.release(index);
    const n = int.toU64(index);
    const missing = n == null or n.? > std.math.maxInt(u32);
    const found = if (missing) null else getpwuid(@intCast(n.?));
    return entry(found orelse {
        const shown = @import("../repr.zig").str(index);
        defer rc.release(shown);
        return raiseKey("getpwuid(): uid not found: {w}", shown);
    });
}
fn byName(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!str.isStr(args[0])) return err.raise(.TypeError, "getpwnam() argument must be str, not {t}", .{args[0]});
    var path: Path = .{};
    if (!path.take("getpwnam", "name", args[0], .{})) return 0;
    defer path.deinit();
    return entry(getpwnam(path.text) orelse return raiseKey("getpwnam(): name not found: {r}", args[0]));
}
fn raiseKey(comptime fmt: []const u8, w: Word) Word {
    return err.raise(.KeyError, fmt, .{w});
}
fn all(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const out = list.new(0);
    setpwent();
    while (getpwent()) |p| list.appendOwned(list.of(out), entry(p));
    endpwent();
    return out;
}
