package org.convergence.directory.people.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.RowRecovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes people, and deletes those that nothing references. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class PersonService {

    private final PersonRepository persons;
    private final RowRecovery recovery;
    private final DeletedPeopleHistory struckOut;
    private final Optional<SealedPersonRecogniser> sealed;
    private final JdbcClient db;
    private final Clock clock;

    PersonService(
            PersonRepository persons,
            RowRecovery recovery,
            DeletedPeopleHistory struckOut,
            Optional<SealedPersonRecogniser> sealed,
            JdbcClient db,
            Clock clock) {
        this.persons = persons;
        this.recovery = recovery;
        this.struckOut = struckOut;
        this.sealed = sealed;
        this.db = db;
        this.clock = clock;
    }

    /** Makes additions under one name wait for each other, until the transaction ends. */
    public void lockName(String name) {
        TransactionLock.acquire(db, "people_person " + TextNormalizer.fold(name));
    }

    /** Creates a person. */
    @Transactional(label = "people.add-person")
    public PersonId create(PersonFacts facts) {
        requireUnsealed(facts);
        return persons.save(Person.of(facts, clock.instant())).typedId();
    }

    /**
     * Replaces a person's data.
     *
     * @param version on which the form was opened
     * @throws org.convergence.platform.database.EditConflict where it was changed meanwhile
     */
    @Transactional(label = "people.change-person")
    public void update(PersonId id, int version, PersonFacts facts) {
        Person person = find(id.value());
        OptimisticLock.requireSameVersion(Person.TABLE, id.value(), version, person.version());
        if (!person.facts().equals(facts)) {
            requireUnsealed(facts);
            OptimisticLock.saveAtVersion(Person.TABLE, id.value(), version, () -> persons.save(person.with(facts)));
        }
    }

    /**
     * Deletes a person entered by mistake, with their functions.
     *
     * @throws Refused where something else references them
     */
    public void delete(PersonId id, int version) {
        Person person = find(id.value());
        OptimisticLock.requireSameVersion(Person.TABLE, id.value(), version, person.version());
        try {
            persons.delete(person);
        } catch (DataIntegrityViolationException inUse) {
            throw new Refused("people.person.in-use");
        }
    }

    /**
     * Restores a deleted person with their functions.
     *
     * @throws Refused where the record was merged, the person is sealed since, or a day went by
     */
    @Transactional(label = "people.restore-person")
    public void restore(PersonId id) {
        if (reads("SELECT EXISTS (SELECT FROM directory.people_alias WHERE id = ?)", id.value())) {
            throw new Refused("people.replace.not-struck-out");
        }
        struckOut.findFacts(id).ifPresent(this::requireUnsealed);
        recovery.restore(Person.TABLE, id.value(), Map.of(HeldFunction.TABLE, "person"));
    }

    /** A sealed person must not be entered in clear. */
    private void requireUnsealed(PersonFacts facts) {
        Set<String> names =
                Set.copyOf(List.of(facts.displayName(), (facts.givenName() + " " + facts.familyName()).strip()));
        List<String> addresses =
                facts.contactPoints().stream().map(ContactPoint::value).toList();
        if (sealed.flatMap(them -> them.recognise(names, addresses)).isPresent()) {
            throw new Refused("people.sealed.known");
        }
    }

    private Person find(UUID id) {
        Person person = persons.findById(id).orElseThrow(() -> new NotFound("person"));
        if (reads("SELECT forgotten_at IS NOT NULL FROM directory.people_person WHERE id = ?", id)) {
            throw new Refused("people.forgotten.stays");
        }
        if (reads("SELECT sealed_at IS NOT NULL FROM directory.people_person WHERE id = ?", id)) {
            throw new Refused("people.sealed.stays");
        }
        return person;
    }

    private boolean reads(String question, UUID id) {
        return db.sql(question).param(id).query(Boolean.class).single();
    }
}
