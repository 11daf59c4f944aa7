package org.convergence.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.convergence.testing.TestDatabase;

/** Blocks tasks halfway, after the first write of each and before its last. */
public final class HalfwayGate implements AutoCloseable {

    private static final int GATE = 4711;

    /**
     * The row before which a task blocks.
     *
     * @param event INSERT or UPDATE
     */
    public record BlockedRow(String table, String event, String row) {

        String trigger() {
            return "a_middle_" + event.toLowerCase(Locale.ROOT) + " ";
        }
    }

    private final Connection gate;
    private final List<BlockedRow> places;

    public HalfwayGate(TestDatabase database, List<BlockedRow> places) throws SQLException {
        this.places = places;
        gate = database.owner().connect();
        execute("""
                CREATE OR REPLACE FUNCTION platform.test_middle() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NEW; END $$
                """.formatted(GATE));
        for (BlockedRow place : places) {
            execute("CREATE TRIGGER " + place.trigger() + "BEFORE " + place.event() + " ON " + place.table()
                    + " FOR EACH ROW WHEN (" + place.row() + ") EXECUTE FUNCTION platform.test_middle()");
        }
        execute("SELECT pg_advisory_lock(" + GATE + ")");
    }

    /** Unblocks the tasks still alive. */
    public void open() throws SQLException {
        execute("SELECT pg_advisory_unlock(" + GATE + ")");
    }

    /** How many tasks are blocked, or were and have not ended yet. */
    public int reached() throws SQLException {
        try (Statement statement = gate.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND objid = " + GATE + " AND mode = 'ShareLock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (BlockedRow place : places) {
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
