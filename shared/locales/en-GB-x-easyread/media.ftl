# Pictures, sound and film, in Easy Read.

## eye

media-title = Add a picture or a film
media-file = A picture, a sound or a film
media-file-hint =
    You can take a picture with your phone now.
    A picture can be { $picture } megabytes big.
    A megabyte says how much room a file needs.
    Sound and film can be { $sound } megabytes big.
    We take out where you took the picture.
media-recording-hint =
    Choose a file with sound or film.
    It can be { $sound } megabytes big.
    A megabyte says how much room a file needs.
    .picture = microphone
media-words = Say the same in words
    .picture = write
media-words-hint =
    Some people cannot see it or hear it.
    Write what they would see or hear.
    .picture = write
media-words-none = Write what it shows or says.
    .picture = write
media-file-none = Choose a picture, a sound or a film.
    .picture = folder
media-empty =
    There is nothing in this file.
    Choose another file.
    .picture = folder
media-unknown =
    We do not know this sort of file.
    Choose another file.
    .picture = folder
media-phone =
    This picture does not open everywhere.
    Take a new picture from here.
    .picture = mobile
media-damaged =
    This file is broken.
    Choose another file.
    .picture = folder
media-large =
    This file is too big.
    A picture can be { $picture } megabytes big.
    A megabyte says how much room a file needs.
    Sound and film can be { $sound } megabytes big.
    Choose a smaller file.
    .picture = folder
media-picture-large =
    This picture is too big.
    It can be { $most } megabytes big.
    A megabyte says how much room a file needs.
    Choose a smaller picture.
    .picture = folder
media-sound-large =
    This is too long.
    It can be { $most } megabytes big.
    A megabyte says how much room a file needs.
    Choose something shorter.
    .picture = folder
media-record-full =
    There is no more room.
    All files together can be { $most } megabytes big.
    A megabyte says how much room a file needs.
    Cross out an old one first.
    .picture = folder
media-no-recording =
    This is a picture.
    Choose sound or film.
    .picture = microphone
media-picture = Picture
media-sound = Sound
    .picture = ear
media-film = Film
media-unknown-sort = Something that a newer app shows
    .picture = mobile
media-kb = { $count } kilobytes
media-mb = { $count } megabytes
media-here = It is on this device
    .picture = mobile
media-here-browser = It is on this computer
    .picture = computer
media-unsent =
    It is on this device.
    We did not send it yet.
    .picture = wait
media-unsent-full =
    It is on this device.
    We cannot send it.
    There is no more room for it.
    .picture = stop
media-unsent-refused =
    It is on this device.
    We could not send it.
    .picture = stop
media-sent =
    It is on this device.
    We sent it.
    .picture = tick
media-looked = You see it now, but this device does not keep it
media-coming = It is on its way
    .picture = wait
media-there = It is not on this device yet
    .picture = wait
media-offline =
    It is not on this device.
    There is no network now.
    The words say the same.
    .picture = no
media-nowhere =
    It is not on this device.
    The words say the same.
    .picture = no
media-gone =
    We cannot get it now.
    The words say the same.
    .picture = no
media-no-room =
    We cannot open it on this device.
    The words say the same.
    .picture = no
media-refused =
    You cannot get it now.
    The words say the same.
    .picture = no
media-fetch =
    Get it now
    It is { $size } big
    .picture = save
media-open = Open
media-not-opened = It did not open on this device.
    .picture = no
media-about-text =
    People who see About me will see it.
    They can read the words too.
    .picture = people
media-item = What is it about?
    .picture = question
media-item-none = Choose what it is about.
    .picture = question
media-more = Change the words or cross it out
    .picture = write
media-more-spoken =
    { $sort }: { $words }
    Change the words or cross it out
media-line = { $sort }: { $words }
media-size = How big it is
    .picture = numbers
media-crossing-out =
    { $words }
    You can cross this out.
    After that it is gone from here.
    It is gone everywhere in the app.
    Your words stay in the old pages.
    Some people may have kept it.
    .picture = no
media-about = About me in pictures
media-decisions = Sound from your decisions
    .picture = microphone
media-all = Pictures, sound and film
media-all-here = Their files on this device
    .picture = mobile
media-all-size = { $count }, { $size }
media-recordings = Sound that is only on this device
    .picture = microphone
copy-media-file = File
    .picture = folder
copy-media-none = It was not on this device then
    .picture = no
copy-media-unread =
    We could not read a picture or a film.
    So there is no copy.
    Nothing has changed.
    Please try again.
    .picture = again

## microphone

recording-title = Keep a recording
recording-keep = Keep it on this device
recording-first =
    First everybody must say yes.
    Write down who was there.
    Write down that they said yes.
    .picture = people
recording-text =
    Choose a file with sound.
    We keep it only on this device.
    Nobody else gets it now.
    You can share it later.
recording-agreed = These people said yes: { $who }
    .picture = people
recording-taken-back =
    { $who }
    Somebody may have said no to this recording.
    So you cannot share it.
    You can delete it.
    .picture = stop
recording-agreed-ask = Who was there?
    .picture = people
recording-agreed-none = Choose who said yes.
    .picture = people
recording-here =
    It is only on this device.
    We did not send it to anybody.
    .picture = mobile
recording-file = Sound or film
recording-kept = It is only on this device.
    .picture = mobile
recording-share = Share it with people who see this decision
    .picture = people
recording-share-text =
    People who see this decision can hear it then.
    You can cross it out later.
    Some people may have kept it.
    .picture = people
recording-shared = People who see this decision can hear it now.
    .picture = people
recording-delete = Delete it for ever
    .picture = no
recording-delete-sure =
    Do you want to delete it for ever?
    You cannot get it back.
    .picture = no
recording-deleted = It is gone from this device.
    .picture = tick
recording-sure-title = Delete the recording
    .picture = no
