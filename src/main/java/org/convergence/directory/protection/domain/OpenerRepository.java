package org.convergence.directory.protection.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.IdentityOpeningService.ShortList;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The openers of each protected person, and the second person notified of actions done alone. */
@Component
record OpenerRepository(TrustedAccounts accounts, JdbcClient db) {

    /** The person's openers whose accounts are open today and may see people. */
    List<TrustedAccount> findByPerson(PersonId person) {
        List<UUID> listed = db.sql("SELECT account FROM directory.protection_opener WHERE person = ?")
                .param(person.value())
                .query(UUID.class)
                .list();
        return accounts.findAll().stream()
                .filter(TrustedAccount::seesPeople)
                .filter(each -> listed.contains(each.account()))
                .toList();
    }

    /** Whether the current actor is an opener of the person. */
    boolean includes(PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.protection_opener WHERE person = ? AND account = ?)")
                .params(person.value(), CurrentActor.get().id())
                .query(Boolean.class)
                .single();
    }

    /** The accounts that can become openers: those that may see people. */
    List<TrustedAccount> findEligible() {
        return accounts.findAll().stream().filter(TrustedAccount::seesPeople).toList();
    }

    /**
     * The lists with fewer than two open accounts that the current actor may change; none if there is nobody else to add.
     *
     * @param settles whether the actor may name openers where none is left
     */
    List<ShortList> findShort(boolean settles) {
        if (!db.sql("SELECT EXISTS (SELECT FROM directory.protection_vault)")
                .query(Boolean.class)
                .single()) {
            return List.of();
        }
        UUID[] eligible = findEligible().stream().map(TrustedAccount::account).toArray(UUID[]::new);
        return db.sql("""
                        SELECT n.id AS person, count(o.account) AS openers
                        FROM directory.protection_vault v JOIN directory.people_person_name n ON n.id = v.person
                        LEFT JOIN directory.protection_opener o ON o.person = v.person AND o.account = ANY (:eligible)
                        GROUP BY n.id, n.display_name
                        HAVING (count(o.account) = 0 AND :settles)
                            OR (count(o.account) = 1 AND bool_or(o.account = :me) AND :others)
                        ORDER BY n.display_name LIMIT 20
                        """)
                .param("eligible", eligible)
                .param("settles", settles)
                .param("me", CurrentActor.get().id())
                .param("others", eligible.length > 1)
                .query(RecordMapper.of(ShortList.class))
                .list();
    }

    /** Replaces the person's openers. */
    void replace(PersonId person, Collection<UUID> listed) {
        db.sql("DELETE FROM directory.protection_opener WHERE person = :person AND account <> ALL (:accounts)")
                .param("person", person.value())
                .param("accounts", listed.toArray(UUID[]::new))
                .update();
        db.sql("""
                        INSERT INTO directory.protection_opener (person, account)
                        SELECT :person, account FROM unnest(CAST(:accounts AS uuid[])) AS account ON CONFLICT DO NOTHING
                        """)
                .param("person", person.value())
                .param("accounts", listed.toArray(UUID[]::new))
                .update();
    }

    /** The account notified at once when one acts where two are needed; empty where no other open account is named. */
    Optional<TrustedAccount> findSecond() {
        return db.sql("SELECT second FROM directory.protection_settings WHERE second IS NOT NULL")
                .query(UUID.class)
                .optional()
                .filter(Predicate.not(CurrentActor.get().id()::equals))
                .flatMap(accounts::findById);
    }
}
