# Easy Read, in Easy Read.

easy-read = Easy Read
    .picture = book
easy-read-leave = Standard words
    .picture = back
easy-read-on = You now read in Easy Read.
    .picture = book
easy-read-off = You now read in standard words.
    .picture = book
settings-size = Size of words
    .picture = large
settings-credit-pictures =
    OpenMoji made the pictures.
    Everybody may use them.
    They must say who made them.
    .picture = care
