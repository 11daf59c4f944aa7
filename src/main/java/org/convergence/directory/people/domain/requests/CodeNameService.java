package org.convergence.directory.people.domain.requests;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts code names in the directory, by the name replacement that erasure also uses. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CodeNameService implements CodeNameDirectory {

    private final NameReplacement walk;
    private final JdbcClient db;
    private final Clock clock;

    CodeNameService(NameReplacement walk, JdbcClient db, Clock clock) {
        this.walk = walk;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public CodeNamedPerson add(String codeName, Collection<String> names, Collection<String> addresses) {
        List<UUID> former = walk.renameTraces(names, addresses, codeName);
        PersonId person = new PersonId(Ids.next());
        db.sql("""
                        INSERT INTO directory.people_person (id, version, given_name, family_name, created_at, sealed_at)
                        VALUES (:id, 1, '', :name, :now, :now)
                        """)
                .param("id", person.value())
                .param("name", codeName)
                .param("now", SqlTime.now(clock))
                .update();
        return new CodeNamedPerson(person, former);
    }

    @Override
    public LiftedIdentity seal(PersonId person, int version, String codeName) {
        walk.lock(person, version);
        if (findByPerson(person).isPresent()) {
            throw new Refused("people.sealed.already");
        }
        Json row = db.sql("""
                        SELECT jsonb_build_object('given_name', given_name, 'family_name', family_name,
                                   'display_form', display_form, 'pronoun', pronoun, 'languages', languages,
                                   'contact_points', contact_points, 'note', note)
                        FROM directory.people_person WHERE id = ?
                        """)
                .param(person.value())
                .query((found, n) -> Json.parse(found.getString(1)))
                .single();
        NameReplacement.RenamedPerson renamed = walk.renameEverywhere(person, codeName);
        int texts = walk.countChanged();
        db.sql("""
                        UPDATE directory.people_person
                        SET given_name = '', family_name = :name, display_form = NULL, pronoun = NULL, languages = '{}',
                            contact_points = '[]', note = NULL, sealed_at = :now, version = version + 1
                        WHERE id = :person
                        """)
                .param("name", codeName)
                .param("now", SqlTime.now(clock))
                .param("person", person.value())
                .update();
        walk.finish(person, renamed, codeName);
        List<UUID> former = renamed.ids().stream()
                .filter(each -> !each.equals(person.value()))
                .toList();
        return new LiftedIdentity(row, renamed.names(), former, texts);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> findByPerson(PersonId person) {
        return db.sql("SELECT display_name FROM directory.people_person WHERE id = ? AND sealed_at IS NOT NULL")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    @Override
    public int findVersion(PersonId person) {
        return db.sql("SELECT version FROM directory.people_person WHERE id = ?")
                .param(person.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("person"));
    }

    @Override
    public void tidyWords(Collection<String> names) {
        db.sql("""
                        DELETE FROM directory.people_word w
                        WHERE w.word IN (SELECT unnest(string_to_array(platform.fold(name), ' ')) FROM unnest(CAST(:names AS text[])) AS name)
                          AND NOT EXISTS (SELECT FROM directory.people_person p
                                          WHERE p.search_form || ' ' LIKE '% ' || w.word || ' %')
                          AND NOT EXISTS (SELECT FROM directory.people_organisation o
                                          WHERE o.search_form || ' ' LIKE '% ' || w.word || ' %')
                        """).param("names", names.toArray(String[]::new)).update();
    }

    @Override
    public boolean isFree(String codeName) {
        return !db.sql("""
                        SELECT EXISTS (SELECT FROM directory.people_person
                                       WHERE platform.fold(display_name) = platform.fold(:name))
                        """).param("name", codeName).query(Boolean.class).single();
    }
}
