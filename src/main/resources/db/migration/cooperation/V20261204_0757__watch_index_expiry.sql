CREATE INDEX watch_item_by_expiry ON cooperation.watch_item (expires_on);
