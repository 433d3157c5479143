# What became of one time, in Easy Read. None of it is a failing.

## question

outcomes-what = What happened?
outcomes-note = Do you want to say more?
    .picture = write
outcomes-amend =
    You can open it to change it.
    We keep what you said before.
    .picture = write
outcomes-why = Why not?
outcomes-why-none =
    Choose why.
    You can also choose not to say it.
    .picture = choose
outcomes-why-ill = I felt ill
    .picture = ill
outcomes-why-told = Somebody told me not to
    .picture = talk
outcomes-why-forgot = I did not think of it
    .picture = think
outcomes-why-away = I was out
    .picture = walk
outcomes-why-silent = I do not want to say
    .picture = quiet
outcomes-asked = for { $time }
outcomes-row-what = What happened
outcomes-row-asked = The time for it
    .picture = clock
outcomes-row-note = Note
    .picture = write
