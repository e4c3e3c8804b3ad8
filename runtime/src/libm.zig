//! The C library's elementary functions, for those names that Zig's compiler-rt also defines.
//!
//! Why: a plain `extern fn sin` binds to compiler-rt's version when Zig links, whose last bit differs from glibc's and thereby
//! from CPython's. Where libc is a shared glibc the library's own function is looked up once; elsewhere what is linked serves.
const std = @import("std");
const builtin = @import("builtin");

const dynamic = builtin.os.tag == .linux and builtin.abi.isGnu() and builtin.link_libc;
const Function = *const fn (f64) callconv(.c) f64;

extern "c" fn dlsym(handle: ?*anyopaque, name: [*:0]const u8) ?*anyopaque;

/// Calls the C library's function of this name and one argument.
pub inline fn call(comptime name: [:0]const u8, x: f64) f64 {
    const linked = @extern(Function, .{ .name = name, .library_name = "c" });
    if (!dynamic) return linked(x);
    const Cache = struct {
        var function: ?Function = null;
        noinline fn resolve() Function {
            const found: Function = if (dlsym(null, name)) |p| @ptrCast(@alignCast(p)) else linked;
            function = found;
            return found;
        }
    };
    return (Cache.function orelse Cache.resolve())(x);
}

const Function2 = *const fn (f64, f64) callconv(.c) f64;

/// As `call`, for two arguments.
pub inline fn call2(comptime name: [:0]const u8, x: f64, y: f64) f64 {
    const linked = @extern(Function2, .{ .name = name, .library_name = "c" });
    if (!dynamic) return linked(x, y);
    const Cache = struct {
        var function: ?Function2 = null;
        noinline fn resolve() Function2 {
            const found: Function2 = if (dlsym(null, name)) |p| @ptrCast(@alignCast(p)) else linked;
            function = found;
            return found;
        }
    };
    return (Cache.function orelse Cache.resolve())(x, y);
}

pub fn sin(x: f64) f64 {
    return call("sin", x);
}
pub fn cos(x: f64) f64 {
    return call("cos", x);
}
pub fn tan(x: f64) f64 {
    return call("tan", x);
}
pub fn exp(x: f64) f64 {
    return call("exp", x);
}
pub fn exp2(x: f64) f64 {
    return call("exp2", x);
}
pub fn log(x: f64) f64 {
    return call("log", x);
}
pub fn log2(x: f64) f64 {
    return call("log2", x);
}
pub fn log10(x: f64) f64 {
    return call("log10", x);
}
