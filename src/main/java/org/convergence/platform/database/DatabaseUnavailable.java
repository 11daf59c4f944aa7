package org.convergence.platform.database;

/** The database cannot be used; the remedy tells the administrator what to do. Never carries a password. */
public class DatabaseUnavailable extends RuntimeException {

    private final String remedy;

    public DatabaseUnavailable(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public DatabaseUnavailable(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    /** What the administrator can do. */
    public String remedy() {
        return remedy;
    }
}
