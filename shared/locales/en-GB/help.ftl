# Red help. Works with no network.

help-open = Get help now
help-title = Get help now
help-caption = These numbers work even when you are offline
help-999-title = Call 999 if someone’s life is in danger
help-999-text = Call at once for any of these:
help-999-chest = chest pain that will not go away
help-999-stroke = signs of a stroke: a drooping face, a weak arm, slurred words
help-999-breathing = very hard to breathe
help-999-unconscious = will not wake up, or fits that do not stop
help-999-bleeding = heavy bleeding that will not stop
help-999-allergy = a severe allergic reaction
help-999-harm = someone has seriously harmed themselves
help-999-call = Call 999
help-111-title = Call 111 if you need help soon
help-111-text = When it is not an emergency, but you cannot wait for your team.
help-111-call = Call 111
help-crisis-title = If you cannot cope
help-crisis-text = You can talk to someone at any time, day or night. It does not have to be an emergency.
help-crisis-111 = Call 111 and choose option 2
help-samaritans = Call Samaritans, 116 123
help-shout = Text SHOUT to 85258
help-papyrus = Under 35: call Papyrus, 0800 068 4141
help-childline = Under 19: call Childline, 0800 1111
