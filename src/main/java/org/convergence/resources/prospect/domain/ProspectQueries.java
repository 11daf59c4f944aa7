package org.convergence.resources.prospect.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of prospects, and the exchanges with one. */
@Service
@Transactional(readOnly = true)
@Requires(ProspectPermissions.READ)
public class ProspectQueries {

    private static final String ROWS = """
            SELECT p.id, p.organisation, p.state, p.next_gesture, p.next_on, p.opened_on, p.outcome_on, p.outcome_reason,
                   coalesce(o.name, s.display_name) AS name, p.follower, f.display_name AS follower_name
            FROM resources.prospect p
            LEFT JOIN directory.people_organisation o ON o.id = p.organisation
            LEFT JOIN directory.people_person s ON s.id = p.person
            LEFT JOIN directory.people_person f ON f.id = p.follower
            """;

    private static final String ORDER = """
             ORDER BY f.sort_name COLLATE "fr-CA-x-icu" NULLS FIRST, f.id, p.next_on NULLS LAST,
                      coalesce(o.name, s.sort_name) COLLATE "fr-CA-x-icu", p.id
            """;

    private final JdbcClient db;

    ProspectQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A prospect in a list.
     *
     * @param organisation whether the prospect is an organisation, else a person
     */
    public record ProspectRow(
            ProspectId id,
            String name,
            boolean organisation,
            ProspectState state,
            @Nullable NextStep next,
            LocalDate openedOn,
            @Nullable LocalDate outcomeOn,
            @Nullable String outcomeReason,
            @Nullable PersonId follower,
            @Nullable String followerName) {}

    /** An exchange with a prospect. */
    public record ProspectExchangeRow(UUID id, LocalDate day, ExchangeChannel channel, String subject) {}

    /** Prospects in these states, by follower; then by day of the next step. */
    public List<ProspectRow> findByStates(List<ProspectState> states) {
        return db.sql(ROWS + " WHERE p.state = ANY (:states) " + ORDER)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    /** The open prospects of a follower. */
    public List<ProspectRow> findByFollower(PersonId follower) {
        return db.sql(ROWS + " WHERE p.follower = :follower AND p.state IN ('OPEN', 'LATER') " + ORDER)
                .param("follower", follower.value())
                .query((row, n) -> line(row))
                .list();
    }

    /** Prospects whose next step is due between two days, both included. */
    public List<ProspectRow> findDue(LocalDate from, LocalDate to) {
        return db.sql(ROWS + " WHERE p.next_on BETWEEN :from AND :to " + ORDER)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> line(row))
                .list();
    }

    /** The exchanges with a party, the latest first, at most 100. */
    public List<ProspectExchangeRow> findExchanges(Party party) {
        return db.sql("""
                        SELECT e.id, e.happened_on, e.channel, e.subject FROM directory.exchange e
                        WHERE EXISTS (SELECT FROM directory.exchange_organisation WHERE exchange = e.id AND organisation = :id)
                           OR EXISTS (SELECT FROM directory.exchange_person WHERE exchange = e.id AND person = :id)
                        ORDER BY e.happened_on DESC, e.id DESC LIMIT 100
                        """)
                .param("id", party.value())
                .query((row, n) -> new ProspectExchangeRow(
                        row.getObject("id", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        ExchangeChannel.valueOf(row.getString("channel")),
                        row.getString("subject")))
                .list();
    }

    private static ProspectRow line(ResultSet row) throws SQLException {
        String gesture = row.getString("next_gesture");
        LocalDate on = row.getObject("next_on", LocalDate.class);
        UUID follower = row.getObject("follower", UUID.class);
        return new ProspectRow(
                new ProspectId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("organisation", UUID.class) != null,
                ProspectState.valueOf(row.getString("state")),
                gesture == null || on == null ? null : new NextStep(gesture, on),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("outcome_on", LocalDate.class),
                row.getString("outcome_reason"),
                follower == null ? null : new PersonId(follower),
                row.getString("follower_name"));
    }
}
