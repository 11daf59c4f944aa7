package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.protection.PersonalDataKind;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who can access a person's data today, and who exported lists of people: for the person, and for staff answering them.
 */
@Service
@Transactional(readOnly = true)
@Requires(ProtectionPermissions.OWN)
public class DataAccessQueries {

    private static final int TAKEN = 20;

    private final TrustedAccounts accounts;
    private final PeopleDirectory people;
    private final List<PersonalDataKind> data;
    private final JdbcClient db;

    DataAccessQueries(TrustedAccounts accounts, PeopleDirectory people, List<PersonalDataKind> data, JdbcClient db) {
        this.accounts = accounts;
        this.people = people;
        this.data = data.stream()
                .sorted(Comparator.comparingInt(PersonalDataKind::order))
                .toList();
        this.db = db;
    }

    /** A kind of personal data, with the names that may see it today. */
    public record DataAccess(PersonalDataKind what, List<String> who) {}

    /** An export of a list of people. */
    public record ListExport(Instant at, String who, String form, long people) {}

    /** The actor's own record; empty where none is linked. */
    public Optional<PersonName> findOwnName() {
        UUID person = CurrentActor.get().personId();
        // Also for those who may not read the directory.
        return person == null
                ? Optional.empty()
                : db.sql("SELECT id, display_name AS name FROM directory.people_person_name WHERE id = ?")
                        .param(person)
                        .query(RecordMapper.of(PersonName.class))
                        .optional();
    }

    /** A person of the directory, for staff answering them. */
    @Requires(ProtectionPermissions.READ)
    public PersonName requireName(PersonId person) {
        return Optional.ofNullable(people.personNames(List.of(person)).get(person))
                .orElseThrow(() -> new NotFound("person"));
    }

    /** The kinds of personal data, with the names that may see each today. */
    public List<DataAccess> findDataAccess() {
        return data.stream()
                .map(each -> new DataAccess(each, accounts.findNamesWithPermission(each.permission())))
                .toList();
    }

    /** The latest exports of lists of people; their contents are not recorded. */
    public List<ListExport> findExports() {
        return db.sql(
                        "SELECT at, actor_label, form, persons FROM directory.people_list_export ORDER BY at DESC, id DESC LIMIT ?")
                .param(TAKEN)
                .query((row, n) -> new ListExport(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_label"),
                        row.getString("form"),
                        row.getLong("persons")))
                .list();
    }
}
