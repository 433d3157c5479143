# Readings that the phone has: from meters and other apps.

measured-title = Readings on this phone
measured-title-ios = Readings from Apple Health
measured-title-android = Readings from Health Connect
measured-line = From meters, scales and other apps
measured-intro = Readings that meters, scales and other apps have kept on this phone can be part of your record.
measured-private = You see what there is before anything is added. Nothing is sent anywhere until you bring it in.
measured-how-far = How far back shall we look?
measured-month = The last month
measured-year = The last year
measured-all = Everything
measured-new = { $count ->
    [one] 1 new reading
   *[other] { $count } new readings
}
measured-nothing = There is nothing new. If you expected readings, check in the phone's own settings what What Matters may see.
measured-there = { $count ->
    [one] 1 reading is in your record already.
   *[other] { $count } readings are in your record already.
}
measured-not = { $count ->
    [one] 1 reading was left out: no meter shows such a number, or its time is still to come.
   *[other] { $count } readings were left out: no meter shows such numbers, or their times are still to come.
}
measured-bring-in = { $count ->
    [one] Bring in 1 reading
   *[other] Bring in { $count } readings
}
measured-done = { $count ->
    [one] 1 reading was added to your record
   *[other] { $count } readings were added to your record
}
measured-denied = What Matters may not see these readings
measured-denied-text = Allow it in the phone's own settings, then look again.
measured-unavailable = The phone's readings could not be opened
