package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The states of one's own weeks. */
@Service
@Transactional(readOnly = true)
@Requires(TimePermissions.OWN)
public class OwnSheetQueries {

    private final JdbcClient db;

    OwnSheetQueries(JdbcClient db) {
        this.db = db;
    }

    /** The states of the given weeks. */
    public record SheetStates(Map<LocalDate, SheetState> byMonday) {

        /** The state of a week; a draft if nothing was saved. */
        public SheetState stateOf(Week week) {
            return byMonday.getOrDefault(week.monday(), SheetState.DRAFT);
        }

        /** The weeks that await approval, the earliest first. */
        public List<Week> submitted() {
            return byMonday.entrySet().stream()
                    .filter(each -> each.getValue() == SheetState.SUBMITTED)
                    .map(each -> new Week(each.getKey()))
                    .toList();
        }
    }

    /** The states of the current actor's weeks from a week on; empty if the account is not linked to a person. */
    public SheetStates findSince(Week first) {
        UUID me = CurrentActor.get().personId();
        Map<LocalDate, SheetState> states = new TreeMap<>();
        if (me != null) {
            db.sql(
                            "SELECT monday, state FROM plan.time_sheet WHERE person = ? AND monday >= ? ORDER BY monday LIMIT 100")
                    .params(me, first.monday())
                    .query((row, n) -> states.put(
                            row.getObject("monday", LocalDate.class), SheetState.valueOf(row.getString("state"))))
                    .list();
        }
        return new SheetStates(states);
    }
}
