# What the top of each page says about saving and sending, in Easy Read.

## save

sync-saved-here = Saved on this device
sync-not-saved = Not saved
    .picture = warning
sync-waiting = Saved here, not sent yet
    .picture = wait
sync-sending = Saved here, sending now
    .picture = letter
sync-sent = Saved and sent
    .picture = tick
sync-sent-offline = Saved and sent, no internet now
    .picture = tick
sync-sign-in = Sign in again to send
    .picture = key
sync-look = Please look at something
    .picture = eye
sync-no-room = This device is full
    .picture = warning
sync-fetching = Getting what you wrote before
    .picture = wait
sync-to-come = There is more to come, no internet now
    .picture = wait
