# Settings, and signing out.

settings-size = Size of words
settings-size-normal = Normal
settings-size-large = Large
settings-size-largest = Largest
settings-theme = Light or dark
# Easy Read: words and pictures of its own, beside the title of every page.
easy-read = Easy Read
easy-read-leave = Standard words
easy-read-on = You now read in Easy Read.
easy-read-off = You now read in standard words.
settings-theme-device = As this device
settings-theme-light = Light
settings-theme-dark = Dark
settings-account = Your account
settings-no-account = You are not signed in. What you write stays on this device.
settings-name = Name
settings-username = Username
settings-team = Team
settings-record = Record on show
settings-record-change = Change whose record is shown
settings-ended = You have been signed out to keep your record safe. Nothing on this device is lost. Sign in again to send it.
settings-sign-out = Sign out
settings-about-title = About
settings-about = About What Matters
settings-about-line = What it does and does not do, and who made its parts

# Changing the password
settings-password = Change your password
settings-password-text = Your other devices will be signed out. Nothing on them is lost: sign in there with the new password.
settings-password-old = Your password now
settings-password-new = Your new password
settings-password-old-empty = Enter the password you have now
settings-password-same = This is the password you have now. Choose another
settings-password-save = Change the password
settings-password-changed = Your password is changed
settings-password-changed-text = Your other devices have been signed out. Sign in there with the new password.
settings-password-offline = Your password can only be changed with a connection. It is still the old one. Try again when you are online.

# Signing out
settings-sign-out-text = Everything you wrote has been sent. Signing out removes your record from this device.
settings-sign-out-again = It comes back when you sign in again, here or on another device.
settings-leaving = Signing you out
settings-signed-out = You are signed out. Nothing of your record is left on this device.
settings-unsent = { $count ->
    [one] 1 entry has not been sent yet.
   *[other] { $count } entries have not been sent yet.
}
settings-unsent-lost = { $count ->
    [one] It is only on this device. If you sign out now, it is lost.
   *[other] They are only on this device. If you sign out now, they are lost.
}
settings-unsent-send-title = Wait until they are sent
settings-unsent-send = This is the safest. It usually takes a few seconds.
settings-unsent-offline = This is the safest. There is no connection now. Try again when you are online.
settings-send-now = Send now
settings-unsent-copy-title = Or keep a copy first
settings-unsent-copy = You can save all of your record as a file.
settings-unsent-lose-title = Or sign out and lose them
settings-confirm = Type: sign out
settings-confirm-hint = This is asked so that nothing is lost by accident
settings-confirm-word = sign out
settings-confirm-wrong = To lose these entries, type the words: sign out
settings-sign-out-lose = { $count ->
    [one] Sign out and lose 1 entry
   *[other] Sign out and lose { $count } entries
}

# About
settings-version = Version { $version }
settings-about-what = What Matters holds your record: how you are, what matters to you, and what you and your team agree. It belongs to you.
settings-about-not = It stores and shows what you and others write, and passes it on to the people you choose. It does not tell you what is wrong, and it does not change your medicines. Nobody watches it all the time.
settings-credits = With thanks
settings-credits-parts = Whose work is in it
settings-credits-text = These parts were made by others, who let everyone use them:
settings-credit-type = Atkinson Hyperlegible Next, letters made to be easy to read, by the Braille Institute of America (SIL Open Font License 1.1)
settings-credit-icons = Tabler Icons, by Paweł Kuna (MIT licence)
settings-credit-pictures = OpenMoji, the pictures of Easy Read: the open-source emoji and icon project (CC BY-SA 4.0)
settings-credit-manual = Page parts of the NHS.UK frontend library (MIT licence)

# When the person's day begins
day-heading = When your day begins
day-is = Your day begins at { $time }.
day-change = Change when your day begins
day-what = If you go to bed after midnight, your day can begin later. What you do before then belongs to the evening before: on Today, in your diary, and in the times that you set from now on.
day-start = When does your day begin?
day-start-hint = For example 4:00. Midnight is 0:00.
day-start-wrong = Enter a time from 0:00 to 12:00
