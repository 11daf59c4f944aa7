package org.convergence.testing;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** States of the database that take seconds to make: made by the first test of a run, cloned for the others. */
@Lazy
@Component
public class SavedStates {

    private final ApplicationContext application;

    SavedStates(ApplicationContext application) {
        this.application = application;
    }

    /**
     * Replaces the database by the state of this name.
     *
     * @param making makes the state in a fresh database
     */
    public void restore(String name, Runnable making) {
        TestDatabase database = application.getBean(TestDatabase.class);
        if (!database.restore(name)) {
            FreshDatabaseListener.renew(application);
            making.run();
            database.save(name);
        }
        FreshDatabaseListener.forget(application);
    }
}
