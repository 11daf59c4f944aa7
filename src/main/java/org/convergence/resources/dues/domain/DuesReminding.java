package org.convergence.resources.dues.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of what is overdue, on the days that the coordinator set. Of several rounds that are due at once only the last
 * goes; what waits by a decision, or was settled, is left in peace; after a delay they are counted anew (R-DUES-3). Nobody is reminded
 * of an invoice twice within a week, nor a person of an appeal that she does not want (R-L25-9, R-CASL-11c).
 */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class DuesReminding {

    private static final String DUE = """
            SELECT d.call, d.invoice, i.organisation, i.person, r.round
            FROM resources.dues_invoice d
            JOIN resources.dues_call c ON c.id = d.call
            JOIN resources.ledger_invoice i ON i.id = d.invoice
            JOIN LATERAL (SELECT max(place)::int AS round
                          FROM jsonb_array_elements_text(c.reminders) WITH ORDINALITY AS each (days, place)
                          WHERE coalesce(i.delayed_until, i.due_on) + each.days::int <= :today) r ON r.round IS NOT NULL
            WHERE (CAST(:call AS uuid) IS NULL AND c.reminding OR d.call = :call)
              AND (i.person IS NULL OR :signed)
              AND i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE invoice = i.id)
                          + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_reduction WHERE invoice = i.id)
              AND NOT EXISTS (SELECT FROM resources.dues_letter l WHERE l.invoice = i.id
                              AND (l.expected_on = coalesce(i.delayed_until, i.due_on) AND l.round >= r.round
                                   OR l.posted_at > CAST(:today AS date) - 7))
            ORDER BY d.call, i.id LIMIT :limit
            """;

    private static final int AT_ONCE = 200;

    private final CallStore calls;
    private final Reaching reaching;
    private final DuesLetters letters;
    private final DuesAsking asking;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    DuesReminding(
            CallStore calls,
            Reaching reaching,
            DuesLetters letters,
            DuesAsking asking,
            OrganisationSettings settings,
            JdbcClient db) {
        this.calls = calls;
        this.reaching = reaching;
        this.letters = letters;
        this.asking = asking;
        this.settings = settings;
        this.db = db;
    }

    private record Due(CallId call, InvoiceId invoice, Party debtor, int round) {}

    /** How many reminders left, by mail or among what is printed. */
    public record Reminded(int mailed, int printed, int leftOut) {

        int all() {
            return mailed + printed + leftOut;
        }
    }

    /** How many reminders of a call are due today. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public int due(CallId call) {
        List<Due> due = due(call, Integer.MAX_VALUE);
        Map<UUID, CallFacts> facts = facts(due);
        Set<Party> leftOut = leftOut(facts, due);
        return (int) due.stream()
                .filter(it -> kind(facts, it) != CallKind.APPEAL || !leftOut.contains(it.debtor()))
                .count();
    }

    /** Reminds those of a call who are due, at most some hundreds at once. */
    public Reminded remind(CallId call) {
        return post(due(call, AT_ONCE));
    }

    /** Reminds those of all calls whose reminders leave by themselves, some at once; answers of how many was seen to. */
    int remindAll() {
        return post(due(null, AT_ONCE)).all();
    }

    private Map<UUID, CallFacts> facts(List<Due> due) {
        return due.stream()
                .map(it -> it.call().value())
                .distinct()
                .collect(Collectors.toMap(
                        it -> it,
                        it -> calls.findById(it)
                                .orElseThrow(() -> new NotFound("call"))
                                .facts()));
    }

    /** The people who are not to be reminded of an appeal. */
    private Set<Party> leftOut(Map<UUID, CallFacts> facts, List<Due> due) {
        return asking.leftOut(
                        CallKind.APPEAL,
                        due.stream()
                                .filter(it -> kind(facts, it) == CallKind.APPEAL)
                                .map(Due::debtor)
                                .distinct()
                                .toList())
                .keySet();
    }

    private static CallKind kind(Map<UUID, CallFacts> facts, Due due) {
        return Objects.requireNonNull(facts.get(due.call().value())).kind();
    }

    private Reminded post(List<Due> due) {
        Map<UUID, CallFacts> facts = facts(due);
        Set<Party> leftOut = leftOut(facts, due);
        Map<Party, Reaching.Reach> reached =
                reaching.reach(due.stream().map(Due::debtor).distinct().toList());
        int mailed = 0;
        int printed = 0;
        int left = 0;
        for (Due each : due) {
            boolean out = leftOut.contains(each.debtor()) && kind(facts, each) == CallKind.APPEAL;
            for (int round = 1; round < each.round() + (out ? 1 : 0); round++) {
                letters.skip(each.invoice(), round, settings.today());
            }
            if (out) {
                left++;
            } else if (letters.post(
                    each.invoice(),
                    each.round(),
                    Objects.requireNonNull(facts.get(each.call().value())),
                    Objects.requireNonNull(reached.get(each.debtor())))) {
                mailed++;
            } else {
                printed++;
            }
        }
        return new Reminded(mailed, printed, left);
    }

    private List<Due> due(@Nullable CallId call, int limit) {
        return new ArrayList<>(db.sql(DUE)
                .param("call", call == null ? null : call.value())
                .param("today", settings.today())
                .param("signed", asking.isSigned())
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
