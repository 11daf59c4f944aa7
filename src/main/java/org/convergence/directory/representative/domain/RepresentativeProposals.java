package org.convergence.directory.representative.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.Correctable;
import org.convergence.directory.representative.Correctable.Field;
import org.convergence.directory.representative.Correctable.Input;
import org.convergence.platform.database.Ids;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What representatives propose, a field at a time, as long as nobody decided. Whoever asks has opened the organisation. */
@Component
class RepresentativeProposals {

    private static final int LONGEST = 300;
    private static final int LONGEST_NOTE = 2_000;

    private final JdbcClient db;
    private final Clock clock;

    RepresentativeProposals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How a field is called on the page: {@code people.function/<id>/title}. */
    static String place(String kind, UUID item, String field) {
        return kind + "/" + item + "/" + field;
    }

    /** What waits of an organisation. */
    Map<String, String> pending(OrganisationId organisation) {
        Map<String, String> pending = new LinkedHashMap<>();
        db.sql("""
                        SELECT kind, item, field, proposed FROM directory.representative_proposal
                        WHERE organisation = ? AND state = 'PENDING' ORDER BY proposed_at, id
                        """)
                .param(organisation.value())
                .query((row, n) -> pending.put(
                        place(row.getString("kind"), row.getObject("item", UUID.class), row.getString("field")),
                        row.getString("proposed")))
                .list();
        return pending;
    }

    Map<String, String> propose(
            OrganisationId organisation, Map<String, String> typed, List<Correctable> correctables, Words t) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<Runnable> writing = new ArrayList<>();
        for (Correctable each : correctables) {
            // Only what this organisation has is looked for among what was typed.
            for (Correctable.Item item : each.items(organisation, t)) {
                for (Field field : item.fields()) {
                    String place = place(each.kind(), item.id(), field.name());
                    String value = typed.get(place);
                    if (value != null) {
                        look(organisation, each, item, field, value.strip(), place, problems, writing);
                    }
                }
            }
        }
        if (problems.isEmpty()) {
            writing.forEach(Runnable::run);
        }
        return problems;
    }

    private void look(
            OrganisationId organisation,
            Correctable from,
            Correctable.Item item,
            Field field,
            String value,
            String place,
            Map<String, String> problems,
            List<Runnable> writing) {
        if (value.equals(field.value())) {
            writing.add(() -> takeBack(organisation, from.kind(), item.id(), field.name()));
            return;
        }
        if (value.length() > (field.input() == Input.NOTE ? LONGEST_NOTE : LONGEST)) {
            problems.put(place, "public.representative.problem.long");
            return;
        }
        from.problem(field.name(), value)
                .ifPresentOrElse(
                        problem -> problems.put(place, problem),
                        () -> writing.add(() -> keep(organisation, from.kind(), item.id(), field, value)));
    }

    private void takeBack(OrganisationId organisation, String kind, UUID item, String field) {
        db.sql("""
                        DELETE FROM directory.representative_proposal
                        WHERE organisation = ? AND kind = ? AND item = ? AND field = ? AND state = 'PENDING'
                        """).params(organisation.value(), kind, item, field).update();
    }

    private void keep(OrganisationId organisation, String kind, UUID item, Field field, String value) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("""
                        INSERT INTO directory.representative_proposal
                            (id, organisation, kind, item, field, stood, proposed, proposed_at, state)
                        VALUES (:id, :organisation, :kind, :item, :field, :stood, :proposed, :now, 'PENDING')
                        ON CONFLICT (organisation, kind, item, field) WHERE state = 'PENDING'
                        DO UPDATE SET stood = excluded.stood, proposed = excluded.proposed, proposed_at = excluded.proposed_at
                        """)
                .param("id", Ids.next())
                .param("organisation", organisation.value())
                .param("kind", kind)
                .param("item", item)
                .param("field", field.name())
                .param("stood", field.value())
                .param("proposed", value)
                .param("now", now)
                .update();
    }
}
