package org.convergence.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.convergence.testing.TestDatabase;

/** Blocks each task of the week halfway, after its first write and before its last. */
final class HalfwayGate implements AutoCloseable {

    private static final int GATE = 4711;

    /**
     * The row before which a task blocks.
     *
     * @param event INSERT or UPDATE
     */
    private record BlockedRow(String table, String event, String row) {

        String trigger() {
            return "a_middle_" + event.toLowerCase(Locale.ROOT) + " ";
        }
    }

    private static final List<BlockedRow> PLACES = List.of(
            new BlockedRow("plan.calendar_entry", "INSERT", "NEW.title = 'Rencontre 20'"),
            new BlockedRow("platform.mail_message", "INSERT", "NEW.recipient LIKE 'Titulaire%3@exemple.org'"),
            new BlockedRow(
                    "platform.mail_message",
                    "UPDATE",
                    "NEW.state = 'SENT' AND NEW.recipient = '" + WeekMoneyFixture.CUT_OFF + "'"),
            new BlockedRow("plan.mailbox_document", "INSERT", "true"),
            new BlockedRow("plan.actionplan_action", "INSERT", "NEW.text = 'Écrire une bande dessinée'"),
            new BlockedRow("resources.dues_share", "INSERT", "NEW.headcount = " + WeekMoneyFixture.HEADCOUNT),
            new BlockedRow("resources.ledger_allocation", "INSERT", "NEW.amount = " + WeekMoneyFixture.SECOND));

    static final int ALL = PLACES.size();

    private final Connection gate;

    HalfwayGate(TestDatabase database) throws SQLException {
        gate = database.owner().connect();
        execute("""
                CREATE OR REPLACE FUNCTION platform.test_middle() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NEW; END $$
                """.formatted(GATE));
        for (BlockedRow place : PLACES) {
            execute("CREATE TRIGGER " + place.trigger() + "BEFORE " + place.event() + " ON " + place.table()
                    + " FOR EACH ROW WHEN (" + place.row() + ") EXECUTE FUNCTION platform.test_middle()");
        }
        execute("SELECT pg_advisory_lock(" + GATE + ")");
    }

    /** Unblocks the tasks still alive. */
    void open() throws SQLException {
        execute("SELECT pg_advisory_unlock(" + GATE + ")");
    }

    /** How many tasks are blocked, or were and have not ended yet. */
    int reached() throws SQLException {
        try (Statement statement = gate.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND objid = " + GATE + " AND mode = 'ShareLock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (BlockedRow place : PLACES) {
            execute("DROP TRIGGER " + place.trigger() + "ON " + place.table());
        }
        gate.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = gate.createStatement()) {
            statement.execute(sql);
        }
    }
}
