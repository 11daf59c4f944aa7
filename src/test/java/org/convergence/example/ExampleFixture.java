package org.convergence.example;

import org.convergence.testing.SavedStates;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The example organisation in the database of a test: entered once in a run, then cloned. */
@Lazy
@Component
class ExampleFixture {

    private final ExampleOrganisation example;
    private final SavedStates states;
    private final JdbcClient db;

    ExampleFixture(ExampleOrganisation example, SavedStates states, JdbcClient db) {
        this.example = example;
        this.states = states;
        this.db = db;
    }

    /** Replaces the database by one that holds only the example. */
    void restore() {
        states.restore("example", example::enter);
    }

    /** Enters the example, unless an earlier test of the class did. */
    void ensure() {
        if (db.sql("SELECT NOT EXISTS (SELECT FROM platform.settings_organisation)")
                .query(Boolean.class)
                .single()) {
            restore();
        }
    }
}
