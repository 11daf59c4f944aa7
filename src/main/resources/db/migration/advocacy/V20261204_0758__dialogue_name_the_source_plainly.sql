UPDATE advocacy.dialogue_lobby_rule
SET source = 'Commissariat au lobbying du Canada, seuil en vigueur depuis le 19 janvier 2026'
WHERE id = '019a0000-0000-7000-8000-000000000001'
  AND source LIKE '%(mondaq, gowling)';
