package org.convergence.platform.database;

/** Something to be done before migrations change a database that holds data, for instance a backup. */
public interface BeforeMigration {

    /**
     * Does it. Throwing keeps the migrations from running and the application from starting.
     *
     * @param server where the data are
     * @param version the schema's version now
     */
    void beforeMigration(DatabaseServer server, String version);
}
