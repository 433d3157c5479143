# What the top of each page says about saving and sending.

sync-saved-here = Saved on this device
sync-not-saved = Not saved on this device
sync-waiting = Saved on this device · not sent yet
sync-sending = Saved on this device · sending
sync-sent = Saved and sent
sync-sent-offline = Saved and sent · no connection now
sync-sign-in = Sign in again to send
sync-look = Something needs you
sync-no-room = No room left on this device
# Signed in on a new device: what the server has is on its way, or waits for a network.
sync-fetching = Fetching what was written before
sync-to-come = What was written before is still to come · no connection now
