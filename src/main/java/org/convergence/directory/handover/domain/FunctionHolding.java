package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Functions in organisations: each organisation chooses the successor. */
@Component
@Order(80)
record FunctionHolding(JdbcClient db) implements Holding.RemainingHolding {

    @Override
    public String key() {
        return "handover.holding.function";
    }

    @Override
    public Set<String> columns() {
        return Set.of("directory.people_function.person");
    }

    @Override
    public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
        return db.sql("""
                        SELECT f.id, f.title, o.name, f.until FROM directory.people_held_function f
                        JOIN directory.people_organisation_name o ON o.id = f.organisation
                        WHERE f.person = ? AND (f.until IS NULL OR f.until > ?) ORDER BY f.title, f.id
                        """)
                .params(person.value(), lastDay)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new HandoverItem(
                            id,
                            row.getString("title"),
                            row.getString("name"),
                            "/directory/people/functions/" + id,
                            row.getObject("until", LocalDate.class));
                })
                .list();
    }
}
