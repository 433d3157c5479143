plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

android {
    namespace = "app.whatmatters"
    compileSdk = 35
    defaultConfig {
        applicationId = "app.whatmatters"
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1.0"
        // The care team's server, `https://…`; without one the app keeps to itself.
        val server = providers.gradleProperty("server").getOrElse("")
        buildConfigField("String", "SERVER", "\"$server\"")
        manifestPlaceholders["serverHost"] = server.removePrefix("https://").substringBefore('/').ifEmpty { "localhost" }
    }
    buildFeatures {
        compose = true
        buildConfig = true
    }
    buildTypes.named("release") {
        isMinifyEnabled = true
        isShrinkResources = true
        proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
    }
    sourceSets["main"].java.srcDirs("src/main/kotlin", "src/plain/kotlin", "src/autofill/kotlin")
    packaging.resources.excludes += "/META-INF/{AL2.0,LGPL2.1}"
}

kotlin.jvmToolchain(17)

dependencies {
    implementation(project(":ui"))
    implementation(libs.activity.compose)
    implementation(libs.core.ktx)
    implementation(libs.work.runtime)
    implementation(libs.coroutines.android)
    implementation(variantOf(libs.jna) { artifactType("aar") })
}

// -- The core, for the processors of phones and of the emulator ----------------
// Needs cargo-ndk 4.1.2 (`cargo install cargo-ndk --version 4.1.2 --locked`), the
// NDK, and `rustup target add` for each of these.
val processors = listOf("arm64-v8a", "armeabi-v7a", "x86_64")
val libraries = layout.buildDirectory.dir("jniLibs")

val nativeCore by tasks.registering(Exec::class) {
    description = "Builds libbindings.so for each processor"
    workingDir = rootProject.file("..")
    commandLine(
        listOf("cargo", "ndk") + processors.flatMap { listOf("-t", it) } +
            listOf("--platform", "26", "-o", libraries.get().asFile.path, "build", "-p", "bindings", "--lib", "--profile", "phone"),
    )
    // cargo knows better than Gradle what is out of date.
    outputs.upToDateWhen { false }
    outputs.dir(libraries)
}

android.sourceSets["main"].jniLibs.srcDir(libraries)
tasks.matching { it.name.startsWith("merge") && it.name.endsWith("JniLibFolders") }.configureEach { dependsOn(nativeCore) }
