package org.convergence.resources.spending;

import java.sql.SQLException;
import org.convergence.testing.TestDatabase;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Empties the tables of this module for its tests: filed reports refuse to be deleted by the application. */
@Lazy
@Component
class SpendingFixture {

    private final TestDatabase database;

    SpendingFixture(TestDatabase database) {
        this.database = database;
    }

    void clear() throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    TRUNCATE resources.spending_report, resources.spending_variance, resources.spending_split,
                        resources.spending_expense, resources.spending_batch, resources.spending_line,
                        resources.spending_budget
                    """);
        }
    }
}
