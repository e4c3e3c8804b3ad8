//! The stack of the main program: a large reservation that is committed as it is used, its limit, and the poll.
//!
//! Invariants
//! - `ThreadState.stack_limit` lies at least `margin` above the end of the reservation, so that native code that runs
//!   between two checks never reaches it; below lies a page without access.
//! - `pyrt_state.stack_limit`, which the checks compare with, is the same address, or above every frame while a signal waits
//!   to be noticed: so a check of the stack is a poll at no cost.
const std = @import("std");
const builtin = @import("builtin");
const state = @import("state.zig");
const err = @import("err.zig");

const max_reservation: usize = 64 << 30;
const min_reservation: usize = 32 << 20;
/// What native code may use below the limit.
const margin: usize = 512 << 10;
const base_size: usize = 1 << 20;
/// Room for each level of `sys.setrecursionlimit`.
const level_size: usize = 16 << 10;

/// RecursionError if the stack's limit is reached, KeyboardInterrupt if Ctrl-C was pressed: returns false with the
/// exception pending.
pub inline fn check() bool {
    return checkWhile("");
}

/// As `check`; `doing` ends the message of the RecursionError (" in comparison").
pub inline fn checkWhile(comptime doing: []const u8) bool {
    if (@frameAddress() > state.pyrt_state.stack_limit) return true;
    return noticed("maximum recursion depth exceeded" ++ doing);
}

/// The limit was passed: by a frame, or because a signal raised it.
noinline fn noticed(message: []const u8) bool {
    @branchHint(.cold);
    if (poll() < 0) return false;
    if (@frameAddress() > state.current().stack_limit) return true;
    _ = err.raiseText(.RecursionError, message);
    return false;
}

/// RecursionError because of `sys.setrecursionlimit`; returns 0.
pub noinline fn tooDeep() u64 {
    @branchHint(.cold);
    return err.raise(.RecursionError, "maximum recursion depth exceeded", .{});
}

pub export fn pyrt_check_stack() callconv(.c) i32 {
    return if (check()) 0 else -1;
}

pub export fn pyrt_poll() callconv(.c) i32 {
    return poll();
}

/// Bits of `Hot.interrupted`: Ctrl-C, or a signal that the program handles itself.
pub const by_keyboard: u32 = 1;
pub const by_signal: u32 = 2;

/// What a signal handler does: the next check or poll notices. Async-signal-safe.
pub fn interrupt(bit: u32) void {
    const hot: *volatile state.Hot = &state.pyrt_state;
    _ = @atomicRmw(u32, &state.pyrt_state.interrupted, .Or, bit, .seq_cst);
    hot.stack_limit = std.math.maxInt(usize);
}

/// Runs the program's own handlers (`_signal`); −1 raised.
pub var deliver: ?*const fn () i32 = null;

/// Raises KeyboardInterrupt if Ctrl-C was pressed, or what a handler of the program raises; −1 then.
pub fn poll() i32 {
    if (state.pyrt_state.interrupted == 0) return 0;
    // In this order: a signal between the two lines is noticed by the next poll of a loop at the latest.
    state.pyrt_state.stack_limit = state.current().stack_limit;
    const why = @atomicRmw(u32, &state.pyrt_state.interrupted, .Xchg, 0, .seq_cst);
    if (why & by_signal != 0 and deliver.?() < 0) return -1;
    if (why & by_keyboard == 0) return 0;
    _ = err.raiseEmpty(.KeyboardInterrupt);
    return -1;
}

/// Sets the limit for a recursion limit, as far as the reservation goes.
pub fn setRecursionLimit(levels: usize) void {
    const s = state.current();
    s.recursion_limit = levels;
    const wanted = base_size +| levels *| level_size;
    const available = s.stack_top - s.stack_bottom - margin;
    s.stack_limit = s.stack_top - @min(wanted, available);
    if (state.pyrt_state.interrupted == 0) state.pyrt_state.stack_limit = s.stack_limit;
}

