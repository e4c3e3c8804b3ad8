//! Builds the runtime by itself: `zig build` makes `zig-out/lib/libpyrt.a` (function and data sections, so that a program
//! links what it uses), `zig build test` runs the tests. The compiler's driver calls `zig build-lib` with the same flags.
const std = @import("std");

pub fn build(b: *std.Build) void {
    const target = b.standardTargetOptions(.{});
    const optimize = b.standardOptimizeOption(.{ .preferred_optimize_mode = .ReleaseFast });
    const root = b.createModule(.{
        .root_source_file = b.path("src/root.zig"),
        .target = target,
        .optimize = optimize,
        .link_libc = true,
        .pic = true,
        .strip = optimize != .Debug,
        .unwind_tables = .none,
    });
    const library = b.addLibrary(.{ .name = "pyrt", .linkage = .static, .root_module = root });
    library.link_function_sections = true;
    library.link_data_sections = true;
    b.installArtifact(library);

    // Zig 0.15.2's own x86 backend crashes on the runtime.
    const tests = b.addTest(.{
        .use_llvm = true,
        .root_module = b.createModule(.{
            .root_source_file = b.path("src/tests.zig"),
            .target = target,
            .optimize = .Debug,
            .link_libc = true,
        }),
    });
    b.step("test", "Run the runtime's tests").dependOn(&b.addRunArtifact(tests).step);
}
