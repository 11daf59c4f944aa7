package org.convergence.directory.people.domain.requests;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReference.ErasureWarning;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
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
public class ErasureService {

    private final NameReplacement walk;
    private final FileErasureJob files;
    private final ErasedPersonRegister erasedPersonRegister;
    private final JobQueue jobs;
    private final CodeNameDirectory codeNames;
    private final Optional<SealedPersonRecogniser> sealed;
    private final JdbcClient db;

    ErasureService(
            NameReplacement walk,
            FileErasureJob files,
            ErasedPersonRegister erasedPersonRegister,
            JobQueue jobs,
            CodeNameDirectory codeNames,
            Optional<SealedPersonRecogniser> sealed,
            JdbcClient db) {
        this.walk = walk;
        this.files = files;
        this.erasedPersonRegister = erasedPersonRegister;
        this.jobs = jobs;
        this.codeNames = codeNames;
        this.sealed = sealed;
        this.db = db;
    }

    /** Whether the person is under a code name, so that a reason is required. */
    @Transactional(readOnly = true)
    public boolean isSealed(PersonId person) {
        return codeNames.findByPerson(person).isPresent();
    }

    /** What to know or do before the person is erased. */
    @Transactional(readOnly = true)
    public List<ErasureWarning> findWarnings(PersonId person) {
        return walk.findWarnings(person);
    }

    /**
     * Erased people who are back from an older backup, because something must be done first by hand.
     *
     * @throws Refused where the register cannot be read; the caller's transaction continues
     */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<PersonId> findReappeared() {
        return erasedPersonRegister.findReappeared().stream()
                .map(ErasedPersonRegister.ReappearedPerson::person)
                .toList();
    }

    /** Goes on with the removal of an erased person's name from texts and files, where it failed. */
    public void retryRemoval(PersonId person) {
        files.retry(jobs, person);
    }

    /**
     * Erases a person.
     *
     * @param version on which the record was read
     * @param reason required for a sealed person: the openers read it, and another person reviews it
     * @throws EditConflict where the record was changed meanwhile
     * @throws Refused where something must be done first, such as closing an account or giving a reason
     */
    public void erase(PersonId person, int version, @Nullable String reason) {
        walk.lock(person, version);
        NameHalves halves = findHalves(person);
        Optional<String> codeName = codeNames.findByPerson(person);
        if (codeName.isPresent() && reason == null) {
            throw new Refused("people.forget.sealed.reason");
        }
        OffsetDateTime now = erasedPersonRegister.register(person);
        NameReplacement.RenamedPerson renamed = walk.renameEverywhere(person, IdentityReference.WITHOUT);
        if (reason != null) {
            // After the replacement in letters, which would remove the code name from this notice.
            codeName.ifPresent(name -> sealed.ifPresent(them -> them.beforeErasure(person, name, reason)));
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
        walk.finish(person, renamed, IdentityReference.WITHOUT);
        if (codeName.isEmpty()) {
            // For a sealed person, the sweep has already removed the name.
            files.submit(
                    jobs,
                    person,
                    new FileErasureJob.ErasedNames(List.copyOf(renamed.names()), halves.given(), halves.family()));
        }
    }

    private record NameHalves(String given, String family) {}

    private NameHalves findHalves(PersonId person) {
        return db.sql("SELECT given_name, family_name FROM directory.people_person WHERE id = ?")
                .param(person.value())
                .query((row, n) -> new NameHalves(row.getString("given_name"), row.getString("family_name")))
                .single();
    }
}
