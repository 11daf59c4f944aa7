package org.convergence.directory.protection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The protected identities that a person may open. None passes with the rest: a remaining opener names the next one. The
 * list refers to accounts, so no column refers to the holder.
 */
@Component
@Order(42)
record OpenerHolding(OpenerRepository openers, JdbcClient db) implements Holding.RemainingHolding {

    @Override
    public String key() {
        return "protection.holding";
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
        if (!CurrentActor.get().may(ProtectionPermissions.READ)) {
            return List.of();
        }
        List<TrustedAccount> eligible = openers.findEligible();
        return db.sql("""
                        SELECT n.id, n.display_name AS code_name,
                               count(*) FILTER (WHERE o.account <> ALL (:leaving)) AS others
                        FROM directory.protection_opener o JOIN directory.people_person_name n ON n.id = o.person
                        WHERE o.account = ANY (:eligible)
                        GROUP BY n.id, n.display_name HAVING bool_or(o.account = ANY (:leaving))
                        ORDER BY n.display_name
                        """)
                .param(
                        "leaving",
                        eligible.stream()
                                .filter(each -> person.value().equals(each.person()))
                                .map(TrustedAccount::account)
                                .toArray(UUID[]::new))
                .param(
                        "eligible",
                        eligible.stream().map(TrustedAccount::account).toArray(UUID[]::new))
                .query((row, n) -> new HandoverItem(
                        row.getObject("id", UUID.class),
                        row.getString("code_name"),
                        t.say("protection.holding.others", row.getInt("others")),
                        "/directory/protection/persons/" + row.getObject("id", UUID.class),
                        null))
                .list();
    }
}
