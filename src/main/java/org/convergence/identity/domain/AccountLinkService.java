package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.directory.people.SenderDirectory.MailOwner;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links accounts to people of the directory. An account is linked to one person at most; a person may have several
 * accounts. Administrators see no data of the directory here, and the linking user sees no mail address.
 */
@Service
@Requires(IdentityPermissions.LINK)
@Transactional
public class AccountLinkService {

    /** How many people with a like name are compared. */
    private static final int ALIKE = 20;

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final CodeNameDirectory codeNames;
    private final SenderDirectory senders;
    private final AccountService accounts;

    AccountLinkService(
            JdbcClient db,
            PeopleDirectory people,
            CodeNameDirectory codeNames,
            SenderDirectory senders,
            AccountService accounts) {
        this.db = db;
        this.people = people;
        this.codeNames = codeNames;
        this.senders = senders;
        this.accounts = accounts;
    }

    /**
     * An account with its name.
     *
     * @param likely whether it equals the person's name in the directory, ignoring accents and case
     */
    public record NamedAccount(UUID id, String name, boolean likely) {}

    /**
     * The person's name.
     *
     * @throws NotFound if there is no such person
     */
    @Transactional(readOnly = true)
    public PersonName findPerson(PersonId id) {
        PersonName name = people.personNames(List.of(id)).get(id);
        if (name == null) {
            throw new NotFound("person");
        }
        return name;
    }

    /** The open accounts linked to the person, the latest first. */
    @Transactional(readOnly = true)
    public List<NamedAccount> findByPerson(PersonName person) {
        return db.sql("""
                        SELECT id, name, true AS likely FROM identity.account WHERE person_id = ? AND closed_at IS NULL ORDER BY id DESC
                        """)
                .param(person.id().value())
                .query(RecordMapper.of(NamedAccount.class))
                .list();
    }

    /** The open accounts not linked to a person, the likeliest first. */
    @Transactional(readOnly = true)
    public List<NamedAccount> findUnlinked(PersonName person) {
        return db.sql("""
                        SELECT id, name, platform.fold(name) = ? AS likely FROM identity.account
                        WHERE person_id IS NULL AND closed_at IS NULL
                        ORDER BY likely DESC, name COLLATE "fr-CA-x-icu", id
                        """)
                .param(TextNormalizer.fold(person.name()))
                .query(RecordMapper.of(NamedAccount.class))
                .list();
    }

    /** An account without a person, and the only person of the directory with its name. */
    public record LinkableAccount(String name, PersonId person) {}

    /** The open accounts without a person of which the directory holds exactly one person of the same name. */
    @Transactional(readOnly = true)
    public List<LinkableAccount> findLinkable(int most) {
        return db.sql("""
                        SELECT a.name, min(p.id::text)::uuid AS person FROM identity.account a
                        JOIN directory.people_person_name p ON btrim(p.search_form) = platform.fold(a.name)
                        WHERE a.person_id IS NULL AND a.closed_at IS NULL
                          AND NOT EXISTS (SELECT FROM identity.account other
                                          WHERE other.person_id = p.id AND other.closed_at IS NULL)
                        GROUP BY a.id, a.name HAVING count(*) = 1 ORDER BY a.name LIMIT :most
                        """)
                .param("most", most)
                .query((row, n) ->
                        new LinkableAccount(row.getString("name"), new PersonId(row.getObject("person", UUID.class))))
                .list();
    }

    /**
     * Links an account to the person.
     *
     * @throws Refused if it is linked to another person, or closed, or the person has a code name, which the account's
     *     name would reveal
     */
    public void link(UUID account, PersonId person) {
        if (codeNames.findByPerson(person).isPresent()) {
            throw new Refused("identity.person.sealed");
        }
        int linked = db.sql("""
                        UPDATE identity.account SET person_id = :person, version = version + 1
                        WHERE id = :account AND closed_at IS NULL AND (person_id IS NULL OR person_id = :person)
                        """)
                .param("person", findPerson(person).id().value())
                .param("account", account)
                .update();
        if (linked == 0) {
            throw new Refused("identity.person.taken");
        }
    }

    /**
     * Links an open account to the person of the directory who has its address; enters a new person if the directory
     * knows neither the address nor the name. An address of several, or a name with another address, is left to a user.
     *
     * @return whether the account is linked now
     * @throws Refused if the person is known under a code name
     */
    public boolean linkByAddress(UUID account) {
        Unlinked open = db.sql("""
                        SELECT name, mail FROM identity.account
                        WHERE id = ? AND person_id IS NULL AND closed_at IS NULL FOR UPDATE
                        """)
                .param(account)
                .query(RecordMapper.of(Unlinked.class))
                .optional()
                .orElseThrow(() -> new NotFound("account"));
        MailOwner owner = senders.findOwner(open.mail());
        PersonId person =
                owner.known() || isNamed(open.name()) ? owner.person() : senders.enter(open.name(), open.mail());
        if (person != null) {
            link(account, person);
        }
        return person != null;
    }

    /** Invites the owner of a new account, and links it by its address. */
    public void invite(String name, String mail, Role role, @Nullable LocalDate until) {
        linkByAddress(accounts.invite(name, mail, role, until));
    }

    private record Unlinked(String name, String mail) {}

    private boolean isNamed(String name) {
        return people.findPeople(name, ALIKE).stream()
                .anyMatch(each -> TextNormalizer.fold(each.name()).equals(TextNormalizer.fold(name)));
    }

    /** Unlinks an account; does nothing if it is not linked to the person. */
    public void unlink(UUID account, PersonId person) {
        db.sql("UPDATE identity.account SET person_id = NULL, version = version + 1 WHERE id = ? AND person_id = ?")
                .params(account, person.value())
                .update();
    }
}
