package org.convergence.platform.database;

/** The server that holds the database, embedded or external, with the addresses of its two roles. */
public interface DatabaseServer extends AutoCloseable {

    /** The role of the application: reads and writes rows, owns nothing. */
    DatabaseAddress application();

    /** The role of the owner: migrates, backs up, restores. */
    DatabaseAddress owner();

    /** Whether the server runs under our own data directory. */
    boolean isEmbedded();

    /** Whether this process merely joined a server that another process of ours runs. */
    boolean isJoined();

    /** Stops what this process started. */
    @Override
    void close();
}
