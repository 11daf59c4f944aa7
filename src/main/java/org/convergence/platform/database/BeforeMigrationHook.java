package org.convergence.platform.database;

/** Runs before migrations change a database that holds data, for instance to make a backup. */
public interface BeforeMigrationHook {

    /**
     * An exception prevents the migrations and the start of the application.
     *
     * @param server where the data are
     * @param version the schema's present version
     */
    void beforeMigration(DatabaseServer server, String version);
}
