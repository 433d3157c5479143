// The core's bindings, and the one class that owns the core. Plain Kotlin: it
// knows nothing of Android, and pom.xml tests it on a desktop.
plugins {
    alias(libs.plugins.kotlin.jvm)
}

kotlin {
    jvmToolchain(17)
    sourceSets.main {
        val generated = rootProject.file("../bindings/generated")
        kotlin.srcDirs(generated.resolve("kotlin/app"), generated.resolve("kotlin/com"), generated.resolve("core/kotlin"))
    }
}

dependencies {
    api(libs.coroutines.core)
    // The app brings JNA as an Android archive, with its library for each processor.
    compileOnly(libs.jna)
}

tasks.compileKotlin {
    doFirst {
        check(rootProject.file("../bindings/generated/core/kotlin").isDirectory) {
            "The bindings are not generated yet: run `make bindings` in the repository's root"
        }
    }
}
