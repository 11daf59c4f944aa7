package org.convergence.resources.dues.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of what is overdue, on the days that the coordinator set. Of several rounds that are due at once only the last
 * goes; what waits by a decision, or was settled, is left in peace; nobody is reminded twice within a week.
 */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class DuesReminding {

    private static final String DUE = """
            SELECT s.call, s.invoice, i.organisation, i.person, r.round
            FROM resources.dues_share s
            JOIN resources.dues_call c ON c.id = s.call
            JOIN resources.ledger_invoice i ON i.id = s.invoice
            JOIN LATERAL (SELECT max(place)::int AS round
                          FROM jsonb_array_elements_text(c.reminders) WITH ORDINALITY AS each (days, place)
                          WHERE coalesce(i.delayed_until, i.due_on) + each.days::int <= :today) r ON r.round IS NOT NULL
            WHERE (CAST(:call AS uuid) IS NULL AND c.reminding OR s.call = :call)
              AND i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE invoice = i.id)
                          + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_reduction WHERE invoice = i.id)
              AND NOT EXISTS (SELECT FROM resources.dues_letter l WHERE l.invoice = i.id
                              AND (l.round >= r.round OR l.posted_at > CAST(:today AS date) - 7))
            ORDER BY s.call, i.id LIMIT :limit
            """;

    private static final int AT_ONCE = 200;

    private final CallStore calls;
    private final Reaching reaching;
    private final DuesLetters letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    DuesReminding(
            CallStore calls, Reaching reaching, DuesLetters letters, OrganisationSettings settings, JdbcClient db) {
        this.calls = calls;
        this.reaching = reaching;
        this.letters = letters;
        this.settings = settings;
        this.db = db;
    }

    private record Due(CallId call, InvoiceId invoice, Party debtor, int round) {}

    /** How many reminders of a call are due today. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public int due(CallId call) {
        return due(call, Integer.MAX_VALUE).size();
    }

    /** Reminds those of a call who are due, at most some hundreds at once; answers how many. */
    public int remind(CallId call) {
        return post(due(call, AT_ONCE));
    }

    /** Reminds those of all calls whose reminders leave by themselves, some at once; answers how many. */
    int remindAll() {
        return post(due(null, AT_ONCE));
    }

    private int post(List<Due> due) {
        Map<UUID, CallFacts> facts = due.stream()
                .map(it -> it.call().value())
                .distinct()
                .collect(Collectors.toMap(
                        it -> it,
                        it -> calls.findById(it)
                                .orElseThrow(() -> new NotFound("call"))
                                .facts()));
        Map<Party, Reaching.Reach> reached =
                reaching.reach(due.stream().map(Due::debtor).distinct().toList());
        for (Due each : due) {
            Reaching.Reach reach = reached.get(each.debtor());
            CallFacts call = facts.get(each.call().value());
            if (reach != null && call != null) {
                for (int round = 1; round < each.round(); round++) {
                    letters.skip(each.invoice(), round, settings.today());
                }
                letters.post(each.invoice(), each.round(), call, reach);
            }
        }
        return due.size();
    }

    private List<Due> due(@Nullable CallId call, int limit) {
        return new ArrayList<>(db.sql(DUE)
                .param("call", call == null ? null : call.value())
                .param("today", settings.today())
                .param("limit", limit)
                .query((row, n) -> {
                    UUID organisation = row.getObject("organisation", UUID.class);
                    return new Due(
                            new CallId(row.getObject("call", UUID.class)),
                            new InvoiceId(row.getObject("invoice", UUID.class)),
                            organisation == null
                                    ? new PersonId(row.getObject("person", UUID.class))
                                    : new OrganisationId(organisation),
                            row.getInt("round"));
                })
                .list());
    }
}
