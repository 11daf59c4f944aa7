package org.convergence.safety.incident.domain;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.safety.incident.IncidentNoticeKind;
import org.convergence.safety.incident.SafetyIncidentId;
import org.convergence.safety.incident.domain.IncidentDossier.IncidentNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of the code, the readers and the notices of incidents. */
@Component
class IncidentDetails {

    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
    private static final int RANDOM_LETTERS = 4;

    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    IncidentDetails(JdbcClient db) {
        this.db = db;
    }

    /** A code that tells no order, so that no gap tells of an incident that is not seen. */
    String createCode(int year) {
        return year
                + "-"
                + random.ints(RANDOM_LETTERS, 0, LETTERS.length())
                        .mapToObj(each -> LETTERS.substring(each, each + 1))
                        .collect(Collectors.joining());
    }

    Set<PersonId> findReaders(SafetyIncidentId id) {
        return db
                .sql("SELECT person FROM safety.incident_reader WHERE incident = ?")
                .param(id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    void saveReaders(SafetyIncidentId id, Collection<PersonId> readers) {
        UUID[] people = readers.stream().map(PersonId::value).toArray(UUID[]::new);
        db.sql("DELETE FROM safety.incident_reader WHERE incident = ? AND person <> ALL (?)")
                .params(id.value(), people)
                .update();
        db.sql("INSERT INTO safety.incident_reader (incident, person) SELECT ?, unnest(?) ON CONFLICT DO NOTHING")
                .params(id.value(), people)
                .update();
    }

    List<IncidentNotice> findNotices(SafetyIncidentId id) {
        return db.sql(
                        "SELECT kind, due_on, told_on FROM safety.incident_notice WHERE incident = ? ORDER BY due_on, kind")
                .param(id.value())
                .query(RecordMapper.of(IncidentNotice.class))
                .list();
    }

    /** False if it is there already. */
    boolean addNotice(SafetyIncidentId id, IncidentNoticeKind kind, LocalDate dueOn) {
        return db.sql("INSERT INTO safety.incident_notice (id, incident, kind, due_on) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (incident, kind) DO NOTHING")
                        .params(Ids.next(), id.value(), kind.name(), dueOn)
                        .update()
                > 0;
    }

    /** False if there is no such notice. */
    boolean saveNotice(SafetyIncidentId id, IncidentNoticeKind kind, @Nullable LocalDate toldOn) {
        return db.sql("UPDATE safety.incident_notice SET told_on = :day WHERE incident = :id AND kind = :kind")
                        .param("day", toldOn, Types.DATE)
                        .param("id", id.value())
                        .param("kind", kind.name())
                        .update()
                > 0;
    }

    /** False if it was given, or is not there. */
    boolean deleteNotice(SafetyIncidentId id, IncidentNoticeKind kind) {
        return db.sql("DELETE FROM safety.incident_notice WHERE incident = ? AND kind = ? AND told_on IS NULL")
                        .params(id.value(), kind.name())
                        .update()
                > 0;
    }
}
