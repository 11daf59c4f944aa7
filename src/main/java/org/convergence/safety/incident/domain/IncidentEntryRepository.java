package org.convergence.safety.incident.domain;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.TextSealer;
import org.convergence.safety.incident.domain.IncidentDossier.IncidentNotice;
import org.convergence.safety.incident.domain.IncidentDossier.ToldContent;
import org.convergence.safety.incident.domain.IncidentDossier.ToldEntry;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of what is told of incidents, which only keys open, and of their code, readers and notices. */
@Component
class IncidentEntryRepository {

    private static final int MOST = 200;
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
    private static final int RANDOM_LETTERS = 4;
    private final SecureRandom random = new SecureRandom();

    private final TextSealer sealer;
    private final NamesOfOthers namesOfOthers;
    private final JdbcClient db;
    private final Clock clock;

    IncidentEntryRepository(TextSealer sealer, NamesOfOthers namesOfOthers, JdbcClient db, Clock clock) {
        this.namesOfOthers = namesOfOthers;
        this.sealer = sealer;
        this.db = db;
        this.clock = clock;
    }

    void add(SafetyIncidentId incident, IncidentMoment moment, @Nullable String place, String text) {
        UUID id = Ids.next();
        db.sql("INSERT INTO safety.incident_entry (id, incident, moment, written_at, sealed) VALUES (?, ?, ?, ?, ?)")
                .params(
                        id,
                        incident.value(),
                        moment.name(),
                        SqlTime.now(clock),
                        seal(id, new ToldContent(CurrentActor.get().label(), place, text)))
                .update();
    }

    /** The entries in their order, at most {@value #MOST}. */
    List<ToldEntry> findAll(SafetyIncidentId incident) {
        return db.sql("SELECT id, moment, written_at, sealed FROM safety.incident_entry WHERE incident = ?"
                        + " ORDER BY written_at, id LIMIT " + MOST)
                .param(incident.value())
                .query(stored())
                .list();
    }

    /** Rewrites every entry in which a person is named. No later search reads them, since they are sealed. */
    void rename(PersonId person, String standIn) {
        UnaryOperator<String> replaced = namesOfOthers.replacement(person, standIn);
        List<ToldEntry> all = db.sql("SELECT id, moment, written_at, sealed FROM safety.incident_entry")
                .query(stored())
                .list();
        for (ToldEntry each : all) {
            ToldContent before = each.content();
            if (before != null) {
                String place = before.place();
                ToldContent after = new ToldContent(
                        replaced.apply(before.by()),
                        place == null ? null : replaced.apply(place),
                        replaced.apply(before.text()));
                if (!after.equals(before)) {
                    db.sql("UPDATE safety.incident_entry SET sealed = ? WHERE id = ?")
                            .params(seal(each.id(), after), each.id())
                            .update();
                }
            }
        }
    }

    private RowMapper<ToldEntry> stored() {
        return (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            return new ToldEntry(
                    id,
                    IncidentMoment.valueOf(row.getString("moment")),
                    row.getObject("written_at", OffsetDateTime.class).toInstant(),
                    open(id, row.getString("sealed")).orElse(null));
        };
    }

    private String seal(UUID id, ToldContent entry) {
        return sealer.seal(Json.of(entry).toString(), place(id));
    }

    private Optional<ToldContent> open(UUID id, String sealed) {
        return sealer.open(sealed, place(id)).map(text -> Json.parse(text).as(ToldContent.class));
    }

    private static String place(UUID id) {
        return "safety.incident_entry/" + id;
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
