package app.whatmatters

/** Four megapixels: more than any phone shows. */
private const val ENOUGH = 4_000_000L

/** By how much a picture is made smaller while it is read: a photo of sixty megapixels fits in no phone's memory. */
fun divisor(width: Int, height: Int): Int =
    generateSequence(1) { it * 2 }.first { (width.toLong() / it) * (height.toLong() / it) <= ENOUGH }
