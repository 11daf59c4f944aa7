package org.convergence.directory.people.domain.requests;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPeople;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
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

    private final Walk walk;
    private final FilesForgetting files;
    private final ForgottenRoll roll;
    private final Jobs jobs;
    private final CodeNames codeNames;
    private final Optional<SealedPeople> sealed;
    private final JdbcClient db;

    Erasure(
            Walk walk,
            FilesForgetting files,
            ForgottenRoll roll,
            Jobs jobs,
            CodeNames codeNames,
            Optional<SealedPeople> sealed,
            JdbcClient db) {
        this.walk = walk;
        this.files = files;
        this.roll = roll;
        this.jobs = jobs;
        this.codeNames = codeNames;
        this.sealed = sealed;
        this.db = db;
    }

    /** Whether only a code name stands for her, so that it is said why she is forgotten. */
    @Transactional(readOnly = true)
    public boolean isSealed(PersonId person) {
        return codeNames.of(person).isPresent();
    }

    /**
     * Those who were forgotten and stand here again, as in an older backup, since something has to be done first that only a
     * person can do.
     *
     * @throws Refused where the roll cannot be read; whoever reads more beside it goes on
     */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<PersonId> comeBack() {
        return roll.back().stream().map(ForgottenRoll.Back::person).toList();
    }

    /**
     * Forgets her.
     *
     * @param version at which her record was read
     * @param reason why, where she is sealed: those who may open her read it, and another reviews it
     * @throws EditConflict where she was changed meanwhile
     * @throws Refused where something has to be done first, such as closing her account or saying why
     */
    public void forget(PersonId person, int version, @Nullable String reason) {
        walk.hold(person, version);
        Optional<String> codeName = codeNames.of(person);
        if (codeName.isPresent() && reason == null) {
            throw new Refused("people.forget.sealed.reason");
        }
        OffsetDateTime now = roll.note(person);
        Walk.Renamed renamed = walk.through(person, IdentityReference.WITHOUT);
        if (reason != null) {
            // After the walk through letters, which would take the code name out of what is written now.
            codeName.ifPresent(name -> sealed.ifPresent(them -> them.forgetting(person, name, reason)));
        }
        walk.erase(renamed);
        db.sql("""
                        UPDATE directory.people_person
                        SET given_name = '', family_name = :without, display_form = NULL, pronoun = NULL, languages = '{}',
                            contact_points = '[]', note = NULL, forgotten_at = :now, sealed_at = NULL,
                            version = version + 1
                        WHERE id = :person
                        """)
                .param("without", IdentityReference.WITHOUT)
                .param("now", now)
                .param("person", person.value())
                .update();
        walk.end(person, renamed, IdentityReference.WITHOUT);
        if (codeName.isEmpty()) {
            // The work after her sealing took the name of who is sealed out already.
            files.ask(jobs, person, renamed.names());
        }
    }
}
