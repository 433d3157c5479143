# What the person keeps to themselves, in Easy Read.

## lock

own-title = Only you see this
own-only-you =
    Only you see this.
    Your helpers do not see it.
    Your care team does not see it.
own-none =
    Nothing is written here yet.
    What you write here is yours.
    Nobody else sees it.
own-add = Write something only for you
own-open = Open
own-note = My note
own-sort = What is it about?
own-sort-none = Choose what it is about
own-text = Your own words
own-text-none = Write your words here
own-share-title = Do you want to show it to people?
    .picture = people
own-share-plan =
    It goes into your plan.
    People who see your plan will see it.
    .picture = plan
own-share-decision =
    It goes into this decision.
    People who see the decision will see it.
    .picture = balance
own-share-about =
    It goes into About me.
    People who see About me will see it.
    .picture = me
own-seen-none = Nobody else sees that page now.
own-seen-by = These people see that page now: { $names }.
    .picture = people
own-share-stays =
    You can take it back later.
    Some people may have seen it by then.
    They will still know it.
    .picture = undo
own-share = Show it to people
    .picture = people
own-shared = People can see it now
    .picture = people
own-shared-reason = You showed it to people
    .picture = people
own-share-no-room =
    There is no room for it there.
    Make it shorter first.
    .picture = stop
own-keep-title = Keep this only for me
own-keep-known =
    We take it off that page.
    After that only you see it.
    Some people may have seen it before.
    They will still know it.
own-keep = Keep it only for me
own-keep-short = Only for me
own-kept =
    Only you see it now.
    Some people may have seen it before.
    They will still know it.
own-kept-reason = You keep it only for you now
own-leave = Leave it as it is
    .picture = back