/// Reserves the stack and runs `body` on it; on failure it runs on the stack that the system gave.
pub fn run(body: *const fn () callconv(.c) void) void {
    const s = state.current();
    if (comptime !canSwitch()) {
        s.stack_top = @frameAddress();
        s.stack_bottom = if (builtin.cpu.arch.isWasm()) 0 else s.stack_top -| (7 << 20);
        setRecursionLimit(s.recursion_limit);
        return body();
    }
    const linux = std.os.linux;
    var size = max_reservation;
    // Under a limit of the address space the heap must keep most of it.
    var limit: linux.rlimit = undefined;
    if (linux.getrlimit(.AS, &limit) == 0) while (size > limit.cur / 4 and size > min_reservation) {
        size /= 2;
    };
    while (size >= min_reservation) : (size /= 2) {
        const got = linux.mmap(null, size, linux.PROT.READ | linux.PROT.WRITE, .{
            .TYPE = .PRIVATE,
            .ANONYMOUS = true,
            .NORESERVE = true,
            .STACK = true,
        }, -1, 0);
        if (linux.E.init(got) != .SUCCESS) continue;
        // Huge pages would commit (and clear) 2 MiB for the first touch.
        _ = linux.madvise(@ptrFromInt(got), size, linux.MADV.NOHUGEPAGE);
        if (linux.E.init(linux.mprotect(@ptrFromInt(got), 4096, linux.PROT.NONE)) != .SUCCESS) continue;
        s.stack_bottom = got + 4096;
        s.stack_top = got + size;
        setRecursionLimit(s.recursion_limit);
        return switchTo(got + size, body);
    }
    s.stack_top = @frameAddress();
    s.stack_bottom = s.stack_top -| (7 << 20);
    setRecursionLimit(s.recursion_limit);
    body();
}

fn canSwitch() bool {
    if (builtin.os.tag != .linux) return false;
    return builtin.cpu.arch == .x86_64 or builtin.cpu.arch == .aarch64;
}

fn switchTo(top: usize, body: *const fn () callconv(.c) void) void {
    switch (builtin.cpu.arch) {
        .x86_64 => asm volatile (
            \\movq %%rsp, %%rbx
            \\movq %[top], %%rsp
            \\callq *%[body]
            \\movq %%rbx, %%rsp
            :
            : [top] "{rcx}" (top),
              [body] "{rdx}" (body),
            : .{ .rax = true, .rbx = true, .rcx = true, .rdx = true, .rsi = true, .rdi = true, .r8 = true, .r9 = true, .r10 = true, .r11 = true, .memory = true, .cc = true, .xmm0 = true, .xmm1 = true, .xmm2 = true, .xmm3 = true, .xmm4 = true, .xmm5 = true, .xmm6 = true, .xmm7 = true, .xmm8 = true, .xmm9 = true, .xmm10 = true, .xmm11 = true, .xmm12 = true, .xmm13 = true, .xmm14 = true, .xmm15 = true }),
        .aarch64 => asm volatile (
            \\mov x19, sp
            \\mov sp, x1
            \\blr x2
            \\mov sp, x19
            :
            : [top] "{x1}" (top),
              [body] "{x2}" (body),
            : .{ .x0 = true, .x1 = true, .x2 = true, .x3 = true, .x4 = true, .x5 = true, .x6 = true, .x7 = true, .x8 = true, .x9 = true, .x10 = true, .x11 = true, .x12 = true, .x13 = true, .x14 = true, .x15 = true, .x16 = true, .x17 = true, .x19 = true, .x30 = true, .memory = true, .v0 = true, .v1 = true, .v2 = true, .v3 = true, .v4 = true, .v5 = true, .v6 = true, .v7 = true, .v16 = true, .v17 = true, .v18 = true, .v19 = true, .v20 = true, .v21 = true, .v22 = true, .v23 = true, .v24 = true, .v25 = true, .v26 = true, .v27 = true, .v28 = true, .v29 = true, .v30 = true, .v31 = true }),
        else => unreachable,
    }
}
