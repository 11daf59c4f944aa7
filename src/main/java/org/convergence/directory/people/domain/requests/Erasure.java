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
 * Erases a person, everywhere or nowhere: identifying data goes from the record and its merged ones, from references,
 * letters, copies of files and the history; amounts, minutes and counts stay.
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

    /** Whether the person is under a code name, so that a reason is required. */
    @Transactional(readOnly = true)
    public boolean isSealed(PersonId person) {
        return codeNames.of(person).isPresent();
    }

    /**
     * Erased people who are back from an older backup, because something must be done first by hand.
     *
     * @throws Refused where the register cannot be read; the caller's transaction continues
     */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<PersonId> comeBack() {
        return roll.back().stream().map(ForgottenRoll.Back::person).toList();
    }

    /**
     * Erases a person.
     *
     * @param version on which the record was read
     * @param reason required for a sealed person: the openers read it, and another person reviews it
     * @throws EditConflict where the record was changed meanwhile
     * @throws Refused where something must be done first, such as closing an account or giving a reason
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
            // After the replacement in letters, which would remove the code name from this notice.
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
            // For a sealed person, the sweep has already removed the name.
            files.ask(jobs, person, renamed.names());
        }
    }
}
