package org.convergence.directory.protection.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.platform.shell.WithheldRecords.WithheldRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Withholds what is public and has the full name of a person who is sealed, in the same transaction, also where the place is
 * doubtful or replaced at once: until the search has listed it, nobody could decide, and a code name in place of a name that
 * many have read would reveal it.
 */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class PublicNameReview {

    private final WithheldRecords withheld;
    private final NamesOfOthers others;

    PublicNameReview(WithheldRecords withheld, NamesOfOthers others) {
        this.withheld = withheld;
        this.others = others;
    }

    /** Withholds what names a person who is about to be sealed, before any name is replaced. */
    @Open("the caller has checked the permission to seal")
    void withhold(PersonId person) {
        withhold(person, others.findSpellings(person));
    }

    @Open("the caller has checked the permission to seal")
    void withhold(PersonId person, NameSpellings names) {
        withheld.withhold(person.value(), words -> names.find(words).isInFull());
    }

    /**
     * Withholds what became public since people were sealed, such as a session that is announced now, or was changed. What a
     * person decided to show stays public in the same words.
     */
    @Open("the system alone calls it")
    void withholdNew(Map<PersonId, NameSpellings> people) {
        Map<UUID, Predicate<String>> causes = new LinkedHashMap<>();
        people.forEach((person, names) ->
                causes.put(person.value(), words -> names.find(words).isInFull()));
        withheld.withholdNew(causes);
    }

    /** What is withheld for a person, by page. */
    @Transactional(readOnly = true)
    public List<WithheldRecord> findByPerson(PersonId person) {
        return withheld.findByCause(person.value());
    }

    /** Shows a record to the public again, as a person decides who has read its page; places that no one decided on do not hinder it. */
    @Requires(ProtectionPermissions.PROTECT)
    @Transactional(label = "protection.show-again")
    public void showAgain(PersonId person, UUID record) {
        withheld.release(person.value(), record);
    }
}
