# Whom to call, in Easy Read.

## sos

help-open = Get help now
help-title = Get help now
help-caption = You can call with no internet
    .picture = phone
help-999-title =
    Is somebody in great danger?
    Call 999 now.
help-999-text = Call 999 for any of these:
help-999-chest = bad pain in the chest that does not stop
    .picture = heart
help-999-stroke =
    one side of the face hangs down
    an arm is weak
    words are not clear
    .picture = warning
help-999-breathing = it is very hard to breathe
    .picture = warning
help-999-unconscious =
    somebody does not wake up
    somebody shakes all over for a long time
    .picture = bed
help-999-bleeding = a lot of blood that does not stop
    .picture = warning
help-999-allergy =
    a very bad allergy
    An allergy means that something makes you ill.
    .picture = ill
help-999-harm = somebody has badly hurt themselves
    .picture = warning
help-999-call = Call 999
    .picture = ambulance
help-111-title =
    Do you need help soon?
    Call 111.
    .picture = phone
help-111-text =
    This is for when you cannot wait.
    Nobody is in great danger.
    .picture = phone
help-111-call = Call 111
    .picture = phone
help-crisis-title = Do you feel very bad in your mind?
    .picture = bad
help-crisis-text =
    You can always talk to somebody.
    You can call by day or night.
    .picture = talk
help-crisis-111 =
    Call 111.
    Then choose number 2.
    .picture = phone
help-samaritans = Call Samaritans on 116 123
    .picture = phone
help-shout = Text the word SHOUT to 85258
    .picture = mobile
help-papyrus =
    Are you under 35?
    Call Papyrus on 0800 068 4141
    .picture = phone
help-childline =
    Are you under 19?
    Call Childline on 0800 1111
    .picture = phone
