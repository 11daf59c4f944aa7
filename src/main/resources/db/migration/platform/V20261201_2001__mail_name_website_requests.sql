-- Letters that wait for an address to confirm a request of the website: the request is kept until its letter has left.
UPDATE platform.mail_message SET matter = 'website_confirm', record_id = about
 WHERE completer = 'website_confirm' AND state = 'QUEUED' AND record_id IS NULL;
