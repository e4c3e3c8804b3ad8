//! Who called whom, as far as it is recorded: `sys._getframe` and the frames behind it.
//!
//! Every call of something unknown notes its place (`rt.site`, one store); functions of modules that mention `_getframe` and the
//! like keep a record of themselves while they run (`rt.enterFrame`). So such a function knows its caller's place, and the
//! chain goes on as long as the callers keep records, too.
//!
//! Invariants
//! - A frame's code and line are where it was when the frame object was made; they do not move on with it.
//! - Where the chain ends because nothing is recorded, `f_back` raises a coded error; it is None only behind the main module.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const module_ = @import("module.zig");
const program = @import("program.zig");
const traceback = @import("traceback.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Location = object.Location;
const FrameRecord = object.FrameRecord;
const Frame = traceback.Frame;

pub export var pyrt_site: ?*const Location = null;
pub export var pyrt_frames: ?*FrameRecord = null;

/// Walks from the innermost frame outwards.
const Chain = struct {
    location: ?*const Location,
    record: ?*FrameRecord,
    end: Frame.Back = .unknown,

    fn init() Chain {
        return .{ .location = pyrt_site, .record = pyrt_frames };
    }

    /// Goes to the caller of `location`; null location then: the end.
    fn next(chain: *Chain) void {
        const here = chain.location.?;
        chain.location = null;
        if (chain.record) |record| {
            if (record.code == here.code) {
                chain.record = record.previous;
                chain.location = record.site;
            }
        }
        if (chain.location == null and isMain(here.code)) chain.end = .none;
    }
};

fn isMain(code: *const object.Code) bool {
    if (!std.mem.eql(u8, code.name.slice(), "<module>")) return false;
    return module_.ofFile(code.filename.slice()) == program.pyrt_program.main;
}

/// `sys._getframe([depth])`
pub fn getFrame(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var depth: i64 = 0;
    if (nargs > 0) depth = int.toSsize(args[0]) orelse return 0;
    var chain: Chain = .init();
    while (depth > 0 and chain.location != null) : (depth -= 1) chain.next();
    if (chain.location != null) return frames(&chain);
    if (chain.end == .none) return err.raise(.ValueError, "call stack is not deep enough", .{});
    return traceback.unknownFrame();
}

/// The frame at a place with all that are known behind it.
fn frames(chain: *Chain) Word {
    var first: Word = 0;
    var last: ?*Frame = null;
    while (chain.location) |location| {
        const made = traceback.newFrame(location.code, location.line);
        object.ptr(Frame, made).location = location;
        if (last) |frame| {
            frame.back = made;
            frame.back_state = .known;
        } else first = made;
        last = object.ptr(Frame, made);
        chain.next();
    }
    last.?.back_state = chain.end;
    return first;
}

pub fn back(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const frame = object.ptr(Frame, self);
    return switch (frame.back_state) {
        .known => rc.retain(frame.back),
        .none => singletons.noneWord(),
        .unknown => if (frame.code != null and isMain(frame.code.?)) singletons.noneWord() else traceback.unknown(),
    };
}
