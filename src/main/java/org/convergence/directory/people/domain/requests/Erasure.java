package org.convergence.directory.people.domain.requests;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
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

    static final String TABLE = "directory.people_person";

    private final List<IdentityReference> references;
    private final Traces traces;
    private final JdbcClient db;
    private final Clock clock;

    Erasure(List<IdentityReference> references, Traces traces, JdbcClient db, Clock clock) {
        this.references = List.copyOf(references);
        this.traces = traces;
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
        lock(person, version);
        List<UUID> hers = new ArrayList<>(db.sql("SELECT id FROM directory.people_alias WHERE person = ? ORDER BY id")
                .param(person.value())
                .query(UUID.class)
                .list());
        hers.add(person.value());
        List<String> names = db.sql("""
                        SELECT DISTINCT name FROM unnest(CAST(:hers AS uuid[])) AS who, directory.people_names(who, false) AS name
                        """)
                .param("hers", hers.toArray(UUID[]::new))
                .query(String.class)
                .list();
        for (UUID each : hers) {
            references.forEach(reference -> reference.erase(new PersonId(each)));
        }
        traces.clear(hers, names);
        db.sql("""
                        UPDATE directory.people_person
                        SET given_name = '', family_name = :without, display_form = NULL, pronoun = NULL, languages = '{}',
                            contact_points = '[]', note = NULL, forgotten_at = :now, version = version + 1
                        WHERE id = :person
                        """)
                .param("without", IdentityReference.WITHOUT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
        db.sql("DELETE FROM directory.people_likeness WHERE :person IN (one, other)")
                .param("person", person.value())
                .update();
        traces.clearHistory(hers);
        db.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }

    private void lock(PersonId person, int version) {
        record Found(int version, boolean forgotten) {}
        Found found = db.sql("""
                        SELECT version, forgotten_at IS NOT NULL AS forgotten FROM directory.people_person WHERE id = ? FOR UPDATE
                        """)
                .param(person.value())
                .query((row, n) -> new Found(row.getInt("version"), row.getBoolean("forgotten")))
                .optional()
                .orElseThrow(() -> new NotFound("person"));
        if (found.forgotten()) {
            throw new Refused("people.forgotten.stays");
        }
        if (found.version() != version) {
            throw new EditConflict(TABLE, person.value(), version);
        }
        db.sql("SET CONSTRAINTS ALL DEFERRED").update();
    }
}
