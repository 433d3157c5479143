package app.whatmatters

import java.io.File

/**
 * Puts what cannot be opened out of the way, so that the person can begin again here.
 * Nothing is deleted: what was not yet sent stays, should its key ever be found.
 */
fun setAside(folder: File, names: List<String>, now: Long) {
    val aside = folder.resolve("set-aside-$now")
    check(aside.mkdirs()) { "there is no room to put it" }
    for (name in names.map(folder::resolve).filter(File::exists).map(File::getName)) {
        check(folder.resolve(name).renameTo(aside.resolve(name))) { "it cannot be moved" }
    }
}
