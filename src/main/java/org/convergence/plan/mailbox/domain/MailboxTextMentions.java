package org.convergence.plan.mailbox.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases a person from waiting mails: mails from or to the person are deleted, and in others « [retiré] » replaces the
 * name. A user's own mail is not part of an access file.
 */
@Component
record MailboxTextMentions(ForwardedMailRepository store, JdbcClient db) implements FreeTextMentions {

    @Override
    public void erase(PersonId person) {
        db.sql("""
                        SELECT m.id FROM plan.mailbox_message m
                        WHERE EXISTS (SELECT FROM directory.people_names(?, false) AS name
                                      WHERE name LIKE '%@%' AND (lower(m.sender) = lower(name)
                                         OR EXISTS (SELECT FROM jsonb_array_elements(m.people) AS other
                                                    WHERE lower(other ->> 'address') = lower(name))))
                        """).param(person.value()).query(UUID.class).list().forEach(store::delete);
    }

    @Override
    public Map<String, Set<String>> texts() {
        return Map.of("plan.mailbox_message", Set.of("subject", "body"));
    }

    @Override
    public void rename(PersonId person, String standIn) {
        db.sql("""
                        WITH less AS (
                            SELECT m.id, directory.people_instead(m.subject, :person, false, :stand) AS subject,
                                   directory.people_instead(m.body, :person, false, :stand) AS body
                            FROM plan.mailbox_message m)
                        UPDATE plan.mailbox_message m SET subject = platform.shortened(less.subject, :stand, 300),
                            body = platform.shortened(less.body, :stand, 20000)
                        FROM less WHERE less.id = m.id AND (m.subject, m.body) <> (less.subject, less.body)
                        """).param("person", person.value()).param("stand", standIn).update();
    }
}
