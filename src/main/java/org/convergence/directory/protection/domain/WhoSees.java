package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.protection.PersonalData;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who can access a person's data today, and who exported lists of people: for the person, and for staff answering them.
 */
@Service
@Transactional(readOnly = true)
@Requires(ProtectionPermissions.OWN)
public class WhoSees {

    private static final int TAKEN = 20;

    private final TrustedAccounts accounts;
    private final People people;
    private final List<PersonalData> data;
    private final JdbcClient db;

    WhoSees(TrustedAccounts accounts, People people, List<PersonalData> data, JdbcClient db) {
        this.accounts = accounts;
        this.people = people;
        this.data = data.stream()
                .sorted(Comparator.comparingInt(PersonalData::order))
                .toList();
        this.db = db;
    }

    /** A kind of personal data, with the names that may see it today. */
    public record Seen(PersonalData what, List<String> who) {}

    /** An export of a list of people. */
    public record Taken(Instant at, String who, String form, long people) {}

    /** The actor's own record; empty where none is linked. */
    public Optional<PersonName> oneself() {
        UUID person = CurrentActor.get().personId();
        return Optional.ofNullable(person).map(PersonId::new).flatMap(this::called);
    }

    /** A person of the directory, for staff answering them. */
    @Requires(ProtectionPermissions.READ)
    public PersonName somebody(PersonId person) {
        return called(person).orElseThrow(() -> new NotFound("person"));
    }

    /** The kinds of personal data, with the names that may see each today. */
    public List<Seen> seen() {
        return data.stream()
                .map(each -> new Seen(each, accounts.whoMay(each.permission())))
                .toList();
    }

    /** The latest exports of lists of people; their contents are not recorded. */
    public List<Taken> taken() {
        return db.sql(
                        "SELECT at, actor_label, form, persons FROM directory.people_takeout ORDER BY at DESC, id DESC LIMIT ?")
                .param(TAKEN)
                .query((row, n) -> new Taken(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_label"),
                        row.getString("form"),
                        row.getLong("persons")))
                .list();
    }

    private Optional<PersonName> called(PersonId person) {
        return Optional.ofNullable(people.personNames(List.of(person)).get(person));
    }
}
