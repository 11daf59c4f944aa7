-- The reader of feeds, and what it refuses, are named by the platform, since the feed of our own site is read by it too.
UPDATE cooperation.watch_feed SET problem = replace(problem, '"watch.refused.', '"fetch.refused.')
WHERE problem LIKE '%"watch.refused.%';
