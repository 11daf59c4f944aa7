-- A stolen backup opens no door, and a restored one revives none that was closed since.
SELECT platform.backup_leave_out('identity.session', 'hashes of secrets; everyone signs in again');
SELECT platform.backup_leave_out('identity.sign_in_link', 'hashes of secrets; a new link is a gesture away');
SELECT platform.backup_leave_out('identity.api_token', 'hashes of secrets; programs are given new tokens');
