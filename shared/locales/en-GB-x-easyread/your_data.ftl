# What stands in a copy of the record and on a page for others too, in Easy Read.

## paper

copy-author = Who wrote it
    .picture = write
copy-what = What
    .picture = question
copy-words = Words
    .picture = write
