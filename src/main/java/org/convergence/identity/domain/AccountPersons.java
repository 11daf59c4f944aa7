package org.convergence.identity.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.identity.IdentityPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Fold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which person of the directory an account is. An account is one person at most; somebody who comes back under another
 * address may have several. Nothing of the directory is shown to who keeps the accounts, nor an address to who links.
 */
@Service
@Requires(IdentityPermissions.LINK)
@Transactional
public class AccountPersons {

    private final JdbcClient db;
    private final People people;
    private final CodeNames codeNames;

    AccountPersons(JdbcClient db, People people, CodeNames codeNames) {
        this.db = db;
        this.people = people;
        this.codeNames = codeNames;
    }

    /**
     * An account by the name that its owner goes by.
     *
     * @param likely whether it is the name of the person in the directory, accents and case aside
     */
    public record Named(UUID id, String name, boolean likely) {}

    /** The person, by her name. */
    @Transactional(readOnly = true)
    public PersonName person(PersonId id) {
        PersonName name = people.personNames(List.of(id)).get(id);
        if (name == null) {
            throw new NotFound("person");
        }
        return name;
    }

    /** The open accounts that are the person, the latest first. */
    @Transactional(readOnly = true)
    public List<Named> of(PersonName person) {
        return db.sql("""
                        SELECT id, name FROM identity.account WHERE person_id = ? AND closed_at IS NULL ORDER BY id DESC
                        """)
                .param(person.id().value())
                .query((row, n) -> new Named(row.getObject("id", UUID.class), row.getString("name"), true))
                .list();
    }

    /** The open accounts of which nobody said whose they are, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Named> free(PersonName person) {
        return db.sql("""
                        SELECT id, name, platform.fold(name) = ? AS likely FROM identity.account
                        WHERE person_id IS NULL AND closed_at IS NULL
                        ORDER BY likely DESC, name COLLATE "fr-CA-x-icu", id
                        """)
                .param(Fold.of(person.name()))
                .query((row, n) ->
                        new Named(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("likely")))
                .list();
    }

    /**
     * Says that an account is the person.
     *
     * @throws Refused where it is somebody else's, or closed, or only a code name stands for the person, beside which the
     *     account would say who she is
     */
    public void link(UUID account, PersonId person) {
        if (codeNames.of(person).isPresent()) {
            throw new Refused("identity.person.sealed");
        }
        int linked = db.sql("""
                        UPDATE identity.account SET person_id = :person, version = version + 1
                        WHERE id = :account AND closed_at IS NULL AND (person_id IS NULL OR person_id = :person)
                        """)
                .param("person", person(person).id().value())
                .param("account", account)
                .update();
        if (linked == 0) {
            throw new Refused("identity.person.taken");
        }
    }

    /** Takes that back; does nothing where the account is not the person. */
    public void unlink(UUID account, PersonId person) {
        db.sql("UPDATE identity.account SET person_id = NULL, version = version + 1 WHERE id = ? AND person_id = ?")
                .params(account, person.value())
                .update();
    }
}
