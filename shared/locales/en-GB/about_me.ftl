# About me: the items of the PRSB standard, asked in plain words.

about-me-title = About me
about-me-line = What everybody who supports you should know
about-me-intro = What should everybody who supports you know? Write as little or as much as you like, in your own words. It is one page that you can show or print.
about-me-none = Nothing is written here yet.
about-me-more = You can also write
about-me-changed = Last changed { $day }
about-me-print = To print this page on paper, use your browser’s Print. In the phone’s app you can show it on the screen.
about-me-people = People who are important to me
about-me-people-hint = For example, who they are, why they matter, and how to reach them
about-me-communicate = How I communicate, and how to communicate with me
about-me-communicate-hint = For example, my language, a hearing aid, signs, large print, or time to answer
about-me-wellness = My wellness, from a good day to a bad day
about-me-wellness-hint = For example, what I can do on a good day, and how you can tell that a day is bad
about-me-do = Please do
about-me-do-hint = For example, speak to me and not only to my carer
about-me-dont = Please do not
about-me-dont-hint = For example, do not move my things
about-me-support = How and when to support me
about-me-support-hint = For example, what helps in the morning, and what to do in an emergency
about-me-also = Also worth knowing about me
about-me-also-hint = For example, where I grew up, what I did, what I enjoy
about-me-helped = Who helped me to write this
about-me-helped-hint = For example, my sister Ada
about-me-all = See all about me
