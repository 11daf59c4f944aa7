package org.convergence.directory.people.domain.requests;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody is forgotten, everywhere at once or nowhere: what identifies her goes from her record and those that it
 * replaced, from what points to her, from letters, copies of files and the history; amounts, minutes and counts stay.
 */
@Service
@Transactional
@Requires(PeoplePermissions.FORGET)
public class Erasure {

    private final List<IdentityReference> references;
    private final Walk walk;
    private final JdbcClient db;
    private final Clock clock;

    Erasure(List<IdentityReference> references, Walk walk, JdbcClient db, Clock clock) {
        this.references = List.copyOf(references);
        this.walk = walk;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Forgets her.
     *
     * @param version at which her record was read
     * @throws EditConflict where she was changed meanwhile
     * @throws Refused where something has to be done first, such as closing her account
     */
    public void forget(PersonId person, int version) {
        walk.hold(person, version);
        Walk.Renamed renamed = walk.through(person, IdentityReference.WITHOUT);
        for (UUID each : renamed.ids()) {
            references.forEach(reference -> reference.erase(new PersonId(each)));
        }
        db.sql("""
                        UPDATE directory.people_person
                        SET given_name = '', family_name = :without, display_form = NULL, pronoun = NULL, languages = '{}',
                            contact_points = '[]', note = NULL, forgotten_at = :now, sealed_at = NULL,
                            version = version + 1
                        WHERE id = :person
                        """)
                .param("without", IdentityReference.WITHOUT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
        walk.end(person, renamed, IdentityReference.WITHOUT);
    }
}
