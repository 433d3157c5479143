# bring_in
