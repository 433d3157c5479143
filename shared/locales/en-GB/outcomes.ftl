# What became of one time. None of it is a failing.

outcomes-what = What became of it?
outcomes-note = Anything else?
outcomes-amend = To amend it, open it. What was said before stays in its history.
outcomes-why = Why not?
outcomes-why-none = Choose a reason, or “I would rather not say”
outcomes-why-ill = I felt ill
outcomes-why-told = I was told not to
outcomes-why-forgot = It slipped my mind
outcomes-why-away = I was out and about
outcomes-why-silent = I would rather not say
outcomes-asked = for { $time }
outcomes-row-what = What became of it
outcomes-row-asked = Asked for
outcomes-row-note = Note
