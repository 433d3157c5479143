//! How the phones' library is linked.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    // Half a megabyte of the library are places that the loader adds its address
    // to, 24 bytes each; packed they are a fiftieth. Android reads its own packing
    // from version 6 on, and Linux's (that of `ld` too) from glibc 2.36.
    let packed = match (target("OS").as_str(), target("ENV").as_str(), target("ARCH").as_str()) {
        ("android", _, _) => "-Wl,--pack-dyn-relocs=android",
        ("linux", "gnu", "x86_64") => "-Wl,-z,pack-relative-relocs",
        _ => return,
    };
    println!("cargo::rustc-cdylib-link-arg={packed}");
}
