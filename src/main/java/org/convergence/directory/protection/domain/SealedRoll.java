package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Json;
import org.convergence.platform.keys.Roll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was sealed, noted beside the keys where no backup reaches: each of her records has a line of its own, also those that
 * stand here no more, since an older backup brings them back.
 */
@Component
class SealedRoll {

    static final String NAME = "sealed";

    private final Roll roll;
    private final JdbcClient db;

    SealedRoll(Roll roll, JdbcClient db) {
        this.roll = roll;
        this.db = db;
    }

    /** Under which name she stands, and who may open her. */
    record Line(String codeName, List<UUID> openers) {}

    /**
     * Notes that she is sealed.
     *
     * @param former records of hers that were struck out; those that hers replaced are known here
     */
    void note(PersonId person, String codeName, Collection<UUID> former) {
        List<UUID> listed = db.sql("SELECT account FROM directory.protection_opener WHERE person = ? ORDER BY account")
                .param(person.value())
                .query(UUID.class)
                .list();
        List<UUID> hers = new ArrayList<>(former);
        hers.addAll(replacedBy(person));
        hers.add(person.value());
        hers.forEach(each -> roll.enter(NAME, each.toString(), new Line(codeName, listed)));
    }

    /** Notes what an earlier version did not: the records that were replaced by those of whom it tells. */
    void complete() {
        Map<UUID, Line> lines = lines();
        lines.forEach((id, line) -> replacedBy(new PersonId(id)).stream()
                .filter(each -> !lines.containsKey(each))
                .forEach(each -> roll.enter(NAME, each.toString(), line)));
    }

    private List<UUID> replacedBy(PersonId person) {
        return db.sql("SELECT id FROM directory.people_alias WHERE person = ? ORDER BY id")
                .param(person.value())
                .query(UUID.class)
                .list();
    }

    /**
     * Those who stand in clear though they were sealed, with the line that says so. A record that was made one with hers in
     * the backup holds her names too, so it is one of them.
     */
    Map<PersonId, Line> inClear() {
        Map<UUID, Line> lines = lines();
        Map<PersonId, Line> clear = new LinkedHashMap<>();
        if (!lines.isEmpty()) {
            db.sql("""
                            SELECT p.id, r.id AS noted FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS r (id, place)
                            LEFT JOIN directory.people_alias a ON a.id = r.id
                            JOIN directory.people_person p ON p.id = coalesce(a.person, r.id)
                            WHERE p.sealed_at IS NULL AND p.forgotten_at IS NULL ORDER BY p.id, r.place
                            """)
                    .param(lines.keySet().toArray(UUID[]::new))
                    .query((row, n) -> clear.putIfAbsent(
                            new PersonId(row.getObject("id", UUID.class)),
                            lines.get(row.getObject("noted", UUID.class))))
                    .list();
        }
        return clear;
    }

    private Map<UUID, Line> lines() {
        Map<UUID, Line> lines = new LinkedHashMap<>();
        for (Map.Entry<String, Json> each : roll.lines(NAME).entrySet()) {
            lines.put(UUID.fromString(each.getKey()), each.getValue().as(Line.class));
        }
        return lines;
    }
}
