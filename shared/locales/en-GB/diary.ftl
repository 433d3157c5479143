# diary
