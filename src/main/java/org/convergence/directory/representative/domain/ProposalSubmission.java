package org.convergence.directory.representative.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.directory.representative.CorrectionSource.CorrectableField;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pending proposals of representatives, one per field. Callers have opened the organisation by its link. */
@Component
record ProposalSubmission(OrganisationSettings settings, JdbcClient db, Clock clock) {

    private static final int LONGEST = 300;
    private static final int LONGEST_NOTE = 2_000;
    private static final int EARLIEST = 1900;

    /** The name of a field on the page: {@code people.function/<id>/title}. */
    static String fieldName(String kind, UUID item, String field) {
        return kind + "/" + item + "/" + field;
    }

    /** The name of the date field that belongs to a field. */
    static String dayFieldName(String place) {
        return place + "/day";
    }

    /** The pending proposals of an organisation, with their days. */
    Map<String, String> findPending(OrganisationId organisation) {
        Map<String, String> pending = new LinkedHashMap<>();
        db.sql("""
                        SELECT kind, item, field, proposed, said_for FROM directory.representative_proposal
                        WHERE organisation = ? AND state = 'PENDING' ORDER BY proposed_at, id
                        """)
                .param(organisation.value())
                .query((row, n) -> {
                    String place =
                            fieldName(row.getString("kind"), row.getObject("item", UUID.class), row.getString("field"));
                    String day = row.getString("said_for");
                    if (day != null) {
                        pending.put(dayFieldName(place), day);
                    }
                    return pending.put(place, row.getString("proposed"));
                })
                .list();
        return pending;
    }

    Map<String, String> propose(
            OrganisationId organisation, Map<String, String> typed, List<CorrectionSource> correctables, Words t) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<Runnable> writing = new ArrayList<>();
        for (CorrectionSource each : correctables) {
            // Only the organisation's own items are looked up in the input.
            for (CorrectionSource.CorrectableItem item : each.findItems(organisation, t)) {
                for (CorrectableField field : item.fields()) {
                    String place = fieldName(each.kind(), item.id(), field.name());
                    String value = typed.get(place);
                    if (value != null) {
                        String day = typed.getOrDefault(dayFieldName(place), "").strip();
                        String plain = each.normalise(field.name(), value.strip());
                        check(
                                new TypedProposal(organisation, each, item.id(), field, place, plain, day),
                                problems,
                                writing);
                    }
                }
            }
        }
        if (problems.isEmpty()) {
            writing.forEach(Runnable::run);
        }
        return problems;
    }

    /** The typed value of a field and its day; empty for none. */
    private record TypedProposal(
            OrganisationId organisation,
            CorrectionSource from,
            UUID item,
            CorrectableField field,
            String place,
            String value,
            String day) {}

    private void check(TypedProposal it, Map<String, String> problems, List<Runnable> writing) {
        boolean ofADay = it.field().input().hasDay() && !it.day().isEmpty();
        // The same number for another day is a new value.
        if (it.value().equals(it.field().value()) && !ofADay) {
            writing.add(() -> takeBack(it));
            return;
        }
        if (it.value().length() > (it.field().input().type().isEmpty() ? LONGEST_NOTE : LONGEST)) {
            problems.put(it.place(), "public.representative.problem.long");
            return;
        }
        it.from()
                .findProblem(it.item(), it.field().name(), it.value())
                .ifPresent(problem -> problems.put(it.place(), problem));
        LocalDate day = ofADay ? TextParser.date(it.day()).orElse(null) : null;
        if (ofADay && (day == null || day.getYear() < EARLIEST)) {
            problems.put(dayFieldName(it.place()), "public.representative.problem.until");
        } else if (day != null && day.isAfter(settings.today())) {
            problems.put(dayFieldName(it.place()), "public.representative.problem.day-to-come");
        }
        writing.add(() -> keep(it, day));
    }

    private void takeBack(TypedProposal it) {
        db.sql("""
                        DELETE FROM directory.representative_proposal
                        WHERE organisation = ? AND kind = ? AND item = ? AND field = ? AND state = 'PENDING'
                        """)
                .params(
                        it.organisation().value(),
                        it.from().kind(),
                        it.item(),
                        it.field().name())
                .update();
    }

    private void keep(TypedProposal it, @Nullable LocalDate day) {
        OffsetDateTime now = SqlTime.now(clock);
        db.sql("""
                        INSERT INTO directory.representative_proposal
                            (id, organisation, kind, item, field, stood, proposed, said_for, proposed_at, state)
                        VALUES (:id, :organisation, :kind, :item, :field, :stood, :proposed, :day, :now, 'PENDING')
                        ON CONFLICT (organisation, kind, item, field) WHERE state = 'PENDING'
                        DO UPDATE SET stood = excluded.stood, proposed = excluded.proposed, said_for = excluded.said_for,
                                      proposed_at = excluded.proposed_at
                        """)
                .param("id", Ids.next())
                .param("organisation", it.organisation().value())
                .param("kind", it.from().kind())
                .param("item", it.item())
                .param("field", it.field().name())
                .param("stood", it.field().value())
                .param("proposed", it.value())
                .param("day", day)
                .param("now", now)
                .update();
    }
}
